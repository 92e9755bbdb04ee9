import { beforeAll, expect, it } from 'vitest'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { indexUnindexed } from './index-words.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

it('people of the time before there was a search are found and sorted, a few at a time', async () => {
  const forumId = await addForum(world, 'before', { capacity: 100 })
  const insert = (number: number, erased: boolean) =>
    world.d1
      .prepare(
        `INSERT INTO registrations (forum_id, code, status, name, email, phone, organisation_name, locale, consent_version,
           consent_hash, created_at, changed_at, erased_at)
         VALUES (?, ?, 'confirmed', ?, ?, ?, ?, 'uk', '1', 'x', ?, ?, ?)`,
      )
      .bind(
        forumId,
        `OLD-${number}`,
        erased ? null : `Давня Особа ${number}`,
        erased ? null : `old-${number}@example.com`,
        erased ? null : '+380000000009',
        erased ? null : 'ГО «Двір»',
        noon,
        noon,
        erased ? noon : null,
      )
      .run()
  for (let number = 0; number < 5; number += 1) await insert(number, false)
  await insert(5, true)
  const found = async () => {
    const answer = await world.organise('GET', '/forums/before/registrations?q=давня двір')
    return (await answer.json<{ registrations: { name: string }[] }>()).registrations.map(({ name }) => name)
  }
  expect(await found()).toEqual([])
  expect(await indexUnindexed(world.database, 3)).toBe(3)
  expect(await found()).toEqual(['Давня Особа 0', 'Давня Особа 1', 'Давня Особа 2'])
  expect(await indexUnindexed(world.database, 3)).toBe(2)
  expect(await indexUnindexed(world.database, 3)).toBe(0)
  expect(await found()).toHaveLength(5)
  const ofOrganisation = await world.organise('GET', '/forums/before/registrations?organisation=двір%20го')
  expect((await ofOrganisation.json<{ registrations: unknown[] }>()).registrations).toEqual([])
  const rightly = await world.organise('GET', '/forums/before/registrations?organisation=го%20двір&sort=name')
  expect((await rightly.json<{ registrations: unknown[] }>()).registrations).toHaveLength(5)
})
