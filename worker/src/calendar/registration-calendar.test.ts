import { describe, expect, it } from 'vitest'
import { aForumRow } from '../../test/forum-row.ts'
import { readCalendar } from '../../test/read-calendar.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { registrationCalendar, type RegistrationFacts } from './registration-calendar.ts'

const now = Date.parse('2026-11-24T09:30:00Z')
const reader = { origin: 'https://forums.example.org', locale: 'uk', now } as const
const sender = { name: 'Форуми Києва', address: 'forums@example.org' }

const aRegistration = (changes: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  code: '7H3M-2Q9X',
  status: 'confirmed',
  version: 1,
  email: 'olena@example.com',
  ...changes,
})

const calendarOf = (registration: RegistrationFacts, row: ForumRow, from: typeof sender | null = sender) => {
  const calendar = registrationCalendar(registration, row, reader, from)
  const entry = calendar && readCalendar(calendar.text).entries[0]
  if (!entry) throw new Error('There is no calendar')
  expect(calendar.text).toContain(`\r\nMETHOD:${calendar.method}\r\n`)
  return { ...entry, method: calendar.method, text: calendar.text }
}

/** What a program does with an entry that it has: a lower SEQUENCE never replaces it (RFC 5546, section 2.1.5). */
const inCalendar = () => {
  let held: ReturnType<typeof calendarOf> | undefined
  return (next: ReturnType<typeof calendarOf>) => {
    if (held) {
      expect(next.uid).toBe(held.uid)
      expect(next.sequence).toBeGreaterThan(held.sequence)
    }
    held = next
    return [next.method, next.status, next.start] as const
  }
}

