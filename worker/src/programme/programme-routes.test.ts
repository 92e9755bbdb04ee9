import { beforeAll, describe, expect, it } from 'vitest'
import {
  ActivityList,
  ActivityRecord,
  DistrictList,
  DistrictRecord,
  type Forum,
  type Problem,
  type Schedule,
  SeriesList,
  SeriesRecord,
  SiteList,
  SiteRecord,
  VenueList,
  VenueRecord,
} from '#contract'
import { editing } from '../../test/editing.ts'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World
let city: ReturnType<typeof editing>
let podil: ReturnType<typeof editing>
let editor: ReturnType<typeof editing>

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum')
  city = editing(world)
  podil = editing(world, await world.organiser({ role: 'district', districts: ['podilskyi'] }))
  editor = editing(world, await world.organiser({ role: 'editor', districts: ['podilskyi'] }))
})

const title = { uk: 'Назва', en: 'Title' }
const inBook = async (action: string, object: string) =>
  world.d1.prepare('SELECT count(*) AS n FROM audit WHERE action = ? AND object = ?').bind(action, object).first('n')

const aSeries = (slug: string) => ({
  slug,
  title,
  about: { uk: 'Про цикл', en: 'About' },
  source: { name: title, url: 'https://example.org/series' },
})

const things = [
  {
    thing: 'series',
    path: '/series',
    one: '/series/2031',
    body: aSeries('2031'),
    list: SeriesList,
    record: SeriesRecord,
    change: { title: { uk: 'Інша', en: 'Other' } },
    object: '2031',
  },
  {
    thing: 'district',
    path: '/districts',
    one: '/districts/obolonskyi',
    body: { slug: 'obolonskyi', name: title, position: 5 },
    list: DistrictList,
    record: DistrictRecord,
    change: { position: 7 },
    object: 'obolonskyi',
  },
  {
    thing: 'site',
    path: '/sites',
    one: '/sites/new.example.org',
    body: { hostname: 'new.example.org', district: 'podilskyi' },
    list: SiteList,
    record: SiteRecord,
    change: { district: null },
    object: 'new.example.org',
  },
  {
    thing: 'venue',
    path: '/venues',
    one: '/venues/library',
    body: { slug: 'library', district: null, name: title, address: title, mapUrl: 'https://map.example.org/1' },
    list: VenueList,
    record: VenueRecord,
    change: { shelter: { uk: 'У підвалі', en: 'In the basement' }, address: null },
    object: 'library',
  },
  {
    thing: 'activity',
    path: '/forums/forum/activities',
    one: '/forums/forum/activities/walk',
    body: { slug: 'walk', kind: 'walk', title, startTime: '10:00', endTime: '12:00' },
    list: ActivityList,
    record: ActivityRecord,
    change: { endTime: null, place: title },
    object: 'walk',
  },
] as const

