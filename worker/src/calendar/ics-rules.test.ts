import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../test/read-calendar.ts'
import { daysAfter, kyivMoment } from '../schedule/kyiv-time.ts'
import { plainText, textValue } from './ics-text-rules.ts'
import { type Entry, writeCalendar } from './ics-rules.ts'
import { whenOf } from './when-rules.ts'

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  uid: 'forum-2026-podilskyi@forums.example.org',
  sequence: 3,
  stamp: Date.parse('2026-11-24T09:30:15.123Z'),
  when: { kind: 'hours', start: '2026-12-01T10:00', end: '2026-12-01T16:00' },
  status: 'CONFIRMED',
  isBusy: true,
  locale: 'uk',
  summary: 'Форум, Подільський район',
  description: 'Опис',
  location: 'Зала, вул. Прикладна, 1, Київ',
  url: 'https://forums.example.org/forums/2026-podilskyi',
  ...changes,
})

const write = (changes: Partial<Entry> = {}): string =>
  writeCalendar({ method: 'PUBLISH', entries: [anEntry(changes)] })

const written = (changes: Partial<Entry> = {}) => {
  const [entry] = readCalendar(write(changes)).entries
  if (!entry) throw new Error('There is no entry')
  return entry
}

const at = (date: string, startTime: string | null, endTime: string | null = null) => {
  const when = whenOf({ date, startTime, endTime })
  if (!when) throw new Error('There is no date')
  return written({ when })
}

const unfolded = (lines: readonly string[]): string => lines.join('\r\n').replaceAll('\r\n ', '')

const octets = (line: string): number => new TextEncoder().encode(line).length

describe('the text of a calendar', () => {
  it('says what it is, whose clocks it goes by, and ends every line by CRLF', () => {
    const text = write()
    expect(text).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n/,
    )
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text).toContain('\r\nDTSTART;TZID=Europe/Kyiv:20261201T100000\r\n')
    expect(text).toContain('\r\nDTSTAMP:20261124T093015Z\r\n')
    expect(text).toContain('\r\nSUMMARY;LANGUAGE=uk:Форум\\, Подільський район\r\n')
  })

  it.each([
    ['Cyrillic', 'Громадський форум: обговорення бюджету участі, дуже довга назва, щоб перевірити згортання рядків'],
    ['emoji', `${'🇺🇦👩‍👩‍👧'.repeat(20)} кінець`],
    ['what means something', 'кома, крапка з комою; скісна \\ і \\n, двокрапка: "лапки"'],
    ['several lines', 'перший\nдругий\n\nчетвертий '],
    ['what looks like a calendar', 'x\nEND:VEVENT\nBEGIN:VALARM\nATTENDEE:mailto:a@example.com'],
    ['nothing', ''],
  ])('keeps %s as it is', (_, text) => {
    expect(written({ summary: text, description: text, location: text })).toMatchObject({
      summary: text,
      description: text,
      location: text,
    })
  })

  it('ends no line within a text but by an escaped one, and holds no control character', () => {
    const { summary } = written({ summary: 'a\r\nb\rc\u0085d\u2028e\u2029f\u0000\u0007\u001B\u007Fg\th\uD800' })
    expect(summary).toBe('a\nb\nc\nd\ne\nfg\th\uFFFD')
    // eslint-disable-next-line no-control-regex -- control characters are meant
    const control = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028]/
    expect(write({ summary: '\u0000\u0085\u2028' })).not.toMatch(control)
  })

  it('has no line of more than 75 octets and cuts no character, whatever it is about', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const bytes = new TextEncoder().encode(write({ summary, description }))
        const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\r\n')
        return lines.every(line => octets(line) <= 75) && unfolded(lines).includes(textValue(description))
      }),
    )
  })

  it('is read by others as what was written, whatever it is about', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('\\', ',', ';', ':', '"', '\n', '\r', ' ', 'n', 'N', 'ї', '🇺🇦'),
        maxLength: 200,
      }),
    )
    const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    fc.assert(
      fc.property(
        text,
        text,
        text,
        minutes,
        fc.nat(2 ** 31 - 1),
        (summary, description, location, minute, sequence) => {
          const start = new Date(minute * 60_000).toISOString().slice(0, 16)
          const entry = written({ summary, description, location, sequence, when: { kind: 'hours', start, end: null } })
          expect(entry).toMatchObject({
            summary: plainText(summary),
            description: plainText(description),
            location: plainText(location),
            sequence,
            start: `${start}:00`,
            uid: anEntry().uid,
            status: 'CONFIRMED',
            url: anEntry().url,
          })
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)
})

