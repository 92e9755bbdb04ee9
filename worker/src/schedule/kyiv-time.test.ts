import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, isRepeated, kyivClock, kyivDate, kyivIso, kyivMoment, kyivTime, kyivWallTime } from './kyiv-time.ts'

const iso = (date: string, time?: string) => new Date(kyivMoment(date, time)).toISOString()

const wallTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Kyiv',
  dateStyle: 'short',
  timeStyle: 'short',
})

describe('a wall time in Kyiv', () => {
  it.each([
    ['summer', '2019-06-05', '18:00', '2019-06-05T15:00:00.000Z'],
    ['winter', '2026-12-01', '10:00', '2026-12-01T08:00:00.000Z'],
    ['an hour that comes twice is its first', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['an hour that is skipped moves forward', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    ['midnight', '2026-10-25', '00:00', '2026-10-24T21:00:00.000Z'],
  ])('%s', (_, date, time, moment) => {
    expect(iso(date, time)).toBe(moment)
  })

  it('is what Intl shows for that moment, on every day and hour that exists', () => {
    const minutes = fc.integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
    fc.assert(
      fc.property(minutes, minute => {
        const [date = '', time = ''] = wallTime.format(minute * 60_000).split(' ')
        expect(wallTime.format(kyivMoment(date, time))).toBe(`${date} ${time}`)
      }),
      { numRuns: 2_000 },
    )
  })

  it('without an hour is the start of the day', () => {
    expect(iso('2019-06-06')).toBe('2019-06-05T21:00:00.000Z')
  })
})

describe('what the clocks show', () => {
  it.each([
    ['2019-06-05T15:00:00Z', '2019-06-05T18:00', false],
    ['2026-12-01T08:00:00Z', '2026-12-01T10:00', false],
    ['2027-03-28T01:30:00Z', '2027-03-28T04:30', false],
    ['2026-10-25T00:30:00Z', '2026-10-25T03:30', true],
    ['2026-10-25T01:30:00Z', '2026-10-25T03:30', false],
  ])('at %s is %s', (moment, shown, again) => {
    expect([kyivWallTime(Date.parse(moment)), isRepeated(Date.parse(moment))]).toEqual([shown, again])
  })
})

it.each([
  ['2019-06-06', '10:00', '2019-06-06T10:00+03:00'],
  ['2019-12-10', '22:00', '2019-12-10T22:00+02:00'],
])('%s %s says the offset of its day', (date, time, iso8601) => {
  expect(kyivIso(date, time)).toBe(iso8601)
})

describe('days after a date', () => {
  it.each([
    ['2019-06-06', -1, '2019-06-05'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-03-28', 1, '2027-03-29'],
  ])('%s and %i is %s', (date, days, expected) => {
    expect(daysAfter(date, days)).toBe(expected)
  })
})

describe('the clock of Kyiv', () => {
  it.each([
    ['2019-06-03T09:00:05.250Z', '2019-06-03T12:00:05.250Z'],
    ['2026-10-25T00:59:59Z', '2026-10-25T03:59:59.000Z'],
    ['2026-10-25T01:00:00Z', '2026-10-25T03:00:00.000Z'],
    ['2026-12-31T22:30:00Z', '2027-01-01T00:30:00.000Z'],
  ])('shows at %s the hour of %s', (moment, shown) => {
    expect(kyivClock()(Date.parse(moment)).toISOString()).toBe(shown)
  })

  it('shows the same to whoever asks twice', () => {
    const clock = kyivClock()
    const minutes = fc.integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
    fc.assert(
      fc.property(minutes, minute => {
        const shown = clock(minute * 60_000).toISOString()
        expect(shown.slice(0, 16).replace('T', ' ')).toBe(wallTime.format(minute * 60_000))
      }),
    )
  })
})

it.each([
  ['2019-06-05T20:59:59.999Z', '2019-06-05', '23:59'],
  ['2019-06-05T21:00:00.000Z', '2019-06-06', '00:00'],
  ['2026-10-25T00:30:00.000Z', '2026-10-25', '03:30'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25', '03:30'],
])('%s is %s, %s in Kyiv', (moment, date, time) => {
  expect([kyivDate(Date.parse(moment)), kyivTime(Date.parse(moment))]).toEqual([date, time])
})
