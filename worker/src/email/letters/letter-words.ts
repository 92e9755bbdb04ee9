import type { RegistrationStatus } from '#contract'
import type { LetterKind, Locale } from './letter-facts.ts'
import type { SubscriptionLetterKind } from './letter-kinds.ts'
import { lettersEn } from './letter-words-en.ts'
import { lettersUk } from './letter-words-uk.ts'

/** What one kind of letter says of its own. */
type Telling = {
  /** Before the forum's title. */
  readonly subject: string
  readonly heading: string
  readonly opening: readonly string[]
}

export type LetterWords = {
  readonly site: string
  readonly tellings: Readonly<Record<Exclude<LetterKind, 'from-organisers'>, Telling>>
  readonly fromOrganisers: string
  readonly standing: Readonly<Record<RegistrationStatus, string>>
  readonly date: string
  readonly dateToCome: string
  /** A day and the year of it. */
  readonly dayOf: (day: string, year: string) => string
  readonly unknown: string
  readonly code: string
  readonly qr: (code: string) => string
  readonly atTheDoor: string
  /** Of the code, while there is no place. */
  readonly forLater: string
  /** What the private link does, and what is left of it when there is no place to give up any more. */
  readonly own: string
  /** Of a place that is only held: `time` is by the clocks of Kyiv. */
  readonly held: (time: string) => string
  readonly heldInLine: (time: string) => string
  readonly toConfirm: string
  readonly notYou: string
  readonly ownData: string
  readonly isPersonal: string
  readonly forumPage: string
  readonly registerAgain: string
  readonly results: string
  readonly resultsToCome: string
  readonly calendar: string
  /** `until` is a day, or null when nobody knows the forum's date. */
  readonly stored: (until: string | null) => string
  readonly why: string
  readonly switchOff: string
  /** For whoever waits to be told of a forum. */
  readonly subscription: {
    readonly tellings: Readonly<Record<SubscriptionLetterKind, Telling>>
    readonly confirm: string
    readonly notMe: string
    readonly register: string
    readonly stored: string
    readonly why: string
    readonly leave: string
  }
}

export const letterWords: Readonly<Record<Locale, LetterWords>> = { uk: lettersUk, en: lettersEn }
