import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { forums, series } from '../database/tables.ts'
import { readCalendar } from '../../test/read-calendar.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'darnytsia', { date: '2019-06-20', startTime: '10:00', endTime: '16:00', version: 7 })
  await addForum(world, 'darnytsia-day', { date: '2019-06-12' })
  await addForum(world, 'darnytsia-cancelled', { date: '2019-06-13', cancelledAt: noon })
  await addForum(world, 'podil', { district: 'podilskyi', date: '2019-06-14', pausedAt: noon })
  await addForum(world, 'podil-undated', { district: 'podilskyi', date: null, venue: null })
  await addForum(world, 'city', { district: null, date: '2019-12-10', startTime: '10:00' })
  await addForum(world, 'draft', { publishedAt: null, date: '2019-06-15' })
})

const feed = async (query = '') => readCalendar(await (await world.request(`/schedule.ics${query}`)).text())
const uids = async (query: string) => (await feed(query)).entries.map(({ uid }) => uid)
const uidOf = (slug: string) => `forum-${slug}@localhost`

describe('the feed', () => {
  it('is a calendar that every page may read, kept for a short while', async () => {
    const answer = await world.request('/schedule.ics', { headers: { Origin: 'https://a.example.org' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toContain('max-age=30')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Content-Disposition')).toBeNull()
    expect(await answer.text()).toContain('\r\nX-WR-CALNAME:Форуми Києва\r\n')
  })

  it('has every forum with a date, in their order; drafts and those without one never', async () => {
    expect(await uids('')).toEqual(['darnytsia-day', 'darnytsia-cancelled', 'podil', 'darnytsia', 'city'].map(uidOf))
  })

  it('is narrowed to districts, to the city, to a series', async () => {
    expect(await uids('?district=podilskyi')).toEqual([uidOf('podil')])
    expect(await uids('?district=podilskyi%20city')).toEqual([uidOf('podil'), uidOf('city')])
    expect(await uids('?district=nowhere')).toEqual([])
    expect(await uids('?district=&series=&lang=')).toHaveLength(5)
    expect(await uids('?series=2019&district=city')).toEqual([uidOf('city')])
    await world.database.insert(series).values({
      slug: '2020',
      titleUk: 'Інший',
      titleEn: 'Other',
      aboutUk: 'Інший',
      aboutEn: 'Other',
      sourceNameUk: 'КМДА',
      sourceNameEn: 'KMDA',
      sourceUrl: 'https://kyivcity.gov.ua',
    })
    expect(await uids('?series=2020')).toEqual([])
    expect((await world.request('/schedule.ics?series=1999')).status).toBe(404)
  })

  it('is named after its districts, in its language', async () => {
    const text = async (query: string) => (await world.request(`/schedule.ics${query}`)).text()
    expect(await text('?district=podilskyi')).toContain('\r\nNAME:Форуми Києва: Подільський район\r\n')
    expect(await text('?district=podilskyi&lang=en')).toContain('\r\nNAME:Kyiv Forums: Podilskyi District\r\n')
    expect(await text('?lang=en')).not.toMatch(/[а-яґєії]/i)
  })

  it('keeps a cancelled forum as cancelled, and one on hold as not certain', async () => {
    const { entries } = await feed()
    expect(Object.fromEntries(entries.map(({ uid, status }) => [uid.split('@')[0], status]))).toEqual({
      'forum-darnytsia-day': 'CONFIRMED',
      'forum-darnytsia-cancelled': 'CANCELLED',
      'forum-podil': 'TENTATIVE',
      'forum-darnytsia': 'CONFIRMED',
      'forum-city': 'CONFIRMED',
    })
    expect(entries.find(({ status }) => status === 'CANCELLED')?.summary).toBe('Скасовано: Форум, Дарницький район')
  })

  it.each(['?district=<b>', '?series=A', '?lang=ru', '?site=a.example.org', '?unknown=1'])(
    '%s is a bad query',
    async query => {
      const answer = await world.request(`/schedule.ics${query}`)
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 'invalid-query' })])
    },
  )

  it('is not sent again while nothing changes, however time passes', async () => {
    const etag = (await world.request('/schedule.ics')).headers.get('ETag') ?? ''
    const again = (origin?: string) =>
      world.request('/schedule.ics', { headers: { 'If-None-Match': etag, ...(origin && { Origin: origin }) } })
    world.setClock('2019-06-03T13:00:00+03:00')
    const unchanged = await again('https://a.example.org')
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    expect(unchanged.headers.get('Access-Control-Allow-Origin')).toBe('*')
    await world.register('darnytsia')
    expect((await again()).status).toBe(304)
    await world.database.update(forums).set({ startTime: '11:00', version: 8 }).where(eq(forums.slug, 'darnytsia'))
    expect((await again()).status).toBe(200)
    await world.database.update(forums).set({ startTime: '10:00', version: 7 }).where(eq(forums.slug, 'darnytsia'))
  })

  it('tells nothing of anybody', async () => {
    const answer = await world.register('darnytsia', { email: 'canary@example.com', name: 'Канарка Приклад' })
    const { code } = await answer.json<{ code: string }>()
    for (const path of ['/schedule.ics', '/forums/darnytsia.ics']) {
      const text = (await (await world.request(path)).text()).replaceAll('\r\n ', '')
      for (const secret of ['canary', 'Канарка', code, 'mailto:', 'ORGANIZER', 'ATTENDEE'])
        expect(text).not.toContain(secret)
    }
  })
})

