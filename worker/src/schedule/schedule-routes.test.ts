import { beforeAll, describe, expect, it } from 'vitest'
import { Forum, Schedule } from '#contract'
import { forums, series, sites } from '../database/tables.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'city', { district: null, date: null, capacity: null })
  await addForum(world, 'podil', { district: 'podilskyi', date: null, venue: null, capacity: null })
  await addForum(world, 'darnytsia-later', { date: '2019-06-20', startTime: '10:00', endTime: '16:00' })
  await addForum(world, 'darnytsia-held', { date: '2019-05-30', attendance: 70, attendancePrecision: 'more-than' })
  await addForum(world, 'draft', { publishedAt: null })
})

const schedule = async (query = '') => (await world.request(`/schedule${query}`)).json<Schedule>()
const slugs = async (query: string) => (await schedule(query)).forums.map(({ slug }) => slug)

describe('the schedule', () => {
  it('is in order: by date, those without one after them, the city last, drafts never', async () => {
    expect(await slugs('')).toEqual(['darnytsia-held', 'darnytsia-later', 'podil', 'city'])
  })

  it('is as the contract says', async () => {
    const answer = await schedule()
    expect(Schedule.parse(answer)).toEqual(answer)
  })

  it('tells what is known and null for what is not', async () => {
    const [held, later, podil, city] = (await schedule()).forums
    expect(held).toMatchObject({
      state: 'held',
      startTime: null,
      registration: { state: 'closed' },
      outcome: { attendance: { count: 70, precision: 'more-than' }, summary: null },
    })
    expect(later).toMatchObject({
      district: { slug: 'darnytskyi', name: { uk: 'Дарницький район', en: 'Darnytskyi District' } },
      startTime: '10:00',
      endTime: '16:00',
      timeZone: 'Europe/Kyiv',
      venue: {
        name: { uk: 'Зала' },
        shelter: null,
        mapUrl: expect.stringContaining('https://www.openstreetmap.org/search?'),
      },
      registration: { state: 'open', closesAt: '2019-06-20T07:00:00.000Z', seatsLeft: 2 },
    })
    expect(podil).toMatchObject({
      state: 'announced',
      date: null,
      venue: null,
      registration: { state: 'not-open', seatsLeft: null },
    })
    expect(city).toMatchObject({ district: null, date: null })
  })

  it('is narrowed to districts, to the city, or to the district of the site', async () => {
    await world.database.insert(sites).values({ hostname: 'podil.example.org', district: 'podilskyi' })
    expect(await slugs('?district=darnytskyi')).toEqual(['darnytsia-held', 'darnytsia-later'])
    expect(await slugs('?district=podilskyi%20city')).toEqual(['podil', 'city'])
    expect(await slugs('?district=city')).toEqual(['city'])
    expect(await slugs('?district=nowhere')).toEqual([])
    expect(await slugs('?site=PODIL.example.org')).toEqual(['podil'])
    expect(await slugs('?site=podil.example.org&district=city')).toEqual(['city'])
    expect(await slugs('?site=other.example.org')).toHaveLength(4)
    expect(await slugs('?district=&series=&site=')).toHaveLength(4)
  })

  it('tells the progress of the whole series, however it is narrowed', async () => {
    expect((await schedule('?district=podilskyi')).series.progress).toMatchObject({
      held: 1,
      total: 3,
      words: { uk: 'Відбувся 1 із 3 районних форумів' },
    })
  })

  it('is of the current series unless another is named', async () => {
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
    expect((await schedule()).series.slug).toBe('2019')
    expect(await schedule('?series=2020')).toMatchObject({
      series: { slug: '2020', progress: { held: 0, total: 0 } },
      forums: [],
    })
    expect((await world.request('/schedule?series=1999')).status).toBe(404)
  })

  it.each(['?district=<b>', '?series=A', '?unknown=1', `?district=${'a'.repeat(401)}`])(
    '%s is a bad query',
    async query => {
      const answer = await world.request(`/schedule${query}`)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'invalid-query' })
    },
  )

  it('is cached for a short while, and not sent again when it has not changed', async () => {
    const first = await world.request('/schedule')
    const etag = first.headers.get('ETag') ?? ''
    expect(first.headers.get('Cache-Control')).toContain('max-age=30')
    const second = await world.request('/schedule', {
      headers: { 'If-None-Match': etag, Origin: 'https://a.example.org' },
    })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    expect(second.headers.get('Access-Control-Allow-Origin')).toBe('*')
    await world.register('darnytsia-later')
    expect((await world.request('/schedule', { headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  it('changes with the clock alone', async () => {
    await addForum(world, 'tomorrow', { date: '2019-06-04' })
    const state = async () => (await schedule()).forums.find(({ slug }) => slug === 'tomorrow')?.registration.state
    expect(await state()).toBe('open')
    world.setClock('2019-06-03T18:00:00+03:00')
    expect(await state()).toBe('closed')
    world.setClock('2019-06-03T12:00:00+03:00')
  })
})

describe('one forum', () => {
  it('is as the contract says', async () => {
    const answer = await (await world.request('/forums/darnytsia-later')).json<Forum>()
    expect(Forum.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ slug: 'darnytsia-later', activities: [] })
  })

  it('that is not there is 404, in the language that was asked for', async () => {
    const answer = await world.request('/forums/nowhere', { headers: { 'Accept-Language': 'en;q=0.9, uk;q=0.1' } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'not-found', title: 'There is nothing here', status: 404 })
  })
})

describe('other origins', () => {
  it.each(['/schedule', '/forums/city', '/forums/city/form'])('may read %s', async path => {
    expect((await world.request(path)).headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  it('may ask beforehand whether they may register', async () => {
    const answer = await world.request('/forums/city/registrations', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://podil.example.org',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Idempotency-Key')
    expect(answer.headers.get('Access-Control-Max-Age')).toBe('86400')
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  it.each(['/health', '/openapi.json', '/admin/forums/city/registrations'])('may not read %s', async path => {
    const answer = await world.request(path, { headers: { Origin: 'https://a.example.org' } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

it('a moved forum says from which day', async () => {
  await addForum(world, 'moved', { movedFrom: '2019-06-05' })
  expect(await (await world.request('/forums/moved')).json()).toMatchObject({ state: 'moved', movedFrom: '2019-06-05' })
  await world.database.update(forums).set({ cancelledAt: noon })
  expect(await (await world.request('/forums/moved')).json()).toMatchObject({ state: 'cancelled' })
})
