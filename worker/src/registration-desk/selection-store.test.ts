import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { activities } from '../database/tables.ts'
import { sortKey } from '../registration/name-order.ts'
import { observe, type Observed } from '../../test/observed-database.ts'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'
import { decodePosition, encodePosition, type Position, readPage, type Selection } from './selection-store.ts'

/** As many as the greatest forum may ever have. */
const everybody = 100_000

let world: World
let observed: Observed
let forumId: number
let activityId: number

/** Three in four have a place, one in five hundred speaks for an organisation, one in ten came, one in a hundred was invited. */
const fill = async () => {
  await world.d1
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO registrations (forum_id, code, status, name, email, locale, consent_version, consent_hash, created_at, changed_at,
         source_host, organisation_name, organisation_key, came_at, invited, sort_key, words)
       SELECT ?, 'F' || i, CASE i % 4 WHEN 0 THEN iif(i % 8, 'waitlisted', 'cancelled') ELSE 'confirmed' END,
         'Олена', i || '@example.com', 'uk', '1', 'x', i / 3, 0,
         iif(i % 2, 'a.example.org', NULL), iif(i % 500 = 3, 'ГО', NULL), iif(i % 500 = 3, 'го', NULL),
         iif(i % 20 IN (1, 3), 200000 - i, NULL), i % 100 = 1, iif(i % 50 = 2, NULL, ? || (i * 7919 % 1000)), '[]'
       FROM n`,
    )
    .bind(everybody, forumId, sortKey('Олена'))
    .run()
  await world.d1
    .prepare(
      'INSERT INTO registration_activities SELECT id, ?, sort_key FROM registrations WHERE forum_id = ? AND id % 5 = 0',
    )
    .bind(activityId, forumId)
    .run()
}

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  observed = observe(world.d1)
  forumId = await addForum(world, 'many', { capacity: 200_000 })
  const [row] = await world.database
    .insert(activities)
    .values({ forumId, slug: 'walk', kind: 'walk', titleUk: 'Прогулянка', titleEn: 'Walk' })
    .returning({ id: activities.id })
  activityId = row?.id ?? 0
  await fill()
}, 120_000)

type Filters = Omit<Selection, 'forumId' | 'sort' | 'activityId'> & { readonly activity?: true }

const filters: [string, Filters][] = [
  ['everybody', {}],
  ['who has a place', { status: 'confirmed' }],
  ['who waits', { status: 'waitlisted' }],
  ['who cancelled', { status: 'cancelled' }],
  ['an activity', { activity: true }],
  ['a host', { host: 'a.example.org' }],
  ['an organisation', { organisation: 'го' }],
  ['a time', { since: 9_000, until: 20_000 }],
  ['who came', { came: true }],
  ['who did not come', { came: false, status: 'confirmed' }],
  ['the invited', { invited: true }],
  ['an activity of those who wait', { activity: true, status: 'waitlisted' }],
  ['an organisation at a host', { organisation: 'го', host: 'a.example.org', came: true }],
  ['nobody', { status: 'waitlisted', came: true }],
]

const selected = ({ activity, ...selection }: Filters, sort: Selection['sort']): Selection => ({
  forumId,
  sort,
  ...selection,
  ...(activity && { activityId }),
})

/** What a selection means, in the plainest SQL. */
const meant = async ({ activity, status, host, organisation, since, until, came, invited }: Filters) => {
  const { results } = await world.d1
    .prepare(
      `SELECT id FROM registrations WHERE forum_id = ?1 AND (?2 IS NULL OR status = ?2) AND (?3 IS NULL OR source_host = ?3)
       AND (?4 IS NULL OR organisation_key = ?4) AND (?5 IS NULL OR created_at >= ?5) AND (?6 IS NULL OR created_at < ?6)
       AND (?7 IS NULL OR (came_at IS NOT NULL) = ?7) AND (?8 IS NULL OR invited = ?8)
       AND (?9 IS NULL OR id IN (SELECT registration_id FROM registration_activities)) ORDER BY id`,
    )
    .bind(
      forumId,
      ...[status, host, organisation, since, until, came, invited, activity].map(value =>
        typeof value === 'boolean' ? Number(value) : (value ?? null),
      ),
    )
    .all<{ id: number }>()
  return results.map(({ id }) => id)
}

const plansOf = async () => {
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

describe.each(['arrival', 'name'] as const)('a list by %s', sort => {
  it.each(filters)(
    'of %s holds everybody once, in order, and reads at most three rows for each that is wanted',
    async (_, filter) => {
      const limit = 1_000
      const database = openDatabase(observed.database)
      const ids: number[] = []
      const keys: (string | null)[] = []
      let after: Position | undefined
      let dearest = 0
      do {
        observed.reset()
        const page = await readPage(database, selected(filter, sort), after, limit)
        dearest = Math.max(
          dearest,
          observed.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
        )
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        ids.push(...page.rows.map(({ id }) => id))
        keys.push(...page.rows.map(row => row.sortKey))
        after = page.next && decodePosition(encodePosition(page.next))
        expect(after).toEqual(page.next)
      } while (after)
      expect(dearest).toBeLessThanOrEqual(3 * limit + 3)
      expect(ids.toSorted((one, other) => one - other)).toEqual(await meant(filter))
      if (sort === 'name')
        expect(keys).toEqual(keys.toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : Number(one !== other))))
      else if (!filter.came) expect(ids).toEqual(ids.toSorted((one, other) => one - other))
      observed.reset()
    },
    60_000,
  )

  it.each(filters)('of %s goes along an index', async (_, filter) => {
    const database = openDatabase(observed.database)
    const { next } = await readPage(database, selected(filter, sort), undefined, 10)
    observed.reset()
    await readPage(database, selected(filter, sort), next, 10)
    const plans = await plansOf()
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter(detail => /SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  })
})
