/** Wall time in Kyiv and moments, by the rules that `Intl` knows; a change of the law on clocks arrives with the platform. */
export const kyiv = 'Europe/Kyiv'

const hour = 60 * 60 * 1000
const day = 24 * hour

const kyivParts = new Intl.DateTimeFormat('en-US', {
  timeZone: kyiv,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** Milliseconds by which the wall clock in Kyiv is ahead of UTC at a moment. */
const kyivOffset = (moment: number): number => {
  const part = Object.fromEntries(kyivParts.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, date, hours, minute, second) - Math.floor(moment / 1000) * 1000
}

/**
 * What the clock on the wall in Kyiv shows at a moment, in the fields that a `Date` has for UTC. For many moments: clocks
 * change on the hour, so each hour is looked up once.
 */
export const kyivClock = (): ((moment: number) => Date) => {
  const offsets = new Map<number, number>()
  return moment => {
    const since = Math.floor(moment / hour)
    const offset = offsets.get(since) ?? kyivOffset(moment)
    offsets.set(since, offset)
    return new Date(moment + offset)
  }
}

/**
 * The moment of a wall time in Kyiv. An hour that the clocks skip moves forward, one that they repeat is its first
 * occurrence (what `Temporal` calls 'compatible').
 */
export const kyivMoment = (date: string, time = '00:00'): number => {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  const before = asIfUtc - kyivOffset(asIfUtc - day)
  const after = asIfUtc - kyivOffset(asIfUtc + day)
  const exact = [before, after].filter(moment => moment + kyivOffset(moment) === asIfUtc)
  return exact.length > 0 ? Math.min(...exact) : before
}

/** What the clocks on the wall in Kyiv show at a moment: `2019-06-06T10:00`. */
export const kyivWallTime = (moment: number): string => new Date(moment + kyivOffset(moment)).toISOString().slice(0, 16)

/** Whether the clocks will show once more what they show at a moment: those of the last hour of summer time. */
export const isRepeated = (moment: number): boolean => kyivWallTime(moment) === kyivWallTime(moment + hour)

/** A wall time in Kyiv as ISO 8601 with the offset of that day: `2019-06-06T10:00+03:00`. */
export const kyivIso = (date: string, time: string): string => {
  const hours = (Date.parse(`${date}T${time}:00Z`) - kyivMoment(date, time)) / hour
  return `${date}T${time}+${String(hours).padStart(2, '0')}:00`
}

/** A date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The date in Kyiv at a moment: `2019-06-06`. */
export const kyivDate = (moment: number): string => kyivWallTime(moment).slice(0, 10)

/** What the clocks in Kyiv show at a moment: `10:42`. */
export const kyivTime = (moment: number): string => kyivWallTime(moment).slice(11)
