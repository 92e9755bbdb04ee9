import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Receipt, RegistrationList, RegistrationRecord } from '#contract'
import { addProgramme } from '../../test/crowd.ts'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'

let world: World
let forums = 0

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

/** A forum with the activities `walk` and `part-1` to `part-4`. */
const open = async (): Promise<string> => {
  const slug = `choice-${(forums += 1)}`
  await addProgramme(world, await addForum(world, slug, { capacity: 100 }), 5)
  return slug
}

const rows = async (sql: string) => (await world.d1.prepare(sql).all()).results

/** The registrations that do not say what is chosen in them. */
const mistaken = () =>
  rows(
    `SELECT id, chosen FROM registrations WHERE chosen IS NOT (
       SELECT nullif(json_group_array(activity_id), '[]') FROM (
         SELECT activity_id FROM registration_activities WHERE registration_id = registrations.id ORDER BY activity_id))`,
  )

const choice = fc.shuffledSubarray(['walk', 'part-1', 'part-2', 'part-3', 'part-4'])

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('register' as const), choice }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('choose' as const), who: fc.nat(5), choice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), who: fc.nat(5), into: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'erase' as const), who: fc.nat(5) }) },
)

type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

type Person = { readonly code: string; forum: string }

const register = async (forum: string, activities: string[]): Promise<Person> => {
  const answer = await world.register(forum, { activities })
  expect(answer.status).toBe(201)
  return { code: (await answer.json<Receipt>()).code, forum }
}

/** Something is done to somebody as they are now. Whether it may be done is another matter, told by other tests. */
const ask = async ({ code, forum }: Person, method: string, deed: string, body: unknown): Promise<boolean> => {
  const path = `/forums/${forum}/registrations/${code}`
  const seen = await world.organise('GET', path)
  const headers = { 'If-Match': seen.headers.get('ETag') ?? '"0"' }
  return (await world.organise(method, path + deed, { body, headers })).ok
}

const doIt = async (people: Person[], [here, there]: readonly [string, string], step: Act): Promise<void> => {
  if (step.kind === 'register') return void people.push(await register(here, step.choice))
  const who = people[step.who % people.length]
  if (!who) return
  switch (step.kind) {
    case 'choose':
      await ask(who, 'PATCH', '', { activities: step.choice })
      break
    case 'merge':
      await ask(who, 'POST', '/merge', { into: people[step.into % people.length]?.code })
      break
    case 'erase':
      await world.own(await world.tokenOf(who.code), 'POST', undefined, '/erasure')
      break
    case 'move': {
      const forum = who.forum === here ? there : here
      if (await ask(who, 'POST', '/transfer', { forum })) who.forum = forum
    }
  }
}

it('knows of everybody what they chose, whatever is chosen, changed, merged, moved and erased', async () => {
  const follow = async (acts: readonly Act[]) => {
    const slugs = [await open(), await open()] as const
    const people: Person[] = []
    for (const step of acts) {
      await doIt(people, slugs, step)
      expect(await mistaken()).toEqual([])
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), follow), { numRuns: 60 })
  const [counted] = await rows('SELECT count(chosen) AS some, count(*) > count(chosen) AS others FROM registrations')
  expect(counted).toMatchObject({ others: 1 })
  expect(Number(counted?.['some'])).toBeGreaterThan(50)
}, 120_000)

it('shows it in the order of the programme, to one and to all, and makes no new version of it', async () => {
  const forum = await open()
  const { code } = await register(forum, ['part-1', 'walk', 'part-3'])
  const answer = await world.organise('GET', `/forums/${forum}/registrations/${code}`)
  expect(answer.headers.get('ETag')).toBe('"1"')
  // The last part of it stands first.
  expect((await answer.json<RegistrationRecord>()).activities).toEqual(['part-3', 'part-1', 'walk'])
  for (const path of [`/forums/${forum}/registrations`, `/registrations?q=${code}`]) {
    const { registrations } = await (await world.organise('GET', path)).json<RegistrationList>()
    expect(registrations.map(({ activities }) => activities)).toEqual([['part-3', 'part-1', 'walk']])
  }
})

it('forgets it at another forum, whoever moves the person', async () => {
  const [from, to] = [await open(), await open()]
  await register(from, ['walk'])
  await world.d1
    .prepare(
      'UPDATE registrations SET forum_id = (SELECT id FROM forums WHERE slug = ?1) WHERE id = (SELECT max(id) FROM registrations)',
    )
    .bind(to)
    .run()
  expect(await rows('SELECT chosen FROM registrations ORDER BY id DESC LIMIT 1')).toEqual([{ chosen: null }])
  expect(await mistaken()).toEqual([])
})
