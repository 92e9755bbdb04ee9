import type { Context } from 'hono'
import { type Api, type Env, newApi } from '../http/api.ts'
import { hostedHeaders, knownLanguage } from '../pages/hosted.ts'
import { localeOf } from '../pages/page-address.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { numberOf } from '../registration/signed-number.ts'
import { presentForum } from '../schedule/present-forum.ts'
import { type Step, subscriptionPage } from './subscription-page.ts'
import { confirmSubscription, readSubscription, removeSubscription } from './subscription-store.ts'

/**
 * Where an address is confirmed, and where it is taken away: by the page's button, and by that of a mail program, which
 * sends a POST from anywhere and reads no page (RFC 8058). The token in the path is all that is needed.
 */
export const subscriptionPageRoutes = (): Api => {
  const routes = newApi()
  routes.use('/subscriptions/*', hostedHeaders, knownLanguage)
  routes.get('/subscriptions/:token', context => answer(context, 'confirm', false))
  routes.post('/subscriptions/:token', context => answer(context, 'confirm', true))
  routes.get('/subscriptions/:token/end', context => answer(context, 'leave', false))
  routes.post('/subscriptions/:token/end', context => answer(context, 'leave', true))
  return routes
}

const answer = async (context: Context<Env>, asked: 'confirm' | 'leave', isDone: boolean): Promise<Response> => {
  const id = await numberOf(context.env.STAMP_SECRET, 'subscription', context.req.param('token') ?? '')
  if (id === undefined) return refusalPage(context, 'not-found')
  const { database, now } = context.var
  const found = await readSubscription(database, id)
  if (isDone && found)
    await (asked === 'confirm' ? confirmSubscription(database, id, now) : removeSubscription(database, id))
  const { origin, pathname: path } = new URL(context.req.url)
  context.header('Cache-Control', 'no-store')
  const page = { locale: localeOf(context), origin, path }
  return context.html(subscriptionPage(page, stepOf(found, asked, isDone), found && presentForum(found, now)))
}

const stepOf = (
  found: Awaited<ReturnType<typeof readSubscription>>,
  asked: 'confirm' | 'leave',
  isDone: boolean,
): Step => {
  if (!found || (asked === 'leave' && isDone)) return 'gone'
  return asked === 'confirm' && (isDone || found.subscription.confirmedAt !== null) ? 'confirmed' : asked
}
