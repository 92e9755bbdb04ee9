import { beforeAll, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { addForum, newWorld, seedSeries, type World } from '../../test/world.ts'
import { runJobs } from '../scheduled.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const canary = 'Канарка Приклад'

const rows = async () => JSON.stringify((await world.d1.prepare('SELECT * FROM registrations').all()).results)

it('people are anonymised sixty days after their forum, at night, once, and stay counted', async () => {
  world.setClock('2019-06-03T12:00:00+03:00')
  await addForum(world, 'past', { date: '2019-06-05', capacity: 2, waitlistCapacity: 5 })
  await addForum(world, 'later', { date: '2019-06-06', capacity: 2 })
  await addForum(world, 'undated', { date: null, opensAt: 1, capacity: 2 })
  const organisation = { name: 'ГО «Канарка»' }
  for (const forum of ['past', 'past', 'past', 'later', 'undated'])
    expect((await world.register(forum, { name: canary, organisation, needs: 'Пандус' })).status).toBe(201)
  const gone = await (await world.register('past', { name: canary })).json<Receipt>()
  await world.own(await world.tokenOf(gone.code), 'DELETE')

  const left = async (at: string) => {
    await runJobs(world.bindings, Date.parse(at))
    return (await rows()).split(canary).length - 1
  }
  expect(await left('2019-08-03T03:47:00+03:00')).toBe(6)
  expect(await left('2019-08-04T02:47:00+03:00')).toBe(6)
  expect(await left('2019-08-04T03:47:00+03:00')).toBe(2)
  expect(await left('2019-08-05T03:47:00+03:00')).toBe(1)
  expect(await left('2029-08-06T03:47:00+03:00')).toBe(1)
  const counts = await world.d1
    .prepare("SELECT confirmed, waitlisted, cancelled FROM forums WHERE slug = 'past'")
    .first()
  expect(counts).toEqual({ confirmed: 2, waitlisted: 1, cancelled: 1 })
  const words = await world.d1
    .prepare('SELECT count(DISTINCT registration_id) AS people FROM registration_words')
    .first()
  expect(words).toEqual({ people: 1 })
})
