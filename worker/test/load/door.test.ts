import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckIn, Problem, ScanResults } from '#contract'
import { freePort } from '../../scripts/free-port.ts'
import { loadLocally, migrate, programme2019 } from '../../scripts/local-state.ts'
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts'
import { organiserSql } from '../../scripts/organiser-sql.ts'
import { newToken } from '../../src/organisers/token.ts'
import { kyivDate } from '../../src/schedule/kyiv-time.ts'
import { burst, raceAt, times } from './harness.ts'

/** Many desks at the doors of today's forums, by real HTTP to the really running worker. */
let worker: LocalWorker
const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-door-'))
const token = newToken()

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  worker = await startLocalWorker({ port: await freePort(), state, entry: 'worker/test/racing-worker.ts' })
  const forums = ['one-code', 'last-places', 'devices']
  await sql(organiserSql({ token, name: 'The desks', role: 'desk', forums }, Date.now()))
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
})

const { sql, openForm, register } = raceAt(() => worker.origin)

/** Today in Kyiv, with registration still open. */
const addForumToday = async (slug: string, capacity: number): Promise<string> => {
  await sql(
    `INSERT INTO forums (slug, series, title_uk, title_en, date, published_at, closes_at, capacity, waitlist_capacity)
     VALUES (?, '2019', 'Форум', 'Forum', ?, 0, ?, ?, 0)`,
    slug,
    kyivDate(Date.now()),
    Date.now() + 60 * 60 * 1000,
    capacity,
  )
  return slug
}

const ask = async <Body>(path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${worker.origin}/api/v1/admin/forums/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

const registeredAt = async (slug: string, people: number): Promise<string[]> => {
  const form = await openForm(slug)
  const outcomes = await burst(
    times(
      people,
      index => () =>
        register(slug, { ...form, email: `door-${index}@example.com` }, `${slug}-of-person-number-${1000 + index}`),
    ),
  )
  expect(outcomes.filter(({ status }) => status !== 201)).toEqual([])
  return outcomes.map(({ body }) => body.code ?? '')
}

const cameTo = async (slug: string) =>
  (
    await sql<{ came: number; rows: number; lines: number }>(
      `SELECT came, (SELECT count(*) FROM registrations WHERE forum_id = forums.id AND came_at IS NOT NULL) AS rows,
         (SELECT total(count) FROM audit WHERE forum = forums.slug) AS lines FROM forums WHERE slug = ?`,
      slug,
    )
  )[0]

describe('promise 30, by real HTTP', () => {
  it('100 scans of one code at once: one first, 99 already, at one moment', async () => {
    const slug = await addForumToday('one-code', 10)
    const [code = ''] = await registeredAt(slug, 1)
    const answers = await burst(
      times(100, () => () => ask<CheckIn>(`${slug}/check-ins`, { code })),
      100,
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(answers.filter(({ body }) => body.result === 'first')).toHaveLength(1)
    expect(answers.filter(({ body }) => body.result === 'already')).toHaveLength(99)
    expect(new Set(answers.map(({ body }) => body.at)).size).toBe(1)
    expect(await cameTo(slug)).toEqual({ came: 1, rows: 1, lines: 1 })
  })

  it('60 who come without a registration for 20 places: 20 are let in', async () => {
    const slug = await addForumToday('last-places', 20)
    const person = {
      name: 'Остап Приклад',
      consent: { given: true, version: '2019-06', channel: 'in-person' },
    }
    const answers = await burst(
      times(
        60,
        index => () =>
          ask<CheckIn & Problem>(`${slug}/walk-ins`, person, { 'Idempotency-Key': `walk-in-of-person-${index + 1e9}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ body }) => body.code === 'forum-full')).toHaveLength(40)
    expect(await cameTo(slug)).toEqual({ came: 20, rows: 20, lines: 20 })
  })

  it('8 devices that come back with the same 50 people: each is first once', async () => {
    const slug = await addForumToday('devices', 50)
    const codes = await registeredAt(slug, 50)
    const at = new Date().toISOString()
    const scans = codes.map((code, index) => ({ id: `${index}`, code, at }))
    const answers = await burst(
      times(8, device => () => ask<ScanResults>(`${slug}/scans`, { device: `device-${device}`, scans })),
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    const outcomes = answers.flatMap(({ body }) => body.results.map(({ outcome }) => outcome))
    expect(outcomes.filter(outcome => outcome === 'first')).toHaveLength(50)
    expect(outcomes.filter(outcome => outcome === 'already')).toHaveLength(350)
    expect(await cameTo(slug)).toEqual({ came: 50, rows: 50, lines: 50 })
  })
})
