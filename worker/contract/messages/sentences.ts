import type { Availability, Outcome } from '../forum.ts'
import type { Locale } from '../words.ts'
import { sentencesEn } from './sentences-en.ts'
import { sentencesUk } from './sentences-uk.ts'

/** What is said of a forum. Dates come in already spelled in the language. */
export interface Sentences {
  /** How registration stands; `when` is until when, or from when if it is not open yet. */
  readonly registration: Readonly<Record<Availability['state'], (when: string) => string>>
  readonly seatsLeft: (count: number) => string
  readonly movedFrom: (date: string) => string
  readonly paused: string
  readonly cancelled: string
  readonly attended: (attendance: NonNullable<Outcome['attendance']>) => string
  /** What one asks for where there is nothing to register for yet. */
  readonly tellMe: Readonly<Record<'date' | 'opening', string>>
  readonly progress: (held: number, total: number) => string
}

export const sentences: Readonly<Record<Locale, Sentences>> = { uk: sentencesUk, en: sentencesEn }
