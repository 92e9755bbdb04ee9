import { expect, test } from 'vitest'
import { dayIn, momentIn } from './wording.ts'

test('a day is the same day wherever the reader is', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/New_York')
  expect(dayIn('uk', 'dateInFull', '2019-06-06')).toBe('четвер, 6 червня 2019 р.')
  expect(dayIn('en', 'dateInFull', '2019-06-06')).toMatch(/^Thursday,? 6 June 2019$/)
  expect(dayIn('uk', 'month', '2019-06-01')).toBe('червень')
  expect(dayIn('uk', 'date', '2019-12-31')).toBe('31 грудня')
})

test('a moment is told by the clocks of Kyiv, in summer and in winter', () => {
  expect(momentIn('uk', '2019-06-05T15:00:00.000Z')).toBe('5 червня, 18:00')
  expect(momentIn('en', '2019-06-05T15:00:00.000Z')).toBe('5 June, 18:00')
  expect(momentIn('uk', '2019-12-05T22:30:00.000Z')).toBe('6 грудня, 00:30')
})
