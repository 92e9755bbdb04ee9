import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Forum, ForumList, ForumRecord, type Problem, type Schedule } from '#contract'
import { editing } from '../../test/editing.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'

let world: World
let city: ReturnType<typeof editing>
let podil: ReturnType<typeof editing>
let editor: ReturnType<typeof editing>

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  city = editing(world)
  podil = editing(world, await world.organiser({ role: 'district', districts: ['podilskyi'] }))
  editor = editing(world, await world.organiser({ role: 'editor', districts: ['podilskyi'] }))
  await city.make('/venues', { slug: 'podil-hall', district: 'podilskyi', name: { uk: 'Поділ', en: 'Podil' } })
  await city.make('/venues', { slug: 'darnytsia-hall', district: 'darnytskyi', name: { uk: 'Зала', en: 'Hall' } })
})

beforeEach(() => world.setClock('2019-06-03T12:00:00+03:00'))

const title = { uk: 'Форум', en: 'Forum' }
const aForum = (slug: string, more: object = {}) => ({ slug, series: '2019', district: 'podilskyi', title, ...more })
const refused = async (answer: Response) => [answer.status, (await answer.json<Problem>()).code]
const fieldsOf = async (answer: Response) => {
  expect(answer.status).toBe(422)
  return (await answer.json<Problem>()).errors
}
const statuses = async (forum: string) => (await world.list(forum)).registrations.map(({ status }) => status)
const book = async (forum: string) =>
  (
    await world.d1
      .prepare('SELECT action, object FROM audit WHERE forum = ? ORDER BY id')
      .bind(forum)
      .all<{ action: string; object: string | null }>()
  ).results.map(({ action, object }) => [action, object].filter(Boolean).join(' '))

describe('a new forum', () => {
  it('is a draft that says all that can be changed of it', async () => {
    const answer = await podil.make('/forums', aForum('new', { date: '2019-06-20', venue: 'hall', capacity: 50 }))
    expect([answer.status, answer.headers.get('ETag'), answer.headers.get('Location')]).toEqual([
      201,
      '"1"',
      '/api/v1/admin/forums/new',
    ])
    const made = await answer.json<ForumRecord>()
    expect(ForumRecord.parse(made)).toEqual(made)
    expect(made).toMatchObject({
      ...aForum('new'),
      url: '/forums/new',
      state: 'draft',
      publishedAt: null,
      date: '2019-06-20',
      startTime: null,
      venue: 'hall',
      capacity: 50,
      waitlistCapacity: 0,
      counts: { confirmed: 0, waitlisted: 0, cancelled: 0, came: 0, invited: 0, overbooked: 0 },
    })
    expect((await world.request('/forums/new')).status).toBe(404)
    expect(await book('new')).toEqual(['forum.created'])
    expect(await refused(await podil.make('/forums', aForum('new')))).toEqual([409, 'already-exists'])
  })

  it('is on the public schedule at once when a district organiser announces it', async () => {
    const send = (path: string, init: RequestInit = {}) =>
      world.app.request(`http://localhost/api/v1${path}`, init, world.bindings)
    const shown = async () => (await (await send('/schedule')).json<Schedule>()).forums.map(({ slug }) => slug)
    await podil.make('/forums', aForum('fresh'))
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect(await shown()).not.toContain('fresh')
    const answer = await send('/admin/forums/fresh/moves', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify({ move: 'announce' }),
    })
    expect(answer.status).toBe(200)
    expect(await shown()).toContain('fresh')
    const renamed = await send('/admin/forums/fresh', {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '"2"' },
      body: JSON.stringify({ title: { uk: 'Новий', en: 'New' } }),
    })
    expect(renamed.status).toBe(200)
    const { forums } = await (await send('/schedule')).json<Schedule>()
    expect(forums.find(({ slug }) => slug === 'fresh')?.title.uk).toBe('Новий')
  })

  it.each<[object, object[]]>([
    [{ series: 'nowhere' }, [{ pointer: '/series', code: 'unknown-reference' }]],
    [{ district: 'darnytskyi' }, [{ pointer: '/district', code: 'unknown-reference' }]],
    [{ district: null }, [{ pointer: '/district', code: 'unknown-reference' }]],
    [{ venue: 'nowhere' }, [{ pointer: '/venue', code: 'unknown-reference' }]],
    [{ venue: 'darnytsia-hall' }, [{ pointer: '/venue', code: 'unknown-reference' }]],
    [{ startTime: '10:00' }, [{ pointer: '/date', code: 'required' }]],
    [{ date: '2019-02-30' }, [{ pointer: '/date', code: 'invalid-value' }]],
    [{ date: '1019-06-06' }, [{ pointer: '/date', code: 'out-of-range' }]],
    [{ date: '2019-06-06', startTime: '25:00' }, [{ pointer: '/startTime', code: 'invalid-value' }]],
    [{ slug: 'A b' }, [{ pointer: '/slug', code: 'invalid-slug' }]],
    [{ title: { uk: 'Форум' } }, [{ pointer: '/title/en', code: 'required' }]],
    [{ published: true }, [{ pointer: '', code: 'unknown-field' }]],
  ])('that says %j is refused', async (said, errors) => {
    expect(await fieldsOf(await podil.make('/forums', aForum('refused', said)))).toEqual(errors)
    expect((await city.read('/forums/refused')).status).toBe(404)
  })

  it('of the whole city is made by whoever has the whole city', async () => {
    expect((await city.make('/forums', aForum('of-the-city', { district: null, venue: 'podil-hall' }))).status).toBe(
      201,
    )
    expect((await podil.read('/forums/of-the-city')).status).toBe(404)
  })
})

