import { daysAfter } from '../schedule/kyiv-time.ts'

/**
 * When a forum is, as a calendar has to know it: a whole day while its hour is not published, else wall times in Kyiv,
 * `2026-12-01T10:00`. `end` is null while no end is published.
 */
export type When =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'hours'; readonly start: string; readonly end: string | null }

type Published = {
  readonly date: string | null
  readonly startTime: string | null
  readonly endTime: string | null
}

/** Undefined without a date: it stands in no calendar. An end that is not after the start is on the next day. */
export const whenOf = ({ date, startTime, endTime }: Published): When | undefined => {
  if (date === null) return undefined
  if (startTime === null) return { kind: 'day', date }
  const end = endTime && `${endTime <= startTime ? daysAfter(date, 1) : date}T${endTime}`
  return { kind: 'hours', start: `${date}T${startTime}`, end }
}