describe('a person’s entry', () => {
  it('stays one and the same through confirmation, the move of the forum, and cancellation', () => {
    const take = inCalendar()
    const forum = aForumRow({ version: 4 })
    const moved = aForumRow({ version: 5, date: '2026-12-08', movedFrom: '2026-12-01' })
    expect(take(calendarOf(aRegistration(), forum))).toEqual(['REQUEST', 'CONFIRMED', '2026-12-01T10:00:00'])
    expect(take(calendarOf(aRegistration(), moved))).toEqual(['REQUEST', 'CONFIRMED', '2026-12-08T10:00:00'])
    const cancelled = aRegistration({ status: 'cancelled', version: 2 })
    expect(take(calendarOf(cancelled, moved))).toEqual(['CANCEL', 'CANCELLED', '2026-12-08T10:00:00'])
  })

  it('follows its person from the waitlist to a place, and the forum on hold, resumed, cancelled and reinstated', () => {
    const take = inCalendar()
    const waits = aRegistration({ status: 'waitlisted' })
    const comes = aRegistration({ version: 2 })
    const statusOf = (next: ReturnType<typeof calendarOf>) => take(next).slice(0, 2)
    expect(statusOf(calendarOf(waits, aForumRow()))).toEqual(['REQUEST', 'TENTATIVE'])
    expect(statusOf(calendarOf(comes, aForumRow()))).toEqual(['REQUEST', 'CONFIRMED'])
    expect(statusOf(calendarOf(comes, aForumRow({ version: 2, pausedAt: now })))).toEqual(['REQUEST', 'TENTATIVE'])
    expect(statusOf(calendarOf(comes, aForumRow({ version: 3 })))).toEqual(['REQUEST', 'CONFIRMED'])
    expect(statusOf(calendarOf(comes, aForumRow({ version: 4, cancelledAt: now })))).toEqual(['CANCEL', 'CANCELLED'])
    expect(statusOf(calendarOf(comes, aForumRow({ version: 5 })))).toEqual(['REQUEST', 'CONFIRMED'])
  })

  it('moves with whoever is transferred to a forum that was changed less often', () => {
    const take = inCalendar()
    take(calendarOf(aRegistration(), aForumRow({ version: 90 })))
    const other = aForumRow({ version: 1, id: 2, slug: '2026-city', date: '2026-12-10' })
    expect(take(calendarOf(aRegistration({ version: 2 }), other))).toEqual([
      'REQUEST',
      'CONFIRMED',
      '2026-12-10T10:00:00',
    ])
  })

  it('bears the code that made the registration, the moment of the letter, and the forum’s page', () => {
    expect(calendarOf(aRegistration(), aForumRow())).toMatchObject({
      uid: '7H3M-2Q9X@forums.example.org',
      sequence: 10_001,
      stamp: '2026-11-24T09:30:00Z',
      summary: 'Форум громади, Подільський район',
      location: 'Зала, вул. Прикладна, 1, Київ',
      url: 'https://forums.example.org/forums/2026-podilskyi',
      transparency: 'OPAQUE',
      end: '2026-12-01T16:00:00',
    })
  })

  it('tells the code, the shelter, and that a calendar cancels nothing', () => {
    const { description } = calendarOf(aRegistration(), aForumRow())
    expect(description).toBe(
      [
        'Ваш код: 7H3M-2Q9X',
        'Укриття: у підвалі; вхід із двору',
        'https://forums.example.org/forums/2026-podilskyi',
        'За матеріалами КМДА: https://kyivcity.gov.ua',
        'Якщо прибрати подію з календаря, реєстрація залишиться. Скасувати її можна за посиланням із листа.',
      ].join('\n'),
    )
  })

  it('holds no private link, no name and no address but the one that the letter goes to', () => {
    const { text } = calendarOf(aRegistration(), aForumRow())
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded.match(/https?:[^\s\\]+/g)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/\/registration/)]),
    )
    expect(unfolded.match(/\S+@example\.\w+/g)?.map(found => found.replace(/.*mailto:/, ''))).toEqual([
      'forums@example.org',
      'olena@example.com',
    ])
  })

  it.each([
    ['waitlisted', {}, 'Список очікування: Форум громади, Подільський район'],
    ['cancelled', {}, 'Скасовано: Форум громади, Подільський район'],
    ['confirmed', { pausedAt: now }, 'Призупинено: Форум громади, Подільський район'],
    ['waitlisted', { cancelledAt: now }, 'Скасовано: Форум громади, Подільський район'],
  ] as const)('of somebody %s says so where no status is shown', (status, changes, summary) => {
    expect(calendarOf(aRegistration({ status }), aForumRow(changes)).summary).toBe(summary)
  })

  it('keeps no time of whoever waits, nor a whole day', () => {
    expect(calendarOf(aRegistration({ status: 'waitlisted' }), aForumRow()).transparency).toBe('TRANSPARENT')
    expect(calendarOf(aRegistration(), aForumRow({ startTime: null, endTime: null }))).toMatchObject({
      isDay: true,
      transparency: 'TRANSPARENT',
      description: expect.stringContaining('Годину ще не оголошено'),
    })
  })

  it('is in the language of the registration', () => {
    const calendar = registrationCalendar(aRegistration(), aForumRow(), { ...reader, locale: 'en' }, sender)
    const [entry] = readCalendar(calendar?.text ?? '').entries
    expect(entry).toMatchObject({
      summary: 'Community forum, Podilskyi District',
      location: 'Hall, 1 Prykladna St, Kyiv',
    })
    expect(entry?.description).not.toMatch(/[а-яґєії]/i)
  })
})

describe('who sends it', () => {
  const parties = ({ component }: ReturnType<typeof calendarOf>) =>
    ['organizer', 'attendee'].map(name => component.getFirstPropertyValue(name))

  it('is the organizer, and the person has already accepted', () => {
    const calendar = calendarOf(aRegistration(), aForumRow())
    expect(parties(calendar)).toEqual(['mailto:forums@example.org', 'mailto:olena@example.com'])
    expect(calendar.text.replaceAll('\r\n ', '')).toContain('PARTSTAT=ACCEPTED;RSVP=FALSE')
  })

  it('where nobody does, as in a file to take along, it is published and names nobody', () => {
    const calendar = calendarOf(aRegistration(), aForumRow(), null)
    expect([calendar.method, ...parties(calendar)]).toEqual(['PUBLISH', null, null])
    const cancelled = calendarOf(aRegistration({ status: 'cancelled' }), aForumRow(), null)
    expect([cancelled.method, cancelled.status]).toEqual(['CANCEL', 'CANCELLED'])
  })

  it('names nobody to whom no letter goes', () => {
    expect(calendarOf(aRegistration({ email: null }), aForumRow()).method).toBe('PUBLISH')
  })
})

it('of a forum without a date there is none', () => {
  const undated = aForumRow({ date: null, startTime: null, endTime: null })
  expect(registrationCalendar(aRegistration(), undated, reader, sender)).toBeUndefined()
})
