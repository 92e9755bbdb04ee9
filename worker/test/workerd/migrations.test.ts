import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Migration } from '@cloudflare/vitest-plugin'
import { beforeAll, describe, expect, it } from 'vitest'

/** A database of the time before organisers had an API is brought to what it is now, with all that was in it. */
const { DB: d1, MIGRATIONS: migrations } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] }

const run = (sql: string) => d1.prepare(sql).run()

const rows = async (sql: string) => (await d1.prepare(sql).all()).results

const before = [
  `INSERT INTO series VALUES ('2019', 'Цикл', 'Series', 'Про', 'About', 'КМДА', 'KMDA', 'https://kyivcity.gov.ua', 1)`,
  `INSERT INTO districts VALUES ('podilskyi', 'Подільський район', 'Podilskyi District', 1)`,
  `INSERT INTO venues VALUES ('hall', 'Зала', 'Hall', NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO sites VALUES ('podil.example.org', 'podilskyi')`,
  `INSERT INTO forums (slug, series, district, title_uk, title_en, date, venue, published_at, capacity, waitlist_capacity)
   VALUES ('forum', '2019', 'podilskyi', 'Форум', 'Forum', '2019-06-06', 'hall', 1, 2, 10)`,
  ...['confirmed', 'confirmed', 'waitlisted', 'cancelled'].flatMap((status, place) => [
    `INSERT INTO registrations (forum_id, code, status, link_hash, name, email, locale, consent_version, consent_hash, created_at, changed_at)
     VALUES (1, 'CODE-${place}', '${status}', 'hash-${place}', 'Олена Приклад', 'person-${place}@example.com', 'uk', '1', 'x', ${place}, ${place})`,
    `INSERT INTO submissions (forum_id, idempotency_key, fingerprint, code, answered_status, registration_id, created_at)
     VALUES (1, 'key-${place}', '${'a'.repeat(64)}', 'CODE-${place}', 'confirmed', ${place + 1}, ${place})`,
  ]),
]

const kept = {
  registrations: 'SELECT id, code, status, link_hash, name, email, created_at FROM registrations ORDER BY id',
  submissions:
    'SELECT id, forum_id, idempotency_key, fingerprint, code, answered_status, registration_id, created_at FROM submissions ORDER BY id',
  outbox: 'SELECT id, registration_id, kind, created_at FROM outbox ORDER BY id',
  counts: 'SELECT confirmed, waitlisted FROM forums',
}

let earlier: Record<string, unknown[]>

const keptRows = async () =>
  Object.fromEntries(await Promise.all(Object.entries(kept).map(async ([name, sql]) => [name, await rows(sql)])))

beforeAll(async () => {
  await applyD1Migrations(d1, migrations.slice(0, 2))
  for (const sql of before) await run(sql)
  earlier = await keptRows()
  await applyD1Migrations(d1, migrations)
})

describe('the newest migration', () => {
  it('keeps every row and what it says', async () => {
    expect(earlier['registrations']).toHaveLength(4)
    expect(earlier['outbox']).toHaveLength(3)
    expect(await keptRows()).toEqual(earlier)
  })

  it('leaves no row that refers to nothing, and a sound file', async () => {
    expect(await rows('PRAGMA foreign_key_check')).toEqual([])
    expect(await rows('PRAGMA quick_check')).toEqual([{ quick_check: 'ok' }])
  })

  it('holds nobody’s place', async () => {
    expect(await rows('SELECT confirm_address FROM forums')).toEqual([{ confirm_address: 0 }])
    expect(await rows('SELECT id FROM registrations WHERE confirm_by IS NOT NULL')).toEqual([])
  })

  it('counts who had cancelled', async () => {
    expect(await rows('SELECT cancelled, invited, came FROM forums')).toEqual([{ cancelled: 1, invited: 0, came: 0 }])
  })

  it('leaves the rules and the triggers in force', async () => {
    await expect(run("UPDATE registrations SET status = 'confirmed' WHERE status = 'waitlisted'")).rejects.toThrow(
      'no_free_place',
    )
    await run("UPDATE registrations SET status = 'cancelled', changed_at = 9 WHERE code = 'CODE-0'")
    expect(await rows('SELECT confirmed, waitlisted, cancelled FROM forums')).toEqual([
      { confirmed: 1, waitlisted: 1, cancelled: 2 },
    ])
    expect(await rows('SELECT kind FROM outbox ORDER BY id DESC LIMIT 1')).toEqual([{ kind: 'cancelled' }])
    expect(await rows("SELECT version FROM registrations WHERE code = 'CODE-0'")).toEqual([{ version: 2 }])
  })
})
