import type { Context } from 'hono'
import { type Api, type Env, newApi } from '../http/api.ts'
import { hostedHeaders, knownLanguage } from '../pages/hosted.ts'
import { localeOf } from '../pages/page-address.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { numberOf } from '../registration/signed-number.ts'
import { reminderPage } from './reminder-page.ts'
import { refuseReminders } from './reminder-store.ts'

/**
 * Where reminders are switched off: by the page's button, and by that of a mail program, which sends a POST from
 * anywhere and reads no page (RFC 8058). The token in the path is all that is needed, and good for nothing else.
 */
export const reminderRoutes = (): Api => {
  const routes = newApi()
  routes.use('/reminders/*', hostedHeaders, knownLanguage)
  routes.get('/reminders/:token', context => answer(context, false))
  routes.post('/reminders/:token', context => answer(context, true))
  return routes
}

const answer = async (context: Context<Env>, refuses: boolean): Promise<Response> => {
  const registration = await numberOf(context.env.STAMP_SECRET, 'reminders', context.req.param('token') ?? '')
  if (registration === undefined) return refusalPage(context, 'not-found')
  if (refuses) await refuseReminders(context.var.database, registration, context.var.now)
  const { origin, pathname } = new URL(context.req.url)
  context.header('Cache-Control', 'no-store')
  return context.html(reminderPage(localeOf(context), origin, pathname, refuses))
}
