import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ChangedForum, type Problem } from '#contract'
import { editing } from '../../test/editing.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'

let world: World
let city: ReturnType<typeof editing>

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  city = editing(world)
  const name = { uk: 'Бібліотека', en: 'Library' }
  await city.make('/venues', { slug: 'library', district: 'darnytskyi', name })
})

beforeEach(() => world.setClock('2019-06-03T12:00:00+03:00'))

const problemOf = async (answer: Response) => answer.json<Problem>()

/** A forum with two confirmed and one who waits. */
const withThree = async (slug: string, changes: Parameters<typeof addForum>[2] = {}) => {
  await addForum(world, slug, { capacity: 2, ...changes })
  for (let person = 0; person < 3; person += 1) expect((await world.register(slug)).status).toBe(201)
}

const letters = async (slug: string) =>
  (
    await world.d1
      .prepare(
        `SELECT o.kind, r.status FROM outbox o JOIN registrations r ON r.id = o.registration_id JOIN forums f ON f.id = r.forum_id
         WHERE f.slug = ? AND o.kind LIKE 'forum-%' ORDER BY o.id`,
      )
      .bind(slug)
      .all<{ kind: string; status: string }>()
  ).results.map(({ kind, status }) => `${kind} ${status}`)

const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['forums', 'registrations', 'outbox', 'audit'].map(
        async table => (await world.d1.prepare(`SELECT * FROM ${table}`).all()).results,
      ),
    ),
  )

/** A move, just before whose writing somebody registers. */
const whileSomebodyRegisters = async (slug: string, body: object): Promise<Response> => {
  let came = false
  const DB = new Proxy(world.d1, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name)
      if (name !== 'batch') return typeof found === 'function' ? found.bind(target) : found
      return async (statements: D1PreparedStatement[]) => {
        if (!came) expect((await world.register(slug)).status).toBe(201)
        came = true
        return target.batch(statements)
      }
    },
  })
  const headers = {
    Authorization: `Bearer ${organiserToken}`,
    'Content-Type': 'application/json',
    'If-Match': await city.etag(`/forums/${slug}`),
  }
  const path = `http://localhost/api/v1/admin/forums/${slug}/moves`
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return world.app.request(path, init, { ...world.bindings, DB })
}

const threeTold = (kind: string) => [`${kind} confirmed`, `${kind} confirmed`, `${kind} waitlisted`]