describe('an editor', () => {
  it('makes drafts and writes texts, and nothing else', async () => {
    expect((await editor.make('/forums', aForum('written', { date: '2019-06-20' }))).status).toBe(201)
    expect(await refused(await editor.make('/forums', aForum('b', { capacity: 5 })))).toEqual([403, 'forbidden'])
    expect((await editor.change('/forums/written', { date: '2019-06-21', venue: 'hall' })).status).toBe(200)
    expect(await refused(await editor.change('/forums/written', { opensAt: null }))).toEqual([403, 'forbidden'])
    expect(await refused(await editor.move('written', { move: 'announce' }))).toEqual([403, 'forbidden'])
    expect((await podil.move('written', { move: 'announce' })).status).toBe(200)
    expect((await editor.change('/forums/written', { title, summary: title })).status).toBe(200)
    for (const change of [{ date: '2019-06-22' }, { capacity: 9 }, { startTime: '10:00' }, { venue: null }])
      expect(await refused(await editor.change('/forums/written', change))).toEqual([403, 'forbidden'])
    expect(await refused(await editor.remove('/forums/written'))).toEqual([403, 'forbidden'])
  })
})

describe('a change', () => {
  it('needs to have seen what it changes: PATCH without, stale, weak and * If-Match', async () => {
    await addForum(world, 'seen')
    const send = (headers: Record<string, string>) =>
      world.organise('PATCH', '/forums/seen', { body: { capacity: 5 }, headers })
    expect(await refused(await send({}))).toEqual([428, 'precondition-required'])
    expect(await refused(await send({ 'If-Match': '"7"' }))).toEqual([412, 'precondition-failed'])
    expect(await refused(await send({ 'If-Match': 'W/"1"' }))).toEqual([412, 'precondition-failed'])
    expect(await refused(await send({ 'If-Match': '*' }))).toEqual([400, 'invalid-precondition'])
    expect((await send({ 'If-Match': '"1"' })).headers.get('ETag')).toBe('"2"')
  })

  it('is never lost: of 50 at once with one ETag, one is done and 49 are refused', async () => {
    await addForum(world, 'edited')
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        world.organise('PATCH', '/forums/edited', { body: { capacity: number + 1 }, headers: { 'If-Match': '"1"' } }),
      ),
    )
    const codes = answers.map(({ status }) => status).toSorted()
    expect(codes).toEqual([200, ...Array.from({ length: 49 }, () => 412)])
    expect(await city.etag('/forums/edited')).toBe('"2"')
    expect(await book('edited')).toEqual(['forum.changed'])
    const done = answers.findIndex(({ status }) => status === 200)
    expect((await city.forum('edited')).capacity).toBe(done + 1)
    const missing = await world.organise('PATCH', '/forums/edited', { body: { capacity: 5 } })
    expect(missing.status).toBe(428)
  })

  it.each<[unknown, string]>([
    [-1, 'out-of-range'],
    [0, 'out-of-range'],
    [1.5, 'invalid-type'],
    [NaN, 'invalid-type'],
    ['50', 'invalid-type'],
    [1e7, 'out-of-range'],
  ])('of the capacity to %s is refused', async (capacity, code) => {
    expect(await fieldsOf(await city.change('/forums/edited', { capacity }))).toEqual([{ pointer: '/capacity', code }])
  })

  it('of the capacity below who is confirmed throws nobody out, and says so', async () => {
    await addForum(world, 'lowered', { capacity: 3 })
    for (let person = 0; person < 4; person += 1) await world.register('lowered')
    const answer = await city.change('/forums/lowered', { capacity: 1 })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      forum: { capacity: 1, counts: { confirmed: 3, waitlisted: 1, overbooked: 2 } },
      tells: { confirmed: 0, waitlisted: 0 },
      done: true,
    })
    expect(await statuses('lowered')).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted'])
  })

  it.each<[string, object, number]>([
    ['a raised capacity', { capacity: 4 }, 2],
    ['fewer places kept back', { reserved: 0 }, 1],
    ['both', { capacity: 3, reserved: 0 }, 2],
  ])('with %s promotes as many as became free', async (name, change, promoted) => {
    const slug = `raised-${name.split(' ').at(-1)}`
    await addForum(world, slug, { capacity: 2, reserved: 1 })
    for (let person = 0; person < 4; person += 1) await world.register(slug)
    expect(await statuses(slug)).toEqual(['confirmed', 'waitlisted', 'waitlisted', 'waitlisted'])
    const { forum } = await (await city.change(`/forums/${slug}`, change)).json<{ forum: ForumRecord }>()
    expect(forum.counts).toMatchObject({ confirmed: 1 + promoted, waitlisted: 3 - promoted, overbooked: 0 })
    expect((await statuses(slug)).filter(status => status === 'confirmed')).toHaveLength(1 + promoted)
  })

  it('promotes nobody once registration is closed', async () => {
    await addForum(world, 'closed', { capacity: 1 })
    for (let person = 0; person < 2; person += 1) await world.register('closed')
    await city.move('closed', { move: 'close' })
    await city.change('/forums/closed', { capacity: 5 })
    expect(await statuses('closed')).toEqual(['confirmed', 'waitlisted'])
    await city.move('closed', { move: 'open' })
    expect(await statuses('closed')).toEqual(['confirmed', 'confirmed'])
  })

  it('keeps what is absent, and takes away what is null', async () => {
    const said = {
      organisationLimit: 3,
      summary: { uk: 'Підсумок', en: 'Summary' },
      attendance: { count: 70, precision: 'more-than' },
      opensAt: '2019-06-04T10:00:00+03:00',
      movedFrom: '2019-06-01',
    }
    await addForum(world, 'patched')
    await city.change('/forums/patched', said)
    expect(await city.forum('patched')).toMatchObject({ ...said, opensAt: '2019-06-04T07:00:00.000Z', capacity: 2 })
    const none = { organisationLimit: null, summary: null, attendance: null, opensAt: null, movedFrom: null }
    await city.change('/forums/patched', none)
    expect(await city.forum('patched')).toMatchObject({ ...none, venue: 'hall', capacity: 2 })
  })

  it.each<[object, object[]]>([
    [{ venue: 'nowhere' }, [{ pointer: '/venue', code: 'unknown-reference' }]],
    [{ series: 'nowhere', district: 'nowhere' }, ['/series', '/district'].map(unknown)],
    [{ endTime: '10:00' }, [{ pointer: '/startTime', code: 'required' }]],
    [
      { opensAt: '2019-06-04T10:00:00Z', closesAt: '2019-06-04T10:00:00Z' },
      [{ pointer: '/closesAt', code: 'out-of-range' }],
    ],
    [{ reserved: 3 }, [{ pointer: '/reserved', code: 'out-of-range' }]],
    [{ organisationLimit: 0 }, [{ pointer: '/organisationLimit', code: 'out-of-range' }]],
    [{ waitlistCapacity: -1 }, [{ pointer: '/waitlistCapacity', code: 'out-of-range' }]],
    [{ opensAt: 'soon' }, [{ pointer: '/opensAt', code: 'invalid-value' }]],
    [{ confirmed: 0 }, [{ pointer: '', code: 'unknown-field' }]],
    [{ summary: { uk: 'javascript:alert(1)', en: 'x' } }, [{ pointer: '/summary/uk', code: 'contains-link' }]],
    [{ summary: { uk: 'а'.repeat(50_000), en: 'x' } }, [{ pointer: '/summary/uk', code: 'too-long' }]],
    [{ title: { uk: 'а\u2028б', en: 'x' } }, [{ pointer: '/title/uk', code: 'invalid-characters' }]],
    [{ title: { uk: 'а\u202Eб', en: 'x' } }, [{ pointer: '/title/uk', code: 'invalid-characters' }]],
  ])('to %.60j is refused', async (change, errors) => {
    expect(await fieldsOf(await city.change('/forums/patched', change))).toEqual(errors)
  })

  it('of another district’s forum is not found', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    for (const [method, path, body] of [
      ['GET', '/forums/patched', undefined],
      ['PATCH', '/forums/patched', { capacity: 5 }],
      ['DELETE', '/forums/patched', undefined],
      ['POST', '/forums/patched/moves', { move: 'pause' }],
    ] as const) {
      const answer = await world.organise(method, path, { body, token, headers: { 'If-Match': '"3"' } })
      expect(await refused(answer)).toEqual([404, 'not-found'])
    }
  })
})

