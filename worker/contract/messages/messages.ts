import type { Locale } from '../words.ts'
import { en } from './en.ts'
import { uk } from './uk.ts'

/** Whose turn it is when the schedule does not come: the reader's, the page's editors', or ours. */
export type Trouble = 'connection' | 'settings' | 'server'

/** What stands around the forums wherever they are shown; what is said of a forum itself comes in its `words`. */
export interface Messages {
  readonly loading: string
  readonly laterForums: string
  readonly undated: string
  readonly heldForums: (count: number) => string
  readonly hours: string
  readonly hoursToCome: string
  readonly place: string
  readonly placeToCome: string
  readonly shelter: string
  readonly access: string
  readonly map: string
  readonly newTab: string
  /** The file of a forum, for a calendar. */
  readonly toCalendar: string
  readonly register: string
  readonly joinWaitlist: string
  /** The way to the page on which one can register when this one cannot. */
  readonly forumPage: string
  readonly goal: string
  readonly goalAbout: string
  readonly source: string
  readonly empty: string
  /** `when` is the moment at which the schedule was last known. */
  readonly stale: (when: string) => string
  readonly troubles: Readonly<Record<Trouble, string>>
  readonly tryAgain: string
  readonly cityPortal: string
}

export const messages: Readonly<Record<Locale, Messages>> = { uk, en }
