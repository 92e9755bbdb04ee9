import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#contract/limits'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/database.ts'
import { freeHeldPlaces } from '../../src/registration/free-held-places.ts'
import { newStamp } from '../../src/registration/stamp.ts'
import { forgetSchedules } from '../../src/schedule/schedule-cache.ts'
import { observe, type Observed } from '../observed-database.ts'
import { addForum, aRegistration, newKey, newWorld, noon, organiserToken, seedSeries, type World } from '../world.ts'

let world: World
let observed: Observed

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  observed = observe(world.d1)
  for (let number = 1; number <= 10; number += 1) await addForum(world, `forum-${number}`, { capacity: 1000 })
  await addForum(world, 'many', { capacity: 200_000 })
  await addForum(world, 'held', { capacity: 200_000, confirmAddress: 1 })
})

const app = createApp(() => noon)

const ask = async (path: string, init?: RequestInit) => {
  observed.reset()
  forgetSchedules(observed.database)
  const answer = await app.request(`http://localhost/api/v1${path}`, init, { ...world.bindings, DB: observed.database })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  const sum = (of: 'rowsRead' | 'rowsWritten') =>
    observed.statements.reduce((total, statement) => total + statement[of], 0)
  return { trips: observed.roundTrips(), read: sum('rowsRead'), written: sum('rowsWritten') }
}

const register = async (email: string, forum = 'many') =>
  ask(`/forums/${forum}/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), 'CF-Connecting-IP': newKey() },
    body: JSON.stringify(
      aRegistration({ email, stamp: await newStamp(world.bindings.STAMP_SECRET, forum, noon - 9000) }),
    ),
  })

const confirmed = async (email: string) => {
  await register(email, 'held')
  const code = await world.d1
    .prepare('SELECT code FROM registrations WHERE email = ?')
    .bind(email)
    .first<string>('code')
  const Authorization = `Bearer ${await world.tokenOf(code ?? '')}`
  return ask('/registration/confirmation', { method: 'POST', headers: { Authorization } })
}

const freed = async () => {
  await register('late@example.com', 'held')
  observed.reset()
  expect(await freeHeldPlaces(openDatabase(observed.database), noon + limits.hold, 250)).toEqual(['held'])
}

const fill = (to: number) =>
  world.d1
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT (SELECT count(*) FROM registrations) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO registrations (forum_id, code, status, name, email, locale, consent_version, consent_hash, created_at, changed_at)
       SELECT forums.id, 'F' || i, 'confirmed', 'Олена', 'filled-' || i || '@example.com', 'uk', '1', 'x', 0, 0
       FROM n, forums WHERE forums.slug = 'many'`,
    )
    .bind(to)
    .run()

/** SQLite's plan of every statement that was asked since the last reset. */
const plans = async () => {
  const details: string[] = []
  for (const { sql, values } of observed.statements) {
    const { results } = await world.d1
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values)
      .all<{ detail: string }>()
    details.push(...results.map(({ detail }) => detail))
  }
  return details
}

describe('what a request costs does not grow', () => {
  it.each([10, 1_000, 100_000])(
    'with %i registered',
    async number => {
      await fill(number)
      // A look, with the district and the venue that the receipt's calendar names, and a batch: the forum's counter; the registration with four indexes and two words that find it, the submission with three, the letter with two.
      expect(await register(`new-${number}@example.com`)).toEqual({ trips: 2, read: 17, written: 15 })
      const repeated = await register(`new-${number}@example.com`)
      expect(repeated).toMatchObject({ trips: 2, written: 7 })
      expect(repeated.read).toBeLessThanOrEqual(16)
      const schedule = await ask('/schedule')
      expect(schedule).toMatchObject({ trips: 1, written: 0 })
      expect(schedule.read).toBeLessThanOrEqual(40)
      expect(await ask('/schedule.ics')).toEqual(schedule)
      expect(await ask('/forums/many.ics')).toEqual(await ask('/forums/many'))
      expect((await ask('/forums/many/form')).read).toBeLessThanOrEqual(5)
    },
    60_000,
  )

  it('and a place that is held costs no more: words that find it are written later', async () => {
    expect(await register('held@example.com', 'held')).toEqual({ trips: 2, read: 15, written: 15 })
    expect(await register('held@example.com', 'held')).toMatchObject({ trips: 2, written: 10 })
  })

  it('and a page of the list reads its own rows', async () => {
    const authorised = { headers: { Authorization: `Bearer ${organiserToken}` } }
    const first = await world.organise('GET', '/forums/many/registrations?limit=1000')
    const { next } = await first.json<{ next: string }>()
    const page = await ask(`/admin/forums/many/registrations?limit=50&cursor=${next}`, authorised)
    expect(page.read).toBeLessThanOrEqual(65)
  })
})

describe('no hot query scans a table', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['the schedule', () => ask('/schedule')],
    ['the schedule of a series', () => ask('/schedule?series=2019')],
    ['the schedule of a site', () => ask('/schedule?site=a.example.org')],
    ['a forum', () => ask('/forums/many')],
    ['the calendar of a series', () => ask('/schedule.ics?series=2019')],
    ['the calendar of a forum', () => ask('/forums/many.ics')],
    ['opening the form', () => ask('/forums/many/form')],
    ['registering', () => register('plan@example.com')],
    ['registering again', () => register('plan@example.com')],
    ['registering where places are held', () => register('plan@example.com', 'held')],
    ['registering there again', () => register('plan@example.com', 'held')],
    ['confirming the address', () => confirmed('planned@example.com')],
    ['freeing places', () => freed()],
    [
      'the list',
      () => ask('/admin/forums/many/registrations', { headers: { Authorization: `Bearer ${organiserToken}` } }),
    ],
  ])('%s', async (_, request) => {
    await request()
    expect(observed.statements.length).toBeGreaterThan(0)
    const details = await plans()
    expect(details.length).toBeGreaterThan(0)
    expect(
      details.filter(
        detail => /SCAN|TEMP B-TREE/.test(detail) && !/CONSTANT ROW|SCAN \(subquery|VIRTUAL TABLE/.test(detail),
      ),
    ).toEqual([])
  })
})
