import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { ScheduleQuery } from '#contract'
import { type Api, type Env, newApi } from '../http/api.ts'
import { presentSchedule } from '../schedule/present-schedule.ts'
import { keptSchedule } from '../schedule/schedule-cache.ts'
import { freshFor } from '../schedule/schedule-routes.ts'
import { hostedHeaders, knownLanguage } from './hosted.ts'
import { localeOf } from './page-address.ts'
import { refusalPage } from './refusal-page.ts'
import { type Asked, schedulePage } from './schedule-page.ts'

/** The schedule as a page, whole or of some districts. */
export const schedulePageRoutes = (): Api => {
  const routes = newApi()
  routes.use('/schedule/*', hostedHeaders, knownLanguage)
  routes.get('/schedule', etag(), show)
  return routes
}

const show = async (context: Context<Env>) => {
  const asked = read(context)
  if (!asked) return refusalPage(context, 'invalid-query')
  const { database, now } = context.var
  const found = await keptSchedule(context.env.DB, database, asked.series)
  if (!found) return refusalPage(context, 'not-found')
  const of = (districts: readonly string[] | undefined) => presentSchedule(found.series, found.forums, districts, now)
  context.header('Cache-Control', freshFor)
  return context.html(
    schedulePage({
      asked,
      schedule: of(asked.district?.split(' ')),
      whole: of(undefined).forums,
      locale: localeOf(context),
      origin: new URL(context.req.url).origin,
    }),
  )
}

/** Only these two are looked at: whoever shares an address adds parameters of their own. */
const read = (context: Context<Env>): Asked | undefined => {
  const district = context.req.query('district')?.trim().replaceAll(/ +/g, ' ')
  const { success, data } = ScheduleQuery.safeParse({ district, series: context.req.query('series') })
  return success ? { district: data.district || undefined, series: data.series || undefined } : undefined
}
