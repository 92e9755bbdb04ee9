import type { Locale } from '#contract'

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

/** By the clocks of Kyiv, wherever the reader is. */
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
