import type { Locale } from '#contract'
import type { FieldCode } from '#contract/problem-codes'
import type { FailureCode } from '../http.ts'
import type { Field } from '../registration/fields.ts'
import { formEn } from './form-en.ts'
import { formUk } from './form-uk.ts'
import { messages, troubleOf } from './messages.ts'

/** Refusals that only a mistake of ours can cause, or that are put right without a word: told as trouble of the server. */
type Unseen =
  | 'malformed-json'
  | 'idempotency-key-required'
  | 'invalid-idempotency-key'
  | 'unauthorised'
  | 'foreign-origin'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'key-reused'
  | 'too-late'
  | 'form-too-fast'
  | 'form-expired'
  | 'invalid-request'
  | 'body-too-large'
  | 'internal-error'
  | 'overloaded'

/** Told in the words of the schedule. */
type Told = 'network' | 'timeout' | 'bad-api' | 'invalid-query' | 'not-found'

/** What is wrong with values that nobody types. */
type UnseenField =
  | 'invalid-type'
  | 'unknown-field'
  | 'too-many'
  | 'unknown-activity'
  | 'invalid-edrpou'
  | 'invalid-stamp'
  | 'invalid-solution'

/** Everything that the form says besides what the schedule says too. It travels with the form; a code without its sentence does not compile. */
export interface FormMessages {
  readonly title: string
  readonly waitlistNotice: string
  readonly close: string
  readonly labels: Readonly<Record<Field, string>>
  readonly hints: Readonly<Partial<Record<Field, string>>>
  readonly optional: string
  readonly nobody: string
  readonly consentText: string
  readonly sending: string
  readonly kept: string
  readonly summary: (count: number) => string
  readonly fieldErrors: Readonly<Record<Exclude<FieldCode, UnseenField>, string>>
  readonly problems: Readonly<Record<Exclude<FailureCode, Unseen | Told>, string>>
  readonly done: { readonly confirmed: string; readonly waitlisted: string }
  readonly code: string
  readonly copy: string
  readonly copied: string
  readonly another: string
}

export const formMessages: Readonly<Record<Locale, FormMessages>> = { uk: formUk, en: formEn }

/** What is wrong with a field, for people; also for a code that a newer API invented. */
export const fieldSentence = (locale: Locale, code: FieldCode): string => {
  const { fieldErrors } = formMessages[locale]
  return (fieldErrors as Partial<Record<FieldCode, string>>)[code] ?? fieldErrors['invalid-value']
}

/** Why it did not succeed, and that nothing typed is lost. */
export const problemSentence = (locale: Locale, code: FailureCode): string => {
  const { problems, kept } = formMessages[locale]
  const own = (problems as Partial<Record<FailureCode, string>>)[code]
  return own ?? `${messages[locale].troubles[troubleOf(code)]} ${kept}`
}