const unknown = (pointer: string) => ({ pointer, code: 'unknown-reference' })

describe('removing', () => {
  it('takes a draft with its activities and the drafts of its letters', async () => {
    await podil.make('/forums', aForum('removed'))
    await podil.make('/forums/removed/activities', { slug: 'walk', kind: 'walk', title })
    await world.d1
      .prepare(
        `INSERT INTO letters (forum_id, subject_uk, subject_en, text_uk, text_en, selection, created_at)
         SELECT id, 'а', 'a', 'а', 'a', '{}', 1 FROM forums WHERE slug = 'removed'`,
      )
      .run()
    expect((await podil.remove('/forums/removed')).status).toBe(204)
    expect((await podil.read('/forums/removed')).status).toBe(404)
    const left = await world.d1.prepare("SELECT count(*) AS n FROM activities WHERE slug = 'walk'").first('n')
    expect(left).toBe(0)
    expect(await book('removed')).toEqual(['forum.created', 'activity.created walk', 'forum.removed'])
  })

  it('never takes one with a registration, even a cancelled one', async () => {
    await addForum(world, 'used')
    await city.make('/forums/used/activities', { slug: 'walk', kind: 'walk', title })
    const { code } = await (await world.register('used')).json<{ code: string }>()
    await world.own(await world.tokenOf(code), 'DELETE')
    expect(await refused(await city.remove('/forums/used'))).toEqual([409, 'in-use'])
    expect((await city.read('/forums/used/activities/walk')).status).toBe(200)
    expect(await book('used')).not.toContain('forum.removed')
  })

  it('takes nothing of a forum that somebody has changed', async () => {
    await addForum(world, 'kept')
    await city.make('/forums/kept/activities', { slug: 'walk', kind: 'walk', title })
    const answer = await world.organise('DELETE', '/forums/kept', { headers: { 'If-Match': '"2"' } })
    expect(answer.status).toBe(412)
    expect((await city.read('/forums/kept/activities/walk')).status).toBe(200)
  })
})

