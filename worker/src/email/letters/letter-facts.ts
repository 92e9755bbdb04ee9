import type { Forum, Locale, RegistrationStatus, Words } from '#contract'
import type { LetterKind } from './letter-kinds.ts'

export type { LetterKind, Locale }

/** What a letter may say. Nothing here was typed by the person who registered: a letter carries no stranger's words. */
export type LetterFacts = {
  readonly forum: Forum
  readonly status: RegistrationStatus
  /** Of the registration, for the door. */
  readonly code: string
  /** Until which hour in Kyiv the place is held; null: it is theirs. */
  readonly heldUntil: string | null
  /** The private link. */
  readonly link: string
  /** The forum's own page, in the letter's language. */
  readonly page: string
  /** Where reminders are switched off. */
  readonly reminders: string
  /** Whose material it is. */
  readonly source: { readonly name: Words; readonly url: string }
  /** What organisers wrote, in the letter's language, when it is their letter. */
  readonly written?: { readonly subject: string; readonly text: string }
}
