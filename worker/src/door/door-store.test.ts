import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { observe, type Observed } from '../../test/observed-database.ts'
import { addForum, newWorld, organiserToken, seedSeries, type World } from '../../test/world.ts'
import { codeOf } from '../registration/code.ts'

let world: World
let observed: Observed

const people = 5_000
const code = codeOf(new Uint8Array([1, 2, 3, 4, 5, 6, 7]))

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  observed = observe(world.d1)
  await addForum(world, 'crowd', { capacity: 10_000 })
  await world.d1
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO registrations (forum_id, code, status, name, email, locale, consent_version, consent_hash, created_at, changed_at, sort_key, words)
       SELECT forums.id, iif(i = 1, ?, 'C' || i), 'confirmed', 'Олена Приклад', 'crowd-' || i || '@example.com', 'uk', '1', 'x', 0, 0,
         'k' || i, '["олена","приклад"]' FROM n, forums WHERE forums.slug = 'crowd'`,
    )
    .bind(people, code)
    .run()
  await world.d1
    .prepare(
      `INSERT INTO submissions (forum_id, idempotency_key, fingerprint, code, answered_status, registration_id, created_at)
       SELECT forum_id, code, hex(zeroblob(32)), code, 'confirmed', id, 0 FROM registrations`,
    )
    .run()
})

const app = createApp(() => Date.parse('2019-06-06T10:00:00+03:00'))

/** What D1 would bill. */
const costOf = async (method: string, path: string, body?: unknown) => {
  observed.reset()
  const answer = await app.request(
    `http://localhost/api/v1/admin/forums/crowd/${path}`,
    {
      method,
      headers: { Authorization: `Bearer ${organiserToken}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    { ...world.bindings, DB: observed.database },
  )
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return observed.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
}

describe('with thousands registered', () => {
  it('a search reads at most 2,000 rows, even for a name that all bear', async () => {
    const costs = []
    for (const q of ['о', 'олена приклад', 'приклад'])
      costs.push(await costOf('GET', `door?q=${encodeURIComponent(q)}`))
    expect(Math.max(...costs)).toBeLessThanOrEqual(2_000)
  })

  it('a page reads at most three times its rows, wherever it stands', async () => {
    expect(await costOf('GET', 'door?limit=100')).toBeLessThanOrEqual(300)
    const page = await world.organise('GET', '/forums/crowd/door?limit=400')
    const { next } = await page.json<{ next: string }>()
    expect(await costOf('GET', `door?limit=100&cursor=${next}`)).toBeLessThanOrEqual(300)
  })

  it('checking in, taking it back and a device’s scan read a handful', async () => {
    expect(await costOf('POST', 'check-ins', { code })).toBeLessThanOrEqual(20)
    expect(await costOf('DELETE', `check-ins/${code}`)).toBeLessThanOrEqual(20)
    const scans = [{ id: '1', code, at: '2019-06-06T10:00:00+03:00' }]
    expect(await costOf('POST', 'scans', { device: 'tablet', scans })).toBeLessThanOrEqual(30)
  })
})
