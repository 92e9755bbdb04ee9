import { brotliCompressSync, constants } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Schedule } from '#contract'
import { Programme, programmeSql } from '../../scripts/programme.ts'
import file from '../../scripts/programmes/2019.json'
import { newWorld, type World } from '../world.ts'

let world: World

const load = async () => {
  for (const statement of programmeSql(Programme.parse(file)).split('\n')) await world.d1.prepare(statement).run()
}

const schedule = async () => (await world.request('/schedule')).json<Schedule>()

beforeAll(async () => {
  world = await newWorld()
  await load()
})

describe('the programme of 2019, on 3 June', () => {
  it('is the series with a forum of each district and the city’s', async () => {
    const { series, forums } = await schedule()
    expect(series).toMatchObject({
      slug: '2019',
      title: { uk: 'Київ – столиця діалогу' },
      progress: { held: 1, total: 10 },
    })
    expect(series.source.url).toBe('https://kyivcity.gov.ua')
    expect(forums.map(({ slug, date, state, registration }) => [slug, date, state, registration.state])).toEqual([
      ['2019-darnytskyi', '2019-05-30', 'held', 'closed'],
      ['2019-sviatoshynskyi', '2019-06-06', 'scheduled', 'open'],
      ['2019-dniprovskyi', '2019-06-13', 'scheduled', 'open'],
      ['2019-holosiivskyi', '2019-06-20', 'scheduled', 'open'],
      ['2019-solomianskyi', '2019-06-27', 'scheduled', 'open'],
      ['2019-desnianskyi', null, 'announced', 'not-open'],
      ['2019-obolonskyi', null, 'announced', 'not-open'],
      ['2019-pecherskyi', null, 'announced', 'not-open'],
      ['2019-podilskyi', null, 'announced', 'not-open'],
      ['2019-shevchenkivskyi', null, 'announced', 'not-open'],
      ['2019-city', null, 'announced', 'not-open'],
    ])
  })

  it('says null for all that was not published', async () => {
    const { forums } = await schedule()
    expect(forums.filter(({ startTime, endTime }) => startTime !== null || endTime !== null)).toEqual([])
    expect(forums.filter(({ venue }) => venue !== null).map(({ venue }) => venue?.address?.uk)).toEqual([
      'вул. Велика кільцева, 70',
      'вул. Раїси Окіпної, 2',
      'просп. Голосіївський, 70',
      'вул. Ползунова, 6',
    ])
    expect(forums.filter(({ venue }) => venue?.shelter || venue?.access)).toEqual([])
    expect(forums.flatMap(({ registration }) => registration.capacity ?? [])).toEqual([80, 80, 80, 80])
    expect(forums.filter(({ outcome }) => outcome)).toMatchObject([
      { slug: '2019-darnytskyi', outcome: { attendance: { count: 70, precision: 'more-than' }, summary: null } },
    ])
  })

  it('says openly that the number of places is assumed', () => {
    expect(file.assumed).toMatchObject({ capacity: 80, why: expect.stringContaining('never published') })
  })

  it('loaded again changes nothing, and keeps what an organiser has changed and who has registered', async () => {
    await world.register('2019-sviatoshynskyi', { email: 'stays@example.com' })
    await world.d1.prepare("UPDATE forums SET start_time = '10:00' WHERE slug = '2019-sviatoshynskyi'").run()
    const before = await schedule()
    await load()
    expect(await schedule()).toEqual(before)
    expect((await world.list('2019-sviatoshynskyi')).registrations).toHaveLength(1)
  })

  it('registers the sites that it names, each for its district', async () => {
    const sites = [{ hostname: 'podil.example.org', district: 'podilskyi' }]
    for (const statement of programmeSql(Programme.parse({ ...file, sites })).split('\n'))
      await world.d1.prepare(statement).run()
    const { forums } = await (await world.request('/schedule?site=podil.example.org')).json<Schedule>()
    expect(forums.map(({ slug }) => slug)).toEqual(['2019-podilskyi'])
    const wrong = [{ hostname: 'https://Podil.example.org/', district: 'podilskyi' }]
    expect(Programme.safeParse({ ...file, sites: wrong }).success).toBe(false)
  })

  it('writes the apostrophe of Ukrainian', () => {
    expect(JSON.stringify(file)).not.toMatch(/[а-яґєії]['\u02BC][а-яґєії]/i)
  })
})

it('travels with the script in the first flight of a connection: all that is needed until the schedule is seen', async () => {
  const script = await world.app.request('http://localhost/v1/widget.js', {}, world.bindings)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  const text = await script.text()
  expect(text).toContain('2019-sviatoshynskyi')
  expect(brotliCompressSync(text, { params }).length).toBeLessThanOrEqual(12 * 1024)
})