describe.each(things)('the $thing', ({ thing, path, one, body, list, record, change, object }) => {
  it('is made, told of in the book, and there is only one of its name', async () => {
    const answer = await city.make(path, body)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('Location')).toBe(`/api/v1/admin${one}`)
    expect(answer.headers.get('ETag')).toBe('"1"')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const said = await answer.json()
    expect(record.parse(said)).toEqual(said)
    expect(said).toMatchObject(body)
    expect(await inBook(`${thing}.created`, object)).toBe(1)
    const again = await city.make(path, body)
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'already-exists' }])
    expect(await inBook(`${thing}.created`, object)).toBe(1)
  })

  it('is in the list and can be read', async () => {
    const answer = await (await city.read(path)).json()
    expect(list.parse(answer)).toEqual(answer)
    expect(JSON.stringify(answer)).toContain(object)
    expect(await (await city.read(one)).json()).toMatchObject(body)
    expect((await city.read(`${path}/nowhere`)).status).toBe(404)
  })

  it('is changed only by who has seen it as it is', async () => {
    const send = (headers: Record<string, string>) => world.organise('PATCH', one, { body: change, headers })
    expect((await send({})).status).toBe(428)
    expect((await send({ 'If-Match': '"9"' })).status).toBe(412)
    expect((await send({ 'If-Match': 'W/"1"' })).status).toBe(412)
    expect((await send({ 'If-Match': '*' })).status).toBe(400)
    const answer = await send({ 'If-Match': '"1"' })
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, '"2"'])
    const { endTime, ...rest } = { endTime: undefined, ...change }
    expect(await answer.json()).toMatchObject(endTime === null ? { ...rest, endTime: null } : rest)
    expect((await send({ 'If-Match': '"1"' })).status).toBe(412)
    expect(await inBook(`${thing}.changed`, object)).toBe(1)
  })

  it('is removed only by who has seen it as it is', async () => {
    const send = (headers: Record<string, string>) => world.organise('DELETE', one, { headers })
    expect((await send({})).status).toBe(428)
    expect((await send({ 'If-Match': '"1"' })).status).toBe(412)
    expect((await send({ 'If-Match': '"2"' })).status).toBe(204)
    expect((await send({ 'If-Match': '"2"' })).status).toBe(404)
    expect(await inBook(`${thing}.removed`, object)).toBe(1)
    expect((await city.read(one)).status).toBe(404)
  })

  it('refuses a field that it does not have, and what is no JSON', async () => {
    const answer = await city.make(path, { ...body, isAdmin: true })
    expect([answer.status, (await answer.json<Problem>()).errors?.[0]?.code]).toEqual([422, 'unknown-field'])
    const text = await world.organise('POST', path, { headers: { 'Content-Type': 'text/plain' } })
    expect(text.status).toBe(415)
  })
})

describe('what is used', () => {
  it.each(['/series/2019', '/districts/darnytskyi', '/venues/hall'])('is not removed: %s', async path => {
    const answer = await city.remove(path)
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'in-use' }])
    expect((await city.read(path)).status).toBe(200)
  })

  it('is an activity that somebody has chosen', async () => {
    await city.make('/forums/forum/activities', { slug: 'chosen', kind: 'talk', title })
    const { code } = await (await world.register('forum')).json<{ code: string }>()
    await world.d1
      .prepare(
        `INSERT INTO registration_activities (registration_id, activity_id)
         SELECT r.id, a.id FROM registrations r, activities a WHERE r.code = ? AND a.slug = 'chosen'`,
      )
      .bind(code)
      .run()
    expect((await city.remove('/forums/forum/activities/chosen')).status).toBe(409)
  })
})

describe('the current series', () => {
  const current = async () => (await (await world.request('/schedule')).json<Schedule>()).series.slug

  it('is at most one: who takes the flag takes it from the other', async () => {
    expect((await city.make('/series', { ...aSeries('2032'), current: true })).status).toBe(201)
    expect(await current()).toBe('2032')
    expect(await city.etag('/series/2019')).toBe('"2"')
    expect((await city.change('/series/2019', { current: true })).status).toBe(200)
    expect(await current()).toBe('2019')
    expect((await city.change('/series/2032', { title })).status).toBe(200)
    expect(await current()).toBe('2019')
  })

  it('keeps the flag when somebody who has seen it otherwise wants to take it', async () => {
    const answer = await world.organise('PATCH', '/series/2032', {
      body: { current: true },
      headers: { 'If-Match': '"1"' },
    })
    expect(answer.status).toBe(412)
    expect(await current()).toBe('2019')
  })

  it('is never simply without the flag, nor removed', async () => {
    expect((await city.change('/series/2019', { current: false })).status).toBe(422)
    await city.make('/series', { ...aSeries('2033'), current: true })
    expect((await city.remove('/series/2033')).status).toBe(409)
    await city.change('/series/2019', { current: true })
    expect((await city.remove('/series/2033')).status).toBe(204)
  })
})

