import { awaited } from './forum-reading.ts'
import type { Forum, ForumWords } from './forum.ts'
import { sentences } from './messages/sentences.ts'
import type { Locale } from './words.ts'

const day = { day: 'numeric', month: 'long' } as const

const shapes = {
  month: { month: 'long' },
  weekday: { weekday: 'long' },
  date: day,
  dateInFull: { ...day, weekday: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Shape = keyof typeof shapes

/** Making a formatter costs more than everything else about a date. */
const made = new Map<string, Intl.DateTimeFormat>()

/** By the clocks of Kyiv, wherever this runs. */
const format = (locale: Locale, shape: Shape, moment: string): string => {
  const key = locale + shape
  const options = { ...shapes[shape], timeZone: 'Europe/Kyiv' }
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale === 'uk' ? 'uk-UA' : 'en-GB', options)
  made.set(key, formatter)
  return formatter.format(new Date(moment))
}

/** `date` is `YYYY-MM-DD`. A day has no zone: its noon in Greenwich is the same day in Kyiv. */
export const dayIn = (locale: Locale, shape: Exclude<Shape, 'time'>, date: string): string =>
  format(locale, shape, `${date}T12:00Z`)

/** `moment` is ISO 8601 with an offset: «5 червня, 18:00», "5 June, 18:00". */
export const momentIn = (locale: Locale, moment: string): string =>
  `${format(locale, 'date', moment)}, ${format(locale, 'time', moment)}`

/** `moment` is ISO 8601 with an offset: «18:00». */
export const timeIn = (locale: Locale, moment: string): string => format(locale, 'time', moment)

/** Places are named when there are so few that one should hurry. */
const few = 20

type Facts = Omit<Forum, 'words'>

/** A forum, told to people in a language. */
export const forumWords = (locale: Locale, forum: Facts): ForumWords => {
  const { date, movedFrom, outcome } = forum
  const { movedFrom: moved, attended } = sentences[locale]
  const waited = awaited(forum)
  const dated = (shape: 'dateInFull' | 'month' | 'weekday') => date && dayIn(locale, shape, date)
  return {
    date: dated('dateInFull'),
    month: dated('month'),
    weekday: dated('weekday'),
    registration: standing(locale, forum),
    seats: seats(locale, forum),
    moved: movedFrom && moved(dayIn(locale, 'date', movedFrom)),
    attendance: outcome?.attendance ? attended(outcome.attendance) : null,
    tellMe: waited && sentences[locale].tellMe[waited],
  }
}

/** How registration stands, or what became of the forum itself. */
const standing = (locale: Locale, { state, registration }: Facts): string => {
  const words = sentences[locale]
  if (state === 'paused' || state === 'cancelled') return words[state]
  const { state: stands, opensAt, closesAt } = registration
  const when = stands === 'not-open' ? opensAt : closesAt
  return words.registration[stands](when ? momentIn(locale, when) : '')
}

const seats = (locale: Locale, { registration: { state, seatsLeft } }: Facts): string | null =>
  state === 'open' && seatsLeft !== null && seatsLeft <= few ? sentences[locale].seatsLeft(seatsLeft) : null
