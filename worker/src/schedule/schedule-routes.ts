import { createRoute, z } from '@hono/zod-openapi'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { Forum, Schedule, ScheduleQuery } from '#contract'
import { type Api, newApi } from '../http/api.ts'
import { ForumPath, problemAnswers } from '../http/answers.ts'
import { problem } from '../problems.ts'
import { presentForum } from './present-forum.ts'
import { presentSchedule } from './present-schedule.ts'
import { keptSchedule, keptSite } from './schedule-cache.ts'
import { readForumAndActivities } from './schedule-store.ts'

/** Seconds: with the ten for which rows are kept, nobody sees a schedule that is older than a minute. */
export const freshFor = 'public, max-age=30, stale-while-revalidate=20'

export const fresh = z.object({ ETag: z.string(), 'Cache-Control': z.string() })

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  headers: fresh,
  content: { 'application/json': { schema } },
})

export const notChanged = { description: 'Nothing changed since the `ETag` in `If-None-Match`', headers: fresh }

const getSchedule = createRoute({
  method: 'get',
  path: '/schedule',
  tags: ['Schedule'],
  summary: 'The forums of a series',
  request: { query: ScheduleQuery },
  responses: { 200: json(Schedule, 'The schedule'), 304: notChanged, ...problemAnswers(400, 404) },
})

const getForum = createRoute({
  method: 'get',
  path: '/forums/{forum}',
  tags: ['Schedule'],
  summary: 'One forum with its activities',
  request: { params: ForumPath },
  responses: { 200: json(Forum, 'The forum'), 304: notChanged, ...problemAnswers(404) },
})

/** A browser asks of a 304, too, whether the page may read it. */
export const conditional = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'],
})

export const scheduleRoutes = (): Api => {
  const routes = newApi()
  routes.use('/schedule', conditional)
  routes.use('/forums/:forum', conditional)
  return routes
    .openapi(getSchedule, async context => {
      const { district, series, site } = context.req.valid('query')
      const { DB } = context.env
      const { database } = context.var
      const [found, ofSite] = await Promise.all([
        keptSchedule(DB, database, series || undefined),
        site && !district ? keptSite(DB, database, site) : null,
      ])
      if (!found) return problem(context, { code: 'not-found' })
      const districts = (district || ofSite?.district)?.split(' ')
      const schedule = presentSchedule(found.series, found.forums, districts, context.var.now)
      return context.json(schedule, 200, { 'Cache-Control': freshFor })
    })
    .openapi(getForum, async context => {
      const { database, now } = context.var
      const slug = context.req.valid('param').forum
      const found = await readForumAndActivities(database, slug)
      if (!found) return problem(context, { code: 'not-found' })
      return context.json(presentForum(found, now, found.activities), 200, { 'Cache-Control': freshFor })
    })
}