describe('a district organiser', () => {
  it('reads series and districts, and changes neither', async () => {
    expect((await podil.read('/series')).status).toBe(200)
    expect((await podil.read('/districts/darnytskyi')).status).toBe(200)
    expect((await podil.make('/series', aSeries('2034'))).status).toBe(403)
    expect((await podil.change('/districts/podilskyi', { position: 1 })).status).toBe(403)
  })

  it('has the sites of the district alone', async () => {
    await city.make('/sites', { hostname: 'darnytsia.example.org', district: 'darnytskyi' })
    await city.make('/sites', { hostname: 'all.example.org', district: null })
    expect((await podil.make('/sites', { hostname: 'Podil.Example.ORG', district: 'podilskyi' })).status).toBe(201)
    expect(await (await podil.read('/sites')).json()).toEqual({
      sites: [{ hostname: 'podil.example.org', district: 'podilskyi' }],
    })
    for (const hostname of ['darnytsia.example.org', 'all.example.org']) {
      expect((await podil.read(`/sites/${hostname}`)).status).toBe(404)
      const etag = await city.etag(`/sites/${hostname}`)
      const answer = await world.organise('DELETE', `/sites/${hostname}`, {
        token: await world.organiser({ role: 'district', districts: ['podilskyi'] }),
        headers: { 'If-Match': etag },
      })
      expect(answer.status).toBe(404)
    }
    for (const district of ['darnytskyi', null, 'nowhere']) {
      const made = await podil.make('/sites', { hostname: 'mine.example.org', district })
      expect([made.status, await made.json()]).toMatchObject([
        422,
        { errors: [{ pointer: '/district', code: 'unknown-reference' }] },
      ])
      expect((await podil.change('/sites/podil.example.org', { district })).status).toBe(422)
    }
    expect((await podil.read('/sites/PODIL.example.org')).status).toBe(200)
  })

  it('uses the city’s venues without changing them, and does not see another district’s', async () => {
    await city.make('/venues', { slug: 'darnytsia-hall', district: 'darnytskyi', name: title })
    expect((await podil.make('/venues', { slug: 'podil-hall', district: 'podilskyi', name: title })).status).toBe(201)
    const { venues } = await (await podil.read('/venues')).json<VenueList>()
    expect(venues.map(({ slug }) => slug)).toEqual(['hall', 'podil-hall'])
    expect((await podil.read('/venues/darnytsia-hall')).status).toBe(404)
    const changed = await podil.change('/venues/hall', { name: title })
    expect([changed.status, await changed.json()]).toMatchObject([403, { code: 'forbidden' }])
    expect((await podil.remove('/venues/hall')).status).toBe(403)
    expect((await podil.make('/venues', { slug: 'a', district: null, name: title })).status).toBe(422)
    expect((await podil.make('/venues', { slug: 'a', district: 'darnytskyi', name: title })).status).toBe(422)
    expect((await editor.change('/venues/podil-hall', { access: title })).status).toBe(200)
  })

  it('does not find the programme of another district’s forum', async () => {
    const path = '/forums/forum/activities'
    expect((await podil.read(path)).status).toBe(404)
    expect((await podil.make(path, { slug: 'a', kind: 'talk', title })).status).toBe(404)
    expect((await podil.read(`${path}/chosen`)).status).toBe(404)
    for (const method of ['PATCH', 'DELETE']) {
      const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
      const body = method === 'PATCH' ? { title } : undefined
      const headers = { 'If-Match': '"1"' }
      expect((await world.organise(method, `${path}/chosen`, { body, token, headers })).status).toBe(404)
    }
  })
})