describe('when it is', () => {
  it.each([
    ['winter', '2026-12-01', '10:00', '2026-12-01T08:00:00.000Z'],
    ['summer', '2027-06-05', '18:00', '2027-06-05T15:00:00.000Z'],
    ['an hour that comes twice is its first', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['an hour that is skipped moves forward', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    ['the minute before the clocks go back', '2026-10-25', '02:59', '2026-10-24T23:59:00.000Z'],
    ['the minute before the clocks go on', '2027-03-28', '02:59', '2027-03-28T00:59:00.000Z'],
  ])('%s: others come to the moment that we mean', (_, date, time, moment) => {
    const { startsAt } = at(date, time)
    expect(new Date(startsAt).toISOString()).toBe(moment)
    expect(startsAt).toBe(kyivMoment(date, time))
  })

  it('names the zone, and an hour on the wall that is one', () => {
    expect(at('2026-12-01', '10:00')).toMatchObject({ zone: 'Europe/Kyiv', start: '2026-12-01T10:00:00' })
    expect(at('2027-03-28', '03:30')).toMatchObject({ zone: 'Europe/Kyiv', start: '2027-03-28T04:30:00' })
  })

  it('is the platform’s moment at every hour around each change of the clocks, for years ahead', () => {
    const nights = [2026, 2027, 2030, 2035, 2040].flatMap(year => [lastSunday(year, 3), lastSunday(year, 10)])
    const hours = nights.flatMap(sunday =>
      [daysAfter(sunday, -1), sunday].flatMap(date => hoursOfDay.map(time => [date, time] as const)),
    )
    const entries = hours.map(([date, time]) =>
      anEntry({ when: { kind: 'hours', start: `${date}T${time}`, end: null } }),
    )
    const read = readCalendar(writeCalendar({ method: 'PUBLISH', entries })).entries
    expect(read.map(({ startsAt }) => new Date(startsAt))).toEqual(
      hours.map(([date, time]) => new Date(kyivMoment(date, time))),
    )
  })

  it('without an hour is the whole day, whose end is the next', () => {
    expect(at('2026-12-31', null)).toMatchObject({ isDay: true, start: '2026-12-31', end: '2027-01-01' })
    expect(write({ when: { kind: 'day', date: '2026-12-31' } })).toContain('\r\nDTSTART;VALUE=DATE:20261231\r\n')
  })

  it('without an end lasts two hours', () => {
    expect(at('2026-12-01', '10:00')).toMatchObject({ isDay: false, end: '2026-12-01T12:00:00' })
  })

  it('ends on the next day when its end is not after its start', () => {
    expect(at('2026-12-31', '22:00', '01:30')).toMatchObject({
      start: '2026-12-31T22:00:00',
      end: '2027-01-01T01:30:00',
    })
    expect(at('2026-12-01', '10:00', '10:00').end).toBe('2026-12-02T10:00:00')
  })

  it('over the night on which the clocks go back is an hour longer', () => {
    const { startsAt, endsAt } = at('2026-10-24', '22:00', '06:00')
    expect(endsAt - startsAt).toBe(9 * 60 * 60 * 1000)
  })

  it('without a date is nowhere', () => {
    expect(whenOf({ date: null, startTime: null, endTime: null })).toBeUndefined()
  })
})

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:30`)

const lastSunday = (year: number, month: number): string => {
  const last = new Date(Date.UTC(year, month, 0))
  return daysAfter(last.toISOString().slice(0, 10), -last.getUTCDay())
}

describe('who takes part', () => {
  const parties = {
    organizer: { name: 'Форуми «Києва»: "усі", разом; й далі', address: 'forums@example.org' },
    attendee: { address: 'olena+forum@example.com', takesPart: 'ACCEPTED' },
  } as const

  it('is named by address, and nobody is asked to answer', () => {
    const { component } = written({ parties })
    const [organizer, attendee] = [component.getFirstProperty('organizer'), component.getFirstProperty('attendee')]
    expect(organizer?.getFirstValue()).toBe('mailto:forums@example.org')
    expect(organizer?.getFirstParameter('cn')).toBe('Форуми «Києва»: усі , разом; й далі')
    expect(attendee?.getFirstValue()).toBe('mailto:olena+forum@example.com')
    expect([attendee?.getFirstParameter('rsvp'), attendee?.getFirstParameter('partstat')]).toEqual([
      'FALSE',
      'ACCEPTED',
    ])
  })

  it('cannot bring a line of its own', () => {
    const text = write({
      parties: {
        organizer: { name: 'a"\r\nX-EVIL:1', address: 'a@example.org\r\nX-EVIL:1' },
        attendee: { address: 'b%0D?x&y@example.com', takesPart: 'TENTATIVE' },
      },
    })
    expect(text).not.toMatch(/^X-EVIL/m)
    expect(text.replaceAll('\r\n ', '')).toContain('mailto:b%250D%3Fx%26y@example.com')
  })
})

describe('a calendar to subscribe to', () => {
  it('has a name, in both properties by which programs know it, and says when to ask again', () => {
    const text = writeCalendar({
      method: 'PUBLISH',
      entries: [],
      feed: { name: 'Форуми; Києва, усі', refresh: 'PT1H' },
    })
    for (const name of ['NAME', 'X-WR-CALNAME']) expect(text).toContain(`\r\n${name}:Форуми\\; Києва\\, усі\r\n`)
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n')
  })
})