describe('the list of forums', () => {
  const listed = async (query: string, token = organiserToken) => {
    const answer = await world.organise('GET', `/forums${query}`, { token })
    expect(answer.status).toBe(200)
    const list = await answer.json<ForumList>()
    expect(ForumList.parse(list)).toEqual(list)
    return list
  }
  const slugs = ({ forums }: ForumList) => forums.map(({ slug }) => slug)

  beforeAll(async () => {
    await city.make('/series', {
      slug: '2020',
      title,
      about: title,
      source: { name: title, url: 'https://example.org/' },
    })
    const listedForum = (slug: string, changes: object) =>
      addForum(world, slug, { series: '2020', district: 'podilskyi', ...changes })
    await listedForum('l-undated', { date: null })
    await listedForum('l-later', { date: '2019-06-20' })
    await listedForum('l-held', { date: '2019-05-20' })
    await listedForum('l-draft', { publishedAt: null })
    await listedForum('l-moved', { date: '2019-06-21', movedFrom: '2019-06-01' })
    await listedForum('l-paused', { date: '2019-06-22', pausedAt: 1 })
    await listedForum('l-cancelled', { date: '2019-06-23', cancelledAt: 1 })
    await listedForum('l-city', { date: '2019-06-24', district: null })
  })

  const all = ['l-held', 'l-draft', 'l-later', 'l-moved', 'l-paused', 'l-cancelled', 'l-city', 'l-undated']

  it('is by date, those without one last, drafts too', async () => {
    expect(slugs(await listed('?series=2020'))).toEqual(all)
  })

  it.each([
    ['draft', ['l-draft']],
    ['announced', ['l-undated']],
    ['scheduled', ['l-later', 'l-city']],
    ['moved', ['l-moved']],
    ['paused', ['l-paused']],
    ['cancelled', ['l-cancelled']],
    ['held', ['l-held']],
  ])('can be of those that are %s', async (state, expected) => {
    expect(slugs(await listed(`?series=2020&state=${state}`))).toEqual(expected)
  })

  it('can be of a district, or of the city', async () => {
    expect(slugs(await listed('?series=2020&district=city'))).toEqual(['l-city'])
    expect(slugs(await listed('?series=2020&district=podilskyi'))).toHaveLength(7)
    expect(slugs(await listed('?series=2020&district=darnytskyi'))).toEqual([])
  })

  it('has only one’s own', async () => {
    const token = await world.organiser({ role: 'district', districts: ['podilskyi'] })
    expect(slugs(await listed('?series=2020', token))).toEqual(all.filter(slug => slug !== 'l-city'))
    expect(slugs(await listed('?district=darnytskyi', token))).toEqual([])
  })

  it.each(['', '&state=scheduled'])('comes in pages that miss and repeat nothing%s', async filter => {
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: ForumList = await listed(`?limit=1${filter}${next ? `&cursor=${next}` : ''}`)
      expect(page.forums.length).toBeLessThanOrEqual(1)
      seen.push(...slugs(page))
      next = page.next
    } while (next)
    expect(seen).toEqual(slugs(await listed(`?limit=100${filter}`)))
    expect(seen.length).toBeGreaterThan(1)
  })

  it.each([
    '?limit=0',
    '?limit=101',
    '?limit=1e9',
    '?limit=-1',
    '?cursor=garbage',
    '?state=open',
    '?sort=title;drop',
    '?district=A%20b',
  ])('refuses %s', async query => {
    expect(await refused(await world.organise('GET', `/forums${query}`))).toEqual([400, 'invalid-query'])
  })
})

it('what organisers changed is what the public sees', async () => {
  await podil.make(
    '/forums',
    aForum('public', { date: '2019-06-20', startTime: '10:00', venue: 'podil-hall', capacity: 5 }),
  )
  await podil.move('public', { move: 'announce' })
  expect(await (await world.request('/forums/public')).json<Forum>()).toMatchObject({
    title,
    date: '2019-06-20',
    startTime: '10:00',
    venue: { name: { uk: 'Поділ' } },
    state: 'scheduled',
    registration: { state: 'open', seatsLeft: 5 },
  })
})
