import { beforeAll, describe, expect, it } from 'vitest'
import type { RegistrationList } from '#contract'
import { createApp } from '../app.ts'
import { openDatabase } from '../database/database.ts'
import { addCrowd, addProgramme } from '../../test/crowd.ts'
import { observe, type Observed } from '../../test/observed-database.ts'
import { addForum, newWorld, noon, organiserToken, seedSeries, type World } from '../../test/world.ts'
import { decodePosition, encodePosition, type Position, readPage, type Selection } from './selection-store.ts'

/** As many as the greatest forum may ever have, and as many as can be read to the end. */
const sizes = { many: 100_000, some: 2_000 }

let world: World
let observed: Observed
type Filled = { readonly forumId: number; readonly activityId: number }
const nowhere: Filled = { forumId: 0, activityId: 0 }
const forums: Record<string, Filled> = {}

const addFilled = async (slug: keyof typeof sizes) => {
  const forumId = await addForum(world, slug, { capacity: 200_000 })
  const programme = await addProgramme(world, forumId, slug === 'many' ? 60 : 3)
  forums[slug] = { forumId, activityId: programme[0] }
  await addCrowd(world, forumId, sizes[slug], programme)
}

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  observed = observe(world.d1)
  await addFilled('some')
  await addFilled('many')
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

const selected = (
  { activity, ...selection }: Filters,
  sort: Selection['sort'],
  { forumId, activityId }: Filled = forums['some'] ?? nowhere,
): Selection => ({ forumId, sort, ...selection, ...(activity && { activityId }) })

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
      forums['some']?.forumId,
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
  it.each(filters)('of %s holds everybody once and in order', async (_, filter) => {
    const ids: number[] = []
    const keys: string[] = []
    let after: Position | undefined
    do {
      const page = await readPage(world.database, selected(filter, sort), after, 70)
      expect(page.rows.length).toBeLessThanOrEqual(70)
      ids.push(...page.rows.map(({ id }) => id))
      keys.push(...page.rows.map(row => row.sortKey ?? ''))
      after = page.next && decodePosition(encodePosition(page.next))
      expect(after).toEqual(page.next)
    } while (after)
    expect(ids.toSorted((one, other) => one - other)).toEqual(await meant(filter))
    if (sort === 'name') expect(keys).toEqual(keys.toSorted())
    else if (!filter.came) expect(ids).toEqual(ids.toSorted((one, other) => one - other))
  })

  it.each(filters)('of %s reads at most three rows for each that is wanted', async (_, filter) => {
    const database = openDatabase(observed.database)
    let after: Position | undefined
    for (const limit of [1_000, 50, 1_000, 50]) {
      observed.reset()
      const page = await readPage(database, selected(filter, sort, forums['many']), after, limit)
      expect(observed.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0)).toBeLessThanOrEqual(3 * limit)
      after = page.next
      if (!after) break
    }
  })

  it.each(filters)('of %s goes along an index', async (_, filter) => {
    const database = openDatabase(observed.database)
    const { next } = await readPage(database, selected(filter, sort, forums['many']), undefined, 10)
    observed.reset()
    await readPage(database, selected(filter, sort, forums['many']), next, 10)
    const plans = await plansOf()
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter(detail => /SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  })
})

const queryOf = ({ activity, since, until, host, ...filter }: Filters): string =>
  new URLSearchParams({
    ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
    ...(host !== undefined && { site: host }),
    ...(activity && { activity: 'walk' }),
    ...(since !== undefined && { since: new Date(since).toISOString() }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
  }).toString()

describe.each(['arrival', 'name'])('a request for a list by %s, at a forum with a programme of 60 parts,', sort => {
  const app = createApp(() => noon)

  const ask = async (query: string) => {
    observed.reset()
    const answer = await app.request(
      `http://localhost/api/v1/admin/forums/many/registrations?${query}`,
      { headers: { Authorization: `Bearer ${organiserToken}` } },
      { ...world.bindings, DB: observed.database },
    )
    expect(answer.status, query).toBe(200)
    const list = await answer.json<RegistrationList>()
    return { list, read: observed.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0) }
  }

  it.each(filters)('of %s reads at most three rows for each that is wanted', async (_, filter) => {
    let cursor: string | null = ''
    for (const limit of [1_000, 50, 100, 50]) {
      const query: string = `sort=${sort}&limit=${limit}&${queryOf(filter)}${cursor && `&cursor=${cursor}`}`
      const { list, read } = await ask(query)
      expect(read, query).toBeLessThanOrEqual(3 * limit)
      cursor = list.next
      if (cursor === null) break
    }
  })

  it('is full where an index knows the filter, and tells what everybody chose', async () => {
    for (const filter of [{}, { status: 'confirmed' }, { status: 'waitlisted' }] as const) {
      const { list } = await ask(`sort=${sort}&limit=50&${queryOf(filter)}`)
      expect(list.registrations).toHaveLength(50)
      const chosen = list.registrations.map(({ activities }) => activities.length)
      expect(new Set(chosen)).toEqual(new Set(filter.status === 'confirmed' ? [0, 1, 3, 4] : chosen))
      expect(Math.max(...chosen)).toBeGreaterThan(0)
    }
  })
})

it('stays right while people arrive, change their names and leave', async () => {
  const forumId = await addForum(world, 'moving', { capacity: 3 })
  for (const name of ['Анна', 'Віра', 'Ганна', 'Дарина']) await world.register('moving', { name })
  const first = await readPage(world.database, { forumId, sort: 'name' }, undefined, 2)
  for (const name of ['Богдан', 'Едуард']) await world.register('moving', { name })
  await world.d1.prepare("UPDATE registrations SET status = 'cancelled' WHERE name = 'Віра'").run()
  const second = await readPage(world.database, { forumId, sort: 'name' }, first.next, 5)
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['Анна', 'Віра', 'Ганна', 'Дарина', 'Едуард'])
  expect(second.next).toBeUndefined()
})

it.each([
  '["name",1,2]',
  '["registered","1",2]',
  '["name","a",-1]',
  '["name","a",1.5]',
  '["email","a",1]',
  '{}',
  'null',
])('no position says %s', text => {
  const cursor = new TextEncoder().encode(text).toBase64({ alphabet: 'base64url', omitPadding: true })
  expect(decodePosition(cursor)).toBeUndefined()
})

it.each(['', 'garbage', '../1', 'W10', 'WyJuYW1lIiwxLDJd', 'bnVsbA', '1'.repeat(3_000)])(
  '%s is no position',
  cursor => {
    expect(decodePosition(cursor)).toBeUndefined()
  },
)
