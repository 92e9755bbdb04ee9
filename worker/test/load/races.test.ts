import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { loadLocally, migrate, programme2019 } from '../../scripts/local-state.ts'
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts'

/** Real HTTP from many at once to the really running worker, counted by SQL afterwards. */
let worker: LocalWorker
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-races-'))

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  worker = await startLocalWorker({ port: await freePort(), state, entry: 'worker/test/racing-worker.ts' })
  await sql('CREATE TABLE naive (id INTEGER PRIMARY KEY, status TEXT)')
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
})

const sql = async <Row>(statement: string, ...values: unknown[]): Promise<Row[]> => {
  const answer = await fetch(`${worker.origin}/race/sql`, {
    method: 'POST',
    body: JSON.stringify({ sql: statement, values }),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Row[]
}

/** A forum next year, open now. */
const addForum = async (slug: string, capacity: number, waitlistCapacity: number): Promise<string> => {
  const nextYear = new Date().getFullYear() + 1
  await sql(
    `INSERT INTO forums (slug, series, title_uk, title_en, date, published_at, capacity, waitlist_capacity)
     VALUES (?, '2019', 'Форум', 'Forum', ?, 0, ?, ?)`,
    slug,
    `${nextYear}-06-01`,
    capacity,
    waitlistCapacity,
  )
  return slug
}

type Outcome = { status: number; body: { status?: string; code?: string } }

const post = async (path: string, body: unknown, key: string): Promise<Outcome> => {
  const answer = await fetch(`${worker.origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Outcome['body'] }
}

/** What everybody sends who opened the form four seconds ago. */
const openForm = async (slug: string) => {
  const answer = await fetch(`${worker.origin}/api/v1/forums/${slug}/form`)
  const { stamp, consent } = (await answer.json()) as { stamp: string; consent: { version: string } }
  await sleep(3_100)
  return { name: 'Олена Приклад', locale: 'uk', consent: { given: true, version: consent.version }, stamp }
}

const register = (slug: string, body: unknown, key: string) => post(`/api/v1/forums/${slug}/registrations`, body, key)

/** All of them, so many at a time. */
const burst = async (tasks: readonly (() => Promise<Outcome>)[], together = 64): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  let next = 0
  const work = async () => {
    for (let mine = next++; mine < tasks.length; mine = next++) {
      const task = tasks[mine]
      if (task) outcomes[mine] = await task()
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return outcomes
}

const times = <Value>(number: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: number }, (_, index) => make(index))

const count = (outcomes: readonly Outcome[], status: string) =>
  outcomes.filter(({ body }) => body.status === status).length

const stored = (slug: string) =>
  sql<{ status: string; people: number }>(
    `SELECT r.status AS status, count(*) AS people FROM registrations r JOIN forums f ON f.id = r.forum_id
     WHERE f.slug = ? GROUP BY r.status ORDER BY r.status`,
    slug,
  )

/** What must be true after any storm. */
const invariantsHold = async (slug: string) => {
  const [forum] = await sql<Record<string, number>>(
    `SELECT f.confirmed <= f.capacity AS not_overbooked,
       f.confirmed = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'confirmed') AS confirmed_counted,
       f.waitlisted = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'waitlisted') AS waitlisted_counted,
       NOT EXISTS (SELECT 1 FROM registrations w JOIN registrations c ON c.forum_id = w.forum_id AND c.id > w.id
         WHERE w.forum_id = f.id AND w.status = 'waitlisted' AND c.status = 'confirmed') AS in_order,
       (SELECT count(*) = count(DISTINCT email) FROM registrations WHERE forum_id = f.id) AS one_each,
       (SELECT count(*) FROM registrations r WHERE r.forum_id = f.id
         AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id AND s.code = r.code)) = 0 AS each_submitted
     FROM forums f WHERE f.slug = ?`,
    slug,
  )
  expect(forum).toEqual({
    not_overbooked: 1,
    confirmed_counted: 1,
    waitlisted_counted: 1,
    in_order: 1,
    one_each: 1,
    each_submitted: 1,
  })
}

describe('the control', () => {
  it('oversells in this harness when a place is decided in two steps', async () => {
    let oversold = 0
    for (let round = 0; round < 5 && oversold === 0; round += 1) {
      await sql('DELETE FROM naive')
      await burst(times(200, index => () => post('/race/naive/50', {}, `${index}`)))
      const [row] = await sql<{ confirmed: number }>(
        "SELECT count(*) AS confirmed FROM naive WHERE status = 'confirmed'",
      )
      oversold = (row?.confirmed ?? 0) - 50
    }
    expect(oversold).toBeGreaterThan(0)
  })
})

describe('hundreds at once', () => {
  it('500 different people for 50 places: exactly 50 are confirmed, the rest wait', async () => {
    const slug = await addForum('race-50', 50, 1000)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(
        500,
        index => () =>
          register(slug, { ...form, email: `race-${index}@example.com` }, `race-50-of-person-${1000 + index}`),
      ),
      256,
    )
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
    expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([50, 450])
    expect(await stored(slug)).toEqual([
      { status: 'confirmed', people: 50 },
      { status: 'waitlisted', people: 450 },
    ])
    expect(new Set(outcomes.map(({ body }) => body.code)).size).toBe(500)
    await invariantsHold(slug)
  })

  it('10 people for the last place, ten times: one is confirmed each time', async () => {
    const forums = await Promise.all(times(10, index => addForum(`race-last-${index}`, 1, 1000)))
    const forms = await Promise.all(forums.map(openForm))
    for (const [place, slug] of forums.entries()) {
      const outcomes = await burst(
        times(
          10,
          index => () =>
            register(
              slug,
              { ...forms[place], email: `last-${index}@example.com` },
              `${slug}-of-person-number-${index}`,
            ),
        ),
      )
      expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([1, 9])
      await invariantsHold(slug)
    }
  })

  it('when places and waitlist end, the others are told so, and nobody is stored twice', async () => {
    const slug = await addForum('race-full', 10, 5)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(
        100,
        index => () =>
          register(slug, { ...form, email: `full-${index}@example.com` }, `race-full-of-person-${1000 + index}`),
      ),
    )
    expect([count(outcomes, 'confirmed'), count(outcomes, 'waitlisted')]).toEqual([10, 5])
    expect(outcomes.filter(({ status, body }) => status === 409 && body.code === 'forum-full')).toHaveLength(85)
    await invariantsHold(slug)
  })

  it('200 sendings of one key: one row and identical answers', async () => {
    const slug = await addForum('race-key', 50, 1000)
    const form = await openForm(slug)
    const outcomes = await burst(
      times(200, () => () => register(slug, { ...form, email: 'one@example.com' }, 'one-key-of-two-hundred-sendings')),
    )
    expect(new Set(outcomes.map(outcome => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ status: 201, body: { status: 'confirmed' } })
    expect(await stored(slug)).toEqual([{ status: 'confirmed', people: 1 }])
  })

  it('200 sendings of one address under their own keys: one row, each with a code of its own', async () => {
    const slug = await addForum('race-address', 50, 1000)
    const form = await openForm(slug)
    const spellings = ['olena@example.com', 'OLENA@example.com', ' Olena@Example.com ', 'olena@EXAMPLE.COM']
    const outcomes = await burst(
      times(
        200,
        index => () =>
          register(slug, { ...form, email: spellings[index % 4] }, `race-address-of-sending-${1000 + index}`),
      ),
    )
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
    expect(await stored(slug)).toEqual([{ status: 'confirmed', people: 1 }])
    expect(new Set(outcomes.map(({ body }) => body.code)).size).toBe(200)
    await invariantsHold(slug)
  })
})
