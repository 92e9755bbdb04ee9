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
import { formBody } from './form-body.ts'
import { type ForumPage, forumPage, receiptPage, returnedPage } from './forum-page.ts'
import { hostedHeaders, knownLanguage, ownFormOnly } from './hosted.ts'
import { localeOf } from './page-address.ts'
import { refusalPage } from './refusal-page.ts'
import { complaintOf, sendForm } from './send-form.ts'
import { type TypedForm, typedForm, untouched } from './typed-form.ts'

/** A page for each forum, on which one can register without JavaScript. */
export const forumPageRoutes = (): Api => {
  const routes = newApi()
  routes.use('/forums/*', hostedHeaders, knownLanguage)
  routes.get('/forums/:forum', etag(), show)
  routes.post('/forums/:forum', ownFormOnly, ...formBody, receive)
  return routes
}

const show = async (context: Context<Env>) => {
  const opened = await open(context)
  if (!opened) return refusalPage(context, 'not-found')
  const page = pageOf(context, opened)
  const takes = takesRegistrations(page.forum)
  const { form } = opened
  const { locale } = page
  const registration = { locale, form, typed: untouched(form.stamp, newKey()), errors: {} }
  context.header('Cache-Control', takes ? 'no-store' : freshFor)
  return context.html(forumPage(page, takes ? registration : undefined))
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
  return context.html(returnedPage(page, registration), problemStatuses[refusal.code])
}

/** Whoever has mended a field should not have to wait as if the form had only now been opened. */
const isStillGood = async (context: Context<Env>, { stamp }: TypedForm, { form }: Opened): Promise<boolean> => {
  const opened = await openedAt(stamp, context.env.STAMP_SECRET, form.forum)
  const age = opened === null ? -1 : context.var.now - opened
  return age >= 0 && age < limits.stamp.most / 2
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