describe('a forum’s file', () => {
  it('is the forum alone, to be saved under its name', async () => {
    const answer = await world.request('/forums/darnytsia.ics', { headers: { Origin: 'https://a.example.org' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="darnytsia.ics"')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const { root, entries } = readCalendar(await answer.text())
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(entries).toEqual([
      expect.objectContaining({
        uid: uidOf('darnytsia'),
        sequence: 7,
        stamp: '2019-06-03T09:00:00Z',
        summary: 'Форум, Дарницький район',
        location: 'Зала, вул. Прикладна, 1, Київ',
        start: '2019-06-20T10:00:00',
        end: '2019-06-20T16:00:00',
        url: 'http://localhost/forums/darnytsia',
        transparency: 'TRANSPARENT',
      }),
    ])
  })

  it('without an hour is the day, and says what is not known yet', async () => {
    const [entry] = readCalendar(await (await world.request('/forums/darnytsia-day.ics?lang=en')).text()).entries
    expect(entry).toMatchObject({ isDay: true, start: '2019-06-12', end: '2019-06-13' })
    expect(entry?.description).toContain('http://localhost/forums/darnytsia-day?lang=en')
    const [city] = readCalendar(await (await world.request('/forums/city.ics')).text()).entries
    expect(city).toMatchObject({ end: '2019-12-10T12:00:00' })
    expect(city?.description).toContain('Коли форум завершиться, ще не оголошено.')
  })

  it('is not sent again while nothing changes', async () => {
    const etag = (await world.request('/forums/darnytsia.ics')).headers.get('ETag') ?? ''
    const again = await world.request('/forums/darnytsia.ics', { headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it.each(['podil-undated', 'draft', 'nowhere', 'A', '-1', '', 'darnytsia.ics', '%0d%0aX'])(
    'of «%s» there is none',
    async slug => {
      const answer = await world.request(`/forums/${slug}.ics`)
      expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })])
    },
  )

  it('leaves the forum itself, and its page, where they were', async () => {
    expect((await world.request('/forums/darnytsia')).headers.get('Content-Type')).toMatch(/^application\/json/)
    expect((await world.request('/forums/darnytsia/form')).status).toBe(200)
    expect((await world.request('/forums/darnytsia.ics', { method: 'PUT' })).headers.get('Allow')).toBe('GET, HEAD')
    expect((await world.request('/forums/darnytsia.ics', { method: 'HEAD' })).status).toBe(200)
    expect((await world.request('/forums/darnytsia.ics?unknown=1')).status).toBe(400)
  })
})

it('a venue’s name cannot bring a line of its own', async () => {
  await world.d1
    .prepare("INSERT INTO venues (slug, name_uk, name_en) VALUES ('evil', ?, 'Evil')")
    .bind('Зала, 1; \\ "x"\r\nEND:VEVENT\u2028BEGIN:VALARM')
    .run()
  await addForum(world, 'evil', { date: '2019-07-01', venue: 'evil' })
  const text = await (await world.request('/forums/evil.ics')).text()
  expect(text.match(/^(?:BEGIN|END):.*$/gm)).toHaveLength(10)
  expect(readCalendar(text).entries[0]?.location).toBe('Зала, 1; \\ "x"\nEND:VEVENT\nBEGIN:VALARM, Київ')
})

it('the OpenAPI document has both, as calendars', async () => {
  const { paths } = await (
    await world.request('/openapi.json')
  ).json<{
    paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, { content: object }> } }>
  }>()
  for (const path of ['/api/v1/schedule.ics', '/api/v1/forums/{forum}.ics'])
    expect(Object.keys(paths[path]?.get.responses[200]?.content ?? {})).toEqual(['text/calendar'])
  expect(paths['/api/v1/forums/{forum}.ics']?.get.parameters.map(({ name }) => name)).toEqual(['forum', 'lang'])
})
