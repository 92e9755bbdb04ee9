import type { Field } from '../fields.ts'
import type { FieldCode, ProblemCode } from '../problem-codes.ts'
import type { Locale } from '../words.ts'
import { formEn } from './form-en.ts'
import { formUk } from './form-uk.ts'

/** Refusals that only a mistake can cause, or that are put right without a word: told as trouble of the site or the server. */
type Unseen =
  | 'malformed-json'
  | 'idempotency-key-required'
  | 'invalid-idempotency-key'
  | 'invalid-query'
  | OrganisersOnly
  | 'unauthorised'
  | 'not-found'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'key-reused'
  | 'too-late'
  | 'not-confirmed-in-time'
  | 'form-too-fast'
  | 'form-expired'
  | 'invalid-request'
  | 'body-too-large'
  | 'internal-error'
  | 'overloaded'

/** Refusals that only organisers meet. */
type OrganisersOnly =
  | 'invalid-precondition'
  | 'forbidden'
  | 'already-exists'
  | 'already-registered'
  | 'in-use'
  | 'wrong-state'
  | 'people-will-be-told'
  | 'already-sent'
  | 'registration-cancelled'
  | 'registration-waitlisted'
  | 'not-the-day'
  | 'checked-in'
  | 'precondition-failed'
  | 'invalid-code'
  | 'precondition-required'

/** What is wrong with values that nobody types. */
type UnseenField =
  | 'invalid-type'
  | 'unknown-field'
  | 'too-many'
  | 'unknown-activity'
  | 'invalid-edrpou'
  | 'invalid-stamp'
  | 'invalid-solution'
  | 'invalid-slug'
  | 'invalid-address'
  | 'out-of-range'
  | 'unknown-reference'
  | 'taken'

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
  readonly problems: Readonly<Record<Exclude<ProblemCode, Unseen>, string>>
  readonly done: { readonly confirmed: string; readonly waitlisted: string }
  readonly code: string
  readonly another: string
  /** Keeps what is typed on the device, for who wants it. */
  readonly remember: string
}

/** The widget loads one language, and may learn the other. */
export const formMessages: Record<Locale, FormMessages> = { uk: formUk, en: formEn }

/** What is wrong with a field, for people; also for a code that a newer API invented. */
export const fieldSentence = (locale: Locale, code: FieldCode): string => {
  const { fieldErrors } = formMessages[locale]
  return (fieldErrors as Partial<Record<FieldCode, string>>)[code] ?? fieldErrors['invalid-value']
}
