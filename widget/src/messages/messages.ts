import type { Availability, Locale, Outcome } from '#contract'
import type { FailureCode } from '../http.ts'
import { en } from './en.ts'
import { uk } from './uk.ts'

/** Whose turn it is when the schedule does not come: the reader's, the page's editors', or ours. */
export type Trouble = 'connection' | 'settings' | 'server'

/** Everything that the schedule says. Dates and names come in already spelled in the language. */
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
  readonly register: string
  readonly joinWaitlist: string
  /** How registration stands; `when` is until when, or from when if it is not open yet. */
  readonly registration: Readonly<Record<Availability['state'], (when: string) => string>>
  readonly seatsLeft: (count: number) => string
  readonly movedFrom: (date: string) => string
  readonly paused: string
  readonly cancelled: string
  readonly attended: (attendance: NonNullable<Outcome['attendance']>) => string
  readonly goal: string
  readonly goalAbout: string
  readonly progress: (held: number, total: number) => string
  readonly source: string
  readonly empty: string
  readonly troubles: Readonly<Record<Trouble, string>>
  readonly tryAgain: string
  readonly cityPortal: string
}

export const messages: Readonly<Record<Locale, Messages>> = { uk, en }

/** Codes that a newer API invents are taken for its own trouble. */
export const troubleOf = (code: FailureCode): Trouble => {
  switch (code) {
    case 'network':
    case 'timeout':
      return 'connection'
    case 'bad-api':
    case 'invalid-query':
    case 'not-found':
      return 'settings'
    default:
      return 'server'
  }
}
