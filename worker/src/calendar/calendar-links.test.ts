import { describe, expect, it } from 'vitest'
import { aForumRow } from '../../test/forum-row.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { addToCalendarLinks, calendarLinks, feedAddress } from './calendar-links.ts'

const origin = 'https://forums.example.org'

const linksOf = (changes: Partial<ForumRow['forum']> = {}, around: Parameters<typeof aForumRow>[1] = {}) => {
  const forum = presentForum(aForumRow(changes, around), Date.parse('2026-11-24T09:30:00Z'))
  const links = addToCalendarLinks(forum, 'uk', origin)
  if (!links) throw new Error('There are no links')
  return links
}

const asked = (address: string) => Object.fromEntries(new URL(address).searchParams)

describe('Google’s link', () => {
  it('has the hours on the wall, and the zone beside them', () => {
    const { google } = linksOf()
    expect(google).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&/)
    expect(asked(google)).toEqual({
      action: 'TEMPLATE',
      text: 'Форум громади, Подільський район',
      dates: '20261201T100000/20261201T160000',
      ctz: 'Europe/Kyiv',
      details: expect.stringContaining(
        'Укриття: у підвалі; вхід із двору\nhttps://forums.example.org/forums/2026-podilskyi',
      ),
      location: 'Зала, вул. Прикладна, 1, Київ',
    })
  })

  it.each([
    ['no hour', { startTime: null, endTime: null }, '20261201/20261202', undefined],
    ['no end', { endTime: null }, '20261201T100000/20261201T120000', 'Europe/Kyiv'],
    [
      'an end past midnight',
      { startTime: '22:00', endTime: '01:00' },
      '20261201T220000/20261202T010000',
      'Europe/Kyiv',
    ],
    ['no end late at night', { startTime: '23:00', endTime: null }, '20261201T230000/20261202T010000', 'Europe/Kyiv'],
  ])('with %s is %s', (_, changes, dates, ctz) => {
    expect(asked(linksOf(changes).google)).toMatchObject({ dates, ...(ctz && { ctz }) })
    expect('ctz' in asked(linksOf(changes).google)).toBe(ctz !== undefined)
  })
})

describe('Outlook’s links', () => {
  it.each([
    ['2026-12-01', '2026-12-01T10:00:00+02:00', '2026-12-01T16:00:00+02:00'],
    ['2027-06-05', '2027-06-05T10:00:00+03:00', '2027-06-05T16:00:00+03:00'],
  ])('on %s have the offset of that day', (date, startdt, enddt) => {
    const { outlook, office } = linksOf({ date })
    expect(asked(outlook)).toMatchObject({ path: '/calendar/action/compose', rru: 'addevent', startdt, enddt })
    expect(new URL(outlook).host).toBe('outlook.live.com')
    expect(office).toBe(outlook.replace('outlook.live.com', 'outlook.office.com'))
  })

  it('over the night on which the clocks go back begin and end by different offsets', () => {
    expect(asked(linksOf({ date: '2026-10-24', startTime: '22:00', endTime: '06:00' }).outlook)).toMatchObject({
      startdt: '2026-10-24T22:00:00+03:00',
      enddt: '2026-10-25T06:00:00+02:00',
    })
  })

  it('without an hour are of the whole day', () => {
    expect(asked(linksOf({ startTime: null, endTime: null }).outlook)).toMatchObject({
      startdt: '2026-12-01',
      enddt: '2026-12-02',
      allday: 'true',
    })
  })

  it('hold no plus sign, which Outlook would show', () => {
    expect(linksOf({ titleUk: 'Форум + ярмарок & «усі»' }).outlook).not.toContain('+')
    expect(asked(linksOf({ titleUk: 'Форум + ярмарок & «усі»' }).outlook)['subject']).toBe(
      'Форум + ярмарок & «усі», Подільський район',
    )
  })
})

describe('our own', () => {
  it('lead to the file, and to the feed of the district or of the city', () => {
    expect(linksOf()).toMatchObject({
      file: 'https://forums.example.org/api/v1/forums/2026-podilskyi.ics',
      feed: 'webcal://forums.example.org/api/v1/schedule.ics?district=podilskyi',
    })
    expect(linksOf({}, { district: null }).feed).toBe('webcal://forums.example.org/api/v1/schedule.ics?district=city')
  })

  it('ask for their language', () => {
    const links = addToCalendarLinks(presentForum(aForumRow(), 0), 'en', origin)
    expect(links?.file).toMatch(/2026-podilskyi\.ics\?lang=en$/)
    expect(links?.feed).toMatch(/\?district=podilskyi&lang=en$/)
    expect(feedAddress({}, 'en', origin)).toBe('https://forums.example.org/api/v1/schedule.ics?lang=en')
    expect(feedAddress({ district: 'podilskyi city', series: '2019' }, 'uk', origin)).toBe(
      'https://forums.example.org/api/v1/schedule.ics?district=podilskyi+city&series=2019',
    )
  })
})

it('a forum without a date is put nowhere', () => {
  expect(
    addToCalendarLinks(presentForum(aForumRow({ date: null, startTime: null, endTime: null }), 0), 'uk', origin),
  ).toBeUndefined()
})

describe('what a person is offered', () => {
  const now = Date.parse('2026-11-24T09:30:00Z')
  const offered = (changes: Partial<ForumRow['forum']> = {}) =>
    calendarLinks(presentForum(aForumRow(changes), now), origin)

  it('is the same in both languages, each in its own words', () => {
    const links = offered()?.links ?? []
    expect(links.map(({ address }) => new URL(address.uk).host)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
      'forums.example.org',
    ])
    for (const { name, address } of links) {
      expect(name.en).not.toMatch(/[а-яґєії]/i)
      expect(decodeURIComponent(address.en)).not.toMatch(/[а-яґєії]/i)
    }
  })

  it.each([
    ['no date', { date: null, startTime: null, endTime: null }],
    ['been put off', { pausedAt: now }],
    ['been cancelled', { cancelledAt: now }],
    ['been held', { heldAt: now }],
    ['passed', { date: '2026-11-01' }],
  ])('is nothing of a forum that has %s', (_, changes) => {
    expect(offered(changes)).toBeUndefined()
  })

  it('is an address of the web, whatever a title holds', () => {
    const title = `"><script>alert(1)</script>&dates=1#' javascript:`
    for (const { address } of offered({ titleUk: title, titleEn: title })?.links ?? [])
      for (const language of ['uk', 'en'] as const) {
        expect(address[language]).toMatch(/^https:\/\/[a-z.]+\/[^\s"<>]*$/)
        expect([...new URL(address[language]).searchParams.getAll('dates')].length).toBeLessThanOrEqual(1)
        expect(new URL(address[language]).hash).toBe('')
      }
  })
})