describe('a move that matters to registered people', () => {
  it.each<[string, Parameters<typeof addForum>[2], object, string, object]>([
    [
      'schedule',
      { date: null, opensAt: 1 },
      { move: 'schedule', date: '2019-06-20', startTime: '10:00', venue: 'library' },
      'forum-scheduled',
      { state: 'scheduled', date: '2019-06-20', startTime: '10:00', venue: 'library', movedFrom: null },
    ],
    [
      'move',
      {},
      { move: 'move', date: '2019-06-20' },
      'forum-moved',
      { state: 'moved', date: '2019-06-20', movedFrom: '2019-06-06' },
    ],
    ['pause', {}, { move: 'pause' }, 'forum-paused', { state: 'paused', registration: 'closed' }],
    ['cancel', {}, { move: 'cancel' }, 'forum-cancelled', { state: 'cancelled', registration: 'closed' }],
  ])('says whom it will tell before it does: %s', async (name, facts, move, letter, becomes) => {
    const slug = `told-${name}`
    await withThree(slug, facts)
    const before = await everything()

    const preview = await city.move(slug, { ...move, preview: true })
    expect([preview.status, preview.headers.get('ETag')]).toEqual([200, '"1"'])
    const previewed = await preview.json<ChangedForum>()
    expect(ChangedForum.parse(previewed)).toEqual(previewed)
    expect(previewed).toMatchObject({ forum: becomes, tells: { confirmed: 2, waitlisted: 1 }, done: false })
    const unasked = await city.move(slug, move)
    expect(unasked.status).toBe(409)
    expect(await problemOf(unasked)).toMatchObject({ code: 'people-will-be-told', tells: 3 })
    expect(await everything()).toBe(before)

    const done = await city.move(slug, { ...move, tell: true })
    expect([done.status, done.headers.get('ETag')]).toEqual([200, '"2"'])
    expect(await done.json()).toMatchObject({ forum: becomes, tells: { confirmed: 2, waitlisted: 1 }, done: true })
    expect(await letters(slug)).toEqual(threeTold(letter))
    const line = await world.d1.prepare('SELECT action, object FROM audit WHERE forum = ?').bind(slug).all()
    expect(line.results).toEqual([{ action: 'forum.moved-on', object: name }])
  })

  it('tells the live alone, and of them those who have an address', async () => {
    await withThree('some-told')
    const { registrations } = await world.list('some-told')
    await world.own(await world.tokenOf(registrations[0]?.code ?? ''), 'DELETE')
    await world.d1
      .prepare("UPDATE registrations SET origin = 'organiser', consent_channel = 'phone', email = NULL WHERE code = ?")
      .bind(registrations[1]?.code)
      .run()
    const preview = await city.move('some-told', { move: 'cancel', preview: true })
    expect(await preview.json()).toMatchObject({ tells: { confirmed: 1, waitlisted: 0 } })
    await city.move('some-told', { move: 'cancel', tell: true })
    expect(await letters('some-told')).toEqual(['forum-cancelled confirmed'])
  })

  it('needs no leave where nobody is registered', async () => {
    await addForum(world, 'nobody')
    const answer = await city.move('nobody', { move: 'cancel' })
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { tells: { confirmed: 0, waitlisted: 0 }, done: true },
    ])
  })

  it('looks again when somebody registers between the look and the writing', async () => {
    await addForum(world, 'between')
    const answer = await whileSomebodyRegisters('between', { move: 'cancel' })
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'people-will-be-told', tells: 1 })
    expect(await letters('between')).toEqual([])
    const told = await whileSomebodyRegisters('between', { move: 'cancel', tell: true })
    expect(await told.json()).toMatchObject({ tells: { confirmed: 2, waitlisted: 0 }, done: true })
    expect(await letters('between')).toEqual(['forum-cancelled confirmed', 'forum-cancelled confirmed'])
  })

  it('is written once, whoever sends it at the same time', async () => {
    await withThree('raced')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.organise('POST', '/forums/raced/moves', {
          body: { move: 'cancel', tell: true },
          headers: { 'If-Match': '"1"' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
    expect(await letters('raced')).toEqual(threeTold('forum-cancelled'))
  })

  it('needs If-Match', async () => {
    const send = (headers?: Record<string, string>) =>
      world.organise('POST', '/forums/raced/moves', { body: { move: 'reinstate' }, ...(headers && { headers }) })
    expect((await send()).status).toBe(428)
    expect((await send({ 'If-Match': '"1"' })).status).toBe(412)
    expect((await send({ 'If-Match': '*' })).status).toBe(400)
  })
})

describe('a change of the plan is such a move', () => {
  it.each([
    [{ date: '2019-06-20' }, 'forum-moved'],
    [{ startTime: '10:00' }, 'forum-moved'],
    [{ venue: null }, 'forum-moved'],
  ])('%j', async (change, letter) => {
    const slug = `patched-${Object.keys(change)[0]?.toLowerCase()}`
    await withThree(slug)
    const unasked = await city.change(`/forums/${slug}`, change)
    expect(await problemOf(unasked)).toMatchObject({ status: 409, code: 'people-will-be-told', tells: 3 })
    const preview = await city.change(`/forums/${slug}`, { ...change, preview: true })
    expect(await preview.json()).toMatchObject({ forum: change, tells: { confirmed: 2, waitlisted: 1 }, done: false })
    expect(await letters(slug)).toEqual([])
    expect((await city.change(`/forums/${slug}`, { ...change, tell: true })).status).toBe(200)
    expect(await letters(slug)).toEqual(threeTold(letter))
  })

  it('and the first date is told as such', async () => {
    await withThree('first-date', { date: null, opensAt: 1 })
    expect((await city.change('/forums/first-date', { date: '2019-06-20', tell: true })).status).toBe(200)
    expect(await letters('first-date')).toEqual(threeTold('forum-scheduled'))
  })

  it('another title or the same date is not', async () => {
    const change = { title: { uk: 'Інша', en: 'Other' }, date: '2019-06-20', capacity: 2 }
    expect((await city.change('/forums/first-date', change)).status).toBe(200)
    expect(await letters('first-date')).toHaveLength(3)
  })
})

describe('the life of a forum', () => {
  it('is announced, scheduled, opened, closed, moved, held', async () => {
    await city.make('/forums', {
      slug: 'life',
      series: '2019',
      district: 'darnytskyi',
      title: { uk: 'Форум', en: 'Forum' },
      capacity: 5,
    })
    const states: string[] = []
    const move = async (body: { move: string }) => {
      const answer = await city.move('life', body)
      expect(answer.status, await answer.clone().text()).toBe(200)
      const { forum } = await answer.json<ChangedForum>()
      states.push(`${body.move}: ${forum.state}, ${forum.registration}`)
    }
    await move({ move: 'announce' })
    await move({ move: 'withdraw' })
    await move({ move: 'announce' })
    await move({ move: 'schedule', date: '2019-06-06' } as { move: string })
    await move({ move: 'close' })
    await move({ move: 'open' })
    await move({ move: 'pause' })
    await move({ move: 'resume' })
    await move({ move: 'cancel' })
    await move({ move: 'reinstate' })
    await move({ move: 'move', date: '2019-06-13' } as { move: string })
    world.setClock('2019-06-13T20:00:00+03:00')
    await move({ move: 'hold' })
    expect(states).toEqual([
      'announce: announced, not-open',
      'withdraw: draft, not-open',
      'announce: announced, not-open',
      'schedule: scheduled, open',
      'close: scheduled, closed',
      'open: scheduled, open',
      'pause: paused, closed',
      'resume: scheduled, open',
      'cancel: cancelled, closed',
      'reinstate: scheduled, open',
      'move: moved, open',
      'hold: held, closed',
    ])
    expect(await city.forum('life')).toMatchObject({ heldAt: '2019-06-13T17:00:00.000Z', attendance: null })
  })

  it.each([
    ['announce', {}],
    ['resume', {}],
    ['reinstate', {}],
    ['hold', {}],
    ['schedule', { date: '2019-06-20' }],
  ])('does not allow a scheduled forum to %s', async (move, more) => {
    if ((await city.read('/forums/scheduled')).status === 404) await addForum(world, 'scheduled')
    const answer = await city.move('scheduled', { move, ...more })
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'wrong-state' })
  })

  it('does not withdraw a forum to which somebody comes, even at that very moment', async () => {
    await withThree('not-withdrawn')
    expect((await city.move('not-withdrawn', { move: 'withdraw' })).status).toBe(409)
    await addForum(world, 'nearly-withdrawn')
    const answer = await whileSomebodyRegisters('nearly-withdrawn', { move: 'withdraw' })
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'wrong-state' })
    expect((await world.request('/forums/nearly-withdrawn')).status).toBe(200)
  })

  it('counts as attendance who was checked in', async () => {
    await withThree('attended')
    await world.d1
      .prepare(
        "UPDATE registrations SET came_at = 1 WHERE status = 'confirmed' AND forum_id = (SELECT id FROM forums WHERE slug = 'attended')",
      )
      .run()
    world.setClock('2019-06-06T20:00:00+03:00')
    const answer = await city.move('attended', { move: 'hold' })
    expect(await answer.json()).toMatchObject({
      forum: { state: 'held', attendance: { count: 2, precision: 'exact' }, counts: { came: 2 } },
      tells: { confirmed: 0, waitlisted: 0 },
    })
  })

  it.each(['resume', 'reinstate'])('gives places that became free meanwhile to whoever waits: %s', async move => {
    const slug = `freed-${move}`
    await withThree(slug)
    await city.move(slug, { move: move === 'resume' ? 'pause' : 'cancel', tell: true })
    const [first] = (await world.list(slug)).registrations
    await world.own(await world.tokenOf(first?.code ?? ''), 'DELETE')
    const statuses = async () => (await world.list(slug)).registrations.map(({ status }) => status)
    expect(await statuses()).toEqual(['cancelled', 'confirmed', 'waitlisted'])
    const answer = await city.move(slug, { move, tell: true })
    expect(await answer.json()).toMatchObject({
      forum: { counts: { confirmed: 2, waitlisted: 0 } },
      tells: { confirmed: 1, waitlisted: 1 },
    })
    expect(await statuses()).toEqual(['cancelled', 'confirmed', 'confirmed'])
  })

  it.each([
    [{}, '/move'],
    [{ move: 'explode' }, '/move'],
    [{ move: 'schedule' }, '/date'],
    [{ move: 'pause', date: '2019-06-20' }, ''],
    [{ move: 'move', date: 'tomorrow' }, '/date'],
    [{ move: 'move', venue: 'nowhere' }, '/venue'],
    [{ move: 'hold', attendance: { count: -1, precision: 'exact' } }, '/attendance/count'],
    [{ move: 'pause', tell: 'yes' }, '/tell'],
  ])('is refused when it is said wrongly: %j', async (body, pointer) => {
    const answer = await city.move('scheduled', body)
    expect(await problemOf(answer)).toMatchObject({ status: 422, errors: [{ pointer }] })
  })
})