describe('texts that everybody reads', () => {
  it.each<[string, string, string]>([
    ['50 000 characters', 'а'.repeat(50_000), 'too-long'],
    ['a javascript: link', 'javascript:alert(1)', 'contains-link'],
    ['a link', 'дивіться https://example.org', 'contains-link'],
    ['a line separator', 'перше\u2028друге', 'invalid-characters'],
    ['a direction override', 'назва\u202Eавзан', 'invalid-characters'],
    ['a null character', 'назва\u0000', 'invalid-characters'],
    ['a lone surrogate', 'назва\uD800', 'invalid-characters'],
    ['nothing visible', '\u3164', 'no-letters'],
    ['nothing', '   ', 'required'],
  ])('are refused with %s', async (_, uk, code) => {
    const answer = await city.make('/venues', { slug: 'bad', district: null, name: { uk, en: 'Hall' } })
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/name/uk', code }] }])
  })

  it('may be long lines without a space, and are stored as one writes Ukrainian', async () => {
    const name = { uk: 'ї'.normalize('NFD').repeat(200), en: '  Hall  ' }
    const answer = await city.make('/venues', { slug: 'long', district: null, name })
    expect(await answer.json()).toMatchObject({ name: { uk: 'ї'.repeat(200), en: 'Hall' } })
  })

  it.each([
    'javascript:alert(1)',
    'http://example.org',
    'https://user:pass@example.org',
    'https://localhost',
    'example.org',
  ])('link to web pages alone, not to %s', async mapUrl => {
    const answer = await city.change('/venues/long', { mapUrl })
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/mapUrl', code: 'invalid-address' }] },
    ])
  })

  it.each([
    'https://podil.example.org',
    'podil.example.org:8080',
    'podil.example.org/page',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '-a.example.org',
    'a..example.org',
    'under_score.example.org',
    `${'a'.repeat(64)}.example.org`,
    'a b.example.org',
  ])('are of real hosts, not %s', async hostname => {
    const answer = await city.make('/sites', { hostname, district: null })
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/hostname', code: 'invalid-address' }] },
    ])
  })

  it('are of hosts as browsers name them', async () => {
    const answer = await city.make('/sites', { hostname: ' Поділ.example.org ', district: null })
    expect(await answer.json()).toEqual({ hostname: 'xn--d1aohd1j.example.org', district: null })
  })

  it.each(['City', 'a b', '-a', 'а', 'a'.repeat(65), ''])('have names for addresses, not «%s»', async slug => {
    const answer = await city.make('/venues', { slug, district: null, name: title })
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/slug', code: 'invalid-slug' }] },
    ])
  })

  it('leave the name of the city to the city', async () => {
    expect((await city.make('/districts', { slug: 'city', name: title, position: 1 })).status).toBe(422)
  })
})

describe('the programme of a forum', () => {
  it('is public in its order with the forum, and not in the schedule', async () => {
    await addForum(world, 'programmed', { district: 'podilskyi' })
    const path = '/forums/programmed/activities'
    await editor.make(path, { slug: 'late', kind: 'seminar', title: { uk: 'Пізніше', en: 'Late' }, startTime: '15:00' })
    await editor.make(path, { slug: 'last', kind: 'fair', title, position: 1 })
    await editor.make(path, { slug: 'early', kind: 'walk', title, startTime: '10:00' })
    const { activities } = await (await world.request('/forums/programmed')).json<Forum>()
    expect(activities.map(({ slug }) => slug)).toEqual(['early', 'late', 'last'])
    expect(activities[1]).toEqual({ slug: 'late', title: { uk: 'Пізніше', en: 'Late' } })
    const list = await (await editor.read(path)).json<ActivityList>()
    expect(list.activities.map(({ slug }) => slug)).toEqual(['early', 'late', 'last'])
    const { forums } = await (await world.request('/schedule')).json<Schedule>()
    expect(forums.flatMap(forum => forum.activities)).toEqual([])
  })

  it('has no end without a beginning', async () => {
    const path = '/forums/programmed/activities'
    const made = await city.make(path, { slug: 'endless', kind: 'talk', title, endTime: '10:00' })
    expect([made.status, await made.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/startTime', code: 'required' }] },
    ])
    await city.change(`${path}/early`, { endTime: '11:00' })
    expect((await city.change(`${path}/early`, { startTime: null })).status).toBe(422)
    expect((await city.change(`${path}/early`, { startTime: null, endTime: null, date: '2019-06-07' })).status).toBe(
      200,
    )
  })
})
