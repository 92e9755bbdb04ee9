import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Forum, RegistrationForm, Schedule } from '#contract'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/database.ts'
import { series, sites } from '../../src/database/tables.ts'
import { newStamp } from '../../src/registration/stamp.ts'
import { forgetForum, forgetSchedules, keptSchedule } from '../../src/schedule/schedule-cache.ts'
import { faulty } from '../faulty-database.ts'
import { observe, type Observed } from '../observed-database.ts'
import { addForum, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World
let observed: Observed
let now = noon

const app = createApp(() => now)

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  for (let number = 1; number <= 10; number += 1) await addForum(world, `forum-${number}`, { capacity: 100 })
  await world.database.insert(sites).values({ hostname: 'podil.example.org', district: 'podilskyi' })
})

beforeEach(() => {
  now = noon
  observed = observe(world.d1)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const ask = async (path: string, init?: RequestInit, database = observed.database): Promise<Response> =>
  app.request(`http://localhost/api/v1${path}`, init, { ...world.bindings, DB: database })

const forum = async (slug: string, query = ''): Promise<Forum | undefined> =>
  (await (await ask(`/schedule${query}`)).json<Schedule>()).forums.find(found => found.slug === slug)

/** Moves the machine's clock, by which the age of rows is told, and not the product's. */
const wait = (milliseconds: number) => {
  const later = Date.now() + milliseconds
  vi.spyOn(Date, 'now').mockReturnValue(later)
}

describe('the schedule', () => {
  it('costs a thousand readers at the same moment one read', async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask('/schedule')))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(observed.roundTrips()).toBe(1)
  })

  it('costs a thousand readers within ten seconds, from three sites, five reads at most', async () => {
    const started = Date.now()
    for (let reader = 0; reader < 1000; reader += 1) {
      vi.spyOn(Date, 'now').mockReturnValue(started + reader * 10)
      const query = ['', '?site=podil.example.org', '?district=city'][reader % 3] ?? ''
      expect((await ask(`/schedule${query}`)).status).toBe(200)
    }
    expect(observed.roundTrips()).toBeGreaterThan(0)
    expect(observed.roundTrips()).toBeLessThanOrEqual(5)
  })

  it('shows a change that was made elsewhere after ten seconds, and not before', async () => {
    const title = async () => (await forum('forum-1'))?.title.en
    expect(await title()).toBe('Forum')
    await world.d1.prepare("UPDATE forums SET title_en = 'Changed' WHERE slug = 'forum-1'").run()
    wait(9_900)
    expect(await title()).toBe('Forum')
    wait(200)
    expect(await title()).toBe('Changed')
    expect(observed.roundTrips()).toBe(2)
  })

  it('does not keep rows for ever when the machine’s clock is set back', async () => {
    await ask('/schedule')
    wait(-60_000)
    await ask('/schedule')
    expect(observed.roundTrips()).toBe(2)
  })

  it('tells states by the moment of the request, from rows that were read before', async () => {
    const state = async () => (await forum('forum-1'))?.registration.state
    expect(await state()).toBe('open')
    now = Date.parse('2019-06-06T20:00:00+03:00')
    expect(await state()).toBe('closed')
    expect(observed.roundTrips()).toBe(1)
  })

  it('shows a registration made through the same isolate at once', async () => {
    const seatsLeft = async () => (await forum('forum-2', '?series=2019'))?.registration.seatsLeft
    expect(await seatsLeft()).toBe(100)
    const stamp = await newStamp(world.bindings.STAMP_SECRET, 'forum-2', now - 9000)
    const answer = await ask('/forums/forum-2/registrations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
      body: JSON.stringify(aRegistration({ stamp })),
    })
    expect(answer.status).toBe(201)
    expect(await seatsLeft()).toBe(99)
  })

  it('is not what opening the form or registering relies on', async () => {
    await ask('/schedule')
    await world.d1.prepare("UPDATE forums SET paused_at = 1 WHERE slug = 'forum-3'").run()
    const form = await (await ask('/forums/forum-3/form')).json<RegistrationForm>()
    expect(form.registration.state).toBe('closed')
    expect((await forum('forum-3'))?.registration.state).toBe('open')
  })
})

describe('what is kept', () => {
  const keep = (slug: string) => keptSchedule(observed.database, openDatabase(observed.database), slug)

  it('are twenty series at most: the one that was read longest ago makes room', async () => {
    const slugs = Array.from({ length: 21 }, (_, index) => `series-${index}`)
    for (const slug of slugs)
      await world.database.insert(series).values({
        slug,
        titleUk: 'Цикл',
        titleEn: 'Series',
        aboutUk: 'Про',
        aboutEn: 'About',
        sourceNameUk: 'КМДА',
        sourceNameEn: 'KMDA',
        sourceUrl: 'https://kyivcity.gov.ua',
      })
    for (const slug of slugs) await keep(slug)
    expect(observed.roundTrips()).toBe(21)
    for (const slug of slugs.slice(1)) await keep(slug)
    expect(observed.roundTrips()).toBe(21)
    await keep('series-0')
    expect(observed.roundTrips()).toBe(22)
  })

  it('is never that something is not there', async () => {
    expect((await ask('/schedule?series=1999')).status).toBe(404)
    expect((await ask('/schedule?series=1999')).status).toBe(404)
    expect(observed.roundTrips()).toBe(2)
  })

  it('is forgotten by the forum that changed, and nothing else is', async () => {
    await keep('2019')
    forgetForum(observed.database, 'of-another-series')
    await keep('2019')
    expect(observed.roundTrips()).toBe(1)
    forgetForum(observed.database, 'forum-1')
    await keep('2019')
    expect(observed.roundTrips()).toBe(2)
  })

  it('is not what was being read while the forum changed', async () => {
    const slow = faulty(world.d1, () => ({ kind: 'late', milliseconds: 50 }))
    const reading = keptSchedule(slow.database, openDatabase(slow.database), '2019')
    forgetForum(slow.database, 'forum-1')
    await reading
    await keptSchedule(slow.database, openDatabase(slow.database), '2019')
    expect(slow.calls()).toBe(2)
    expect(forgetSchedules(slow.database)).toBe(true)
  })
})

describe('a read that others wait for', () => {
  it('and that never ends keeps nobody for more than two seconds', async () => {
    let call = 0
    const hanging = faulty(world.d1, () => ((call += 1) === 1 ? { kind: 'late', milliseconds: 3_500 } : undefined))
    const first = ask('/schedule', {}, hanging.database)
    const started = performance.now()
    expect((await ask('/schedule', {}, hanging.database)).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(3_400)
    expect(hanging.calls()).toBe(2)
    expect((await first).status).toBe(200)
  }, 20_000)

  it('and that fails is not kept', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let call = 0
    const message = 'D1_ERROR: no such table: forums: SQLITE_ERROR'
    const failing = faulty(world.d1, () => ((call += 1) === 1 ? { kind: 'before', message } : undefined))
    expect((await ask('/schedule', {}, failing.database)).status).toBe(500)
    expect((await ask('/schedule', {}, failing.database)).status).toBe(200)
  })
})
