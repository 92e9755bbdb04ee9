import type { Locale, ProblemCode } from '#contract'
import { pageWordsEn } from './page-words-en.ts'
import { pageWordsUk } from './page-words-uk.ts'

/** What a page can be instead of itself. */
export type PageRefusal = Extract<
  ProblemCode,
  | 'invalid-query'
  | 'foreign-origin'
  | 'not-found'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'internal-error'
  | 'overloaded'
>

/** Why a form that was well filled in has to be sent once more. */
export type Unsent = Extract<
  ProblemCode,
  'form-too-fast' | 'form-expired' | 'key-reused' | 'invalid-idempotency-key' | 'too-many-requests'
>

/** What only the hosted pages say; forums, fields and their errors are told in the contract's words. */
export interface PageWords {
  readonly site: string
  readonly about: string
  readonly otherLanguage: string
  readonly skip: string
  readonly schedule: string
  readonly wholeSchedule: string
  readonly byDistrict: string
  readonly tellMe: string
  readonly forumPage: string
  readonly accessibility: string
  readonly organiser: string
  readonly city: string
  /** Before the title of a page that came back with complaints. */
  readonly error: string
  /** To who represents nobody and has no JavaScript to hide the field. */
  readonly alone: string
  readonly consentVersion: (version: string) => string
  /** Of the field that people do not see. */
  readonly leaveEmpty: string
  readonly unsent: Readonly<Record<Unsent, string>>
  readonly refusals: Readonly<Record<PageRefusal, { readonly title: string; readonly text: string }>>
  /** On a page that holds, unseen, what could not be sent. */
  readonly nothingLost: string
}

export const pageWords: Readonly<Record<Locale, PageWords>> = { uk: pageWordsUk, en: pageWordsEn }
