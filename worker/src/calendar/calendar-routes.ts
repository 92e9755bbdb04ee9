import { createRoute, z } from '@hono/zod-openapi'
import { CalendarFileQuery, CalendarQuery, Slug } from '#contract'
import { ForumPath, problemAnswers } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'
import { problem } from '../problems.ts'
import { keptSchedule } from '../schedule/schedule-cache.ts'
import { conditional, fresh, freshFor, notChanged } from '../schedule/schedule-routes.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { forumCalendar, scheduleCalendar } from './forum-calendar.ts'

/** RFC 5545, section 8.1. */
const type = 'text/calendar; charset=utf-8'

const calendar = (description: string, told: typeof fresh = fresh) => ({
  description,
  headers: told,
  content: { 'text/calendar': { schema: z.string().meta({ example: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…' }) } },
})

const getFeed = createRoute({
  method: 'get',
  path: '/schedule.ics',
  tags: ['Schedule'],
  summary: 'A calendar to subscribe to',
  description:
    'The forums that have a date, as iCalendar (RFC 5545). A cancelled one stays, as `STATUS:CANCELLED`; one on hold is `TENTATIVE`.',
  request: { query: CalendarQuery },
  responses: { 200: calendar('The calendar'), 304: notChanged, ...problemAnswers(400, 404) },
})

const getFile = createRoute({
  method: 'get',
  path: '/forums/{forum}.ics',
  tags: ['Schedule'],
  summary: 'One forum as a file for a calendar',
  description: 'As iCalendar (RFC 5545). A forum without a date has none: 404.',
  request: { params: ForumPath, query: CalendarFileQuery },
  responses: {
    200: calendar('The file', fresh.extend({ 'Content-Disposition': z.string() })),
    304: notChanged,
    ...problemAnswers(400, 404),
  },
})

/** hono knows a parameter as a whole step of the path only: the ending belongs to it, and is taken off here. */
const routedFile = {
  ...getFile,
  path: '/forums/:forum{.+\\.ics}',
  hide: true,
  request: {
    ...getFile.request,
    params: z.object({
      forum: z
        .string()
        .transform(name => name.slice(0, -'.ics'.length))
        .pipe(Slug),
    }),
  },
} as const

/** To be routed before `/forums/{forum}`, which would take a file's name for a forum's. */
export const calendarRoutes = (): Api => {
  const routes = newApi()
  routes.use('/schedule.ics', conditional)
  routes.use(routedFile.path, conditional)
  routes.openAPIRegistry.registerPath(getFile)
  return routes
    .openapi(getFeed, async context => {
      const { district, series, lang } = context.req.valid('query')
      const { database, now } = context.var
      const found = await keptSchedule(context.env.DB, database, series || undefined)
      if (!found) return problem(context, { code: 'not-found' })
      const { origin } = new URL(context.req.url)
      const reader = { origin, locale: lang || 'uk', now } as const
      const text = scheduleCalendar(found.forums, district ? district.split(' ') : undefined, reader)
      return context.body(text, 200, { 'Content-Type': type, 'Cache-Control': freshFor })
    })
    .openapi(routedFile, async context => {
      const { forum } = context.req.valid('param')
      const { database, now } = context.var
      const { origin } = new URL(context.req.url)
      const row = await readForum(database, forum)
      const text = row && forumCalendar(row, { origin, locale: context.req.valid('query').lang || 'uk', now })
      if (text === undefined) return problem(context, { code: 'not-found' })
      return context.body(text, 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${forum}.ics"`,
        'Cache-Control': freshFor,
      })
    })
}
