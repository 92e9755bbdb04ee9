import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { idempotencyKey, limits, problemStatuses, Slug } from '#contract'
import { takesRegistrations } from '#contract/forum-reading'
import { type Api, type Env, newApi } from '../http/api.ts'
import { senderOf } from '../http/sender.ts'
import { type Refusal, retryAfter } from '../problems.ts'
import { type Opened, openForm } from '../registration/open-form.ts'
import { wholeReceiptOf } from '../registration/receipt.ts'
import { openedAt } from '../registration/stamp.ts'
import { presentForum } from '../schedule/present-forum.ts'
import { forgetForum } from '../schedule/schedule-cache.ts'
import { freshFor } from '../schedule/schedule-routes.ts'
import { nextOf } from '../subscription/next.ts'
import { formBody } from './form-body.ts'
import { formView, summaryOf } from './form-view.ts'
import { askedPage, type ForumPage, forumPage, receiptPage, returnedPage } from './forum-page.ts'
import { hostedHeaders, knownLanguage, ownFormOnly } from './hosted.ts'
import { forumAddress, localeOf } from './page-address.ts'
import { refusalPage } from './refusal-page.ts'
import { complaintOf, sendForm, sendTellMe } from './send-form.ts'
import { tellMeView } from './tell-me-view.ts'
import { type TypedForm, typedForm, untouched } from './typed-form.ts'

/** A page for each forum, on which one can register without JavaScript. */
export const forumPageRoutes = (): Api => {
  const routes = newApi()
  routes.use('/forums/*', hostedHeaders, knownLanguage)
  routes.get('/forums/:forum', etag(), show)
  routes.post('/forums/:forum', ownFormOnly, ...formBody, receive)
  routes.post('/forums/:forum/subscriptions', ownFormOnly, ...formBody, ask)
  return routes
}

const show = async (context: Context<Env>) => {
  const opened = await open(context)
  if (!opened) return refusalPage(context, 'not-found')
  const page = pageOf(context, opened)
  const takes = takesRegistrations(page.forum)
  const { form } = opened
  const view = { locale: page.locale, typed: untouched(form.stamp, newKey()), errors: {} }
  const shown = takes ? formView({ ...view, form }) : tellMeView({ ...view, forum: page.forum })
  context.header('Cache-Control', shown === '' ? freshFor : 'no-store')
  return context.html(forumPage(page, shown))
}

const receive = async (context: Context<Env>) => {
  const typed = typedForm(context.var.sent ?? '')
  const forum = context.req.param('forum') ?? ''
  if (!Slug.safeParse(forum).success) return refusalPage(context, 'not-found')
  const sent = await sendForm(context, forum, typed, localeOf(context))
  // After the sending: the page tells what has become of the forum by it.
  const opened = await open(context)
  if (!opened) return refusalPage(context, 'not-found')
  if ('refusal' in sent) return giveBack(context, opened, typed, sent.refusal)
  forgetForum(context.env.DB, forum)
  context.header('Cache-Control', 'no-store')
  const page = pageOf(context, opened)
  return context.html(receiptPage(page, wholeReceiptOf(sent, page.origin, context.var.now)), 201)
}

/** The form again, with everything that was typed. Nothing was stored, so it keeps its key, unless the key is the reason. */
const giveBack = async (context: Context<Env>, opened: Opened, typed: TypedForm, refusal: Refusal) => {
  const page = pageOf(context, opened)
  const { locale } = page
  const key = refusal.code === 'key-reused' || idempotencyKey(typed.key) === undefined ? newKey() : typed.key
  const stamp = (await isStillGood(context, typed, opened)) ? typed.stamp : opened.form.stamp
  const registration = {
    locale,
    form: opened.form,
    typed: { ...typed, key, stamp },
    ...complaintOf(refusal, locale),
  }
  context.header('Cache-Control', 'no-store')
  const wait = retryAfter[refusal.code]
  if (wait !== undefined) context.header('Retry-After', String(wait))
  const returned = { form: formView(registration), summary: summaryOf(registration) }
  return context.html(returnedPage(page, returned), problemStatuses[refusal.code])
}

/** Whoever has mended a field should not have to wait as if the form had only now been opened. */
const isStillGood = async (context: Context<Env>, { stamp }: TypedForm, { form }: Opened): Promise<boolean> => {
  const opened = await openedAt(stamp, context.env.STAMP_SECRET, form.forum)
  const age = opened === null ? -1 : context.var.now - opened
  return age >= 0 && age < limits.stamp.most / 2
}

/** Keeps the address of somebody who wants to be told, by the schema and the verb of the API. */
const ask = async (context: Context<Env>) => {
  const typed = typedForm(context.var.sent ?? '')
  const opened = await open(context)
  if (!opened) return refusalPage(context, 'not-found')
  const page = pageOf(context, opened)
  const sent = await sendTellMe(context, page.forum.slug, typed, page.locale)
  context.header('Cache-Control', 'no-store')
  if (!('refusal' in sent)) return context.html(askedPage(page, nextOf[sent.awaited]), 202)
  // Meanwhile there is more than an address to leave, or nothing at all: the page shows it.
  if (sent.refusal.code === 'nothing-awaited') return context.redirect(forumAddress(page.locale, page.forum.slug), 303)
  const stamp = (await isStillGood(context, typed, opened)) ? typed.stamp : opened.form.stamp
  const { locale, forum } = page
  const view = { locale, forum, typed: { ...typed, stamp }, ...complaintOf(sent.refusal, locale) }
  const returned = { form: tellMeView(view), summary: summaryOf(view) }
  return context.html(returnedPage(page, returned), problemStatuses[sent.refusal.code])
}

const open = async (context: Context<Env>): Promise<Opened | undefined> => {
  const forum = context.req.param('forum') ?? ''
  if (!Slug.safeParse(forum).success) return undefined
  const { database, now } = context.var
  const { source } = await senderOf(context)
  return openForm(database, context.env.STAMP_SECRET, { forum, source, now })
}

const pageOf = (context: Context<Env>, { row }: Opened): ForumPage => ({
  forum: presentForum(row, context.var.now),
  locale: localeOf(context),
  origin: new URL(context.req.url).origin,
})

/** For one sending, and each of its repetitions. */
const newKey = (): string => crypto.randomUUID()
