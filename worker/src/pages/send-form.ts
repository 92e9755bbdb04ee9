import type { Context } from 'hono'
import { idempotencyKey, type Locale, type ProblemCode, RegistrationRequest, SubscriptionRequest } from '#contract'
import { type FieldErrors, fieldErrorsOf } from '#contract/field-errors'
import { formMessages } from '#contract/messages/form-messages'
import { messages } from '#contract/messages/messages'
import type { Env } from '../http/api.ts'
import { fieldProblems } from '../http/field-problems.ts'
import { senderOf } from '../http/sender.ts'
import type { Refusal } from '../problems.ts'
import { type Answer, register, type Refused } from '../registration/register.ts'
import { subscribe } from '../subscription/subscribe.ts'
import { pageWords, type Unsent } from './page-words.ts'
import { requestOf, type TypedForm } from './typed-form.ts'

type Sent = Answer | Refused<'invalid-idempotency-key'>

/** Registers by what was typed, through the schema and the verb of the API. */
export const sendForm = async (
  context: Context<Env>,
  forum: string,
  typed: TypedForm,
  locale: Locale,
): Promise<Sent> => {
  const { database, now } = context.var
  const key = idempotencyKey(typed.key)
  if (key === undefined) return { refusal: { code: 'invalid-idempotency-key' } }
  const read = RegistrationRequest.safeParse(requestOf(typed, locale))
  if (!read.success) return { refusal: { code: 'invalid-request', errors: fieldProblems(read.error.issues) } }
  const keeper = { database, secret: context.env.STAMP_SECRET, limits: context.env }
  return register(keeper, { forum, key, request: read.data, ...(await senderOf(context)), now })
}

/** Asks to be told of a forum by what was typed, in the same way. */
export const sendTellMe = async (
  context: Context<Env>,
  forum: string,
  { texts: { email }, stamp, website }: TypedForm,
  locale: Locale,
): ReturnType<typeof subscribe> => {
  const read = SubscriptionRequest.safeParse({ email, locale, stamp, website: website || undefined })
  if (!read.success) return { refusal: { code: 'invalid-request', errors: fieldProblems(read.error.issues) } }
  const { database, now } = context.var
  const { source } = await senderOf(context)
  const keeper = { database, secret: context.env.STAMP_SECRET, limits: context.env }
  return subscribe(keeper, { forum, request: read.data, source, now })
}

export type Complaint = { readonly errors: FieldErrors; readonly sentence?: string }

/** What a person is told of a refusal: beside the fields, or in a sentence where no field is to blame. */
export const complaintOf = ({ code, errors = [] }: Refusal, locale: Locale): Complaint => {
  const wrong = fieldErrorsOf(errors)
  return Object.keys(wrong).length > 0 ? { errors: wrong } : { errors: {}, sentence: sentenceOf(code, locale) }
}

const sentenceOf = (code: ProblemCode, locale: Locale): string => {
  const { unsent } = pageWords[locale]
  const { problems } = formMessages[locale]
  // Bad input that is no field's fault: a stamp that is not ours.
  if (code === 'invalid-request') return unsent['form-expired']
  if (isUnsent(code)) return unsent[code]
  return (problems as Partial<Record<ProblemCode, string>>)[code] ?? messages[locale].troubles.server
}

const isUnsent = (code: ProblemCode): code is Unsent => Object.hasOwn(pageWords.uk.unsent, code)
