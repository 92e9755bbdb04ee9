import type { Forum, Locale } from '#contract'
import type { Messages } from '#contract/messages/messages'

/** The language that a person is spoken to. */
export interface Language {
  readonly locale: Locale
  readonly messages: Messages
}

/** What every part of the schedule is shown with: the language, and what a person may ask for. */
export interface View extends Language {
  readonly variant: string | null
  /** Origin of the forums' own pages. */
  readonly pages: string | null
  /** Whether registering is for those pages. */
  readonly onPage: boolean
  /** The slug of the forum whose form could not be opened. */
  readonly unopened: string | null
  /** The form is wanted. */
  readonly open: (forum: Forum) => void
  /** The form will probably be wanted in a moment. */
  readonly approach: () => void
  readonly retry: () => void
}
