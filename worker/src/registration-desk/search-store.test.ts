import { beforeAll, expect, it } from 'vitest'
import type { RegistrationList } from '#contract'
import { createApp } from '../app.ts'
import { addCrowd, addProgramme } from '../../test/crowd.ts'
import { observe, type Observed } from '../../test/observed-database.ts'
import { addForum, newWorld, noon, organiserToken, seedSeries, type World } from '../../test/world.ts'

let world: World
let observed: Observed

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  observed = observe(world.d1)
  for (let number = 1; number <= 10; number += 1) await addForum(world, `forum-${number}`)
  const forumId = await addForum(world, 'many', { capacity: 200_000 })
  await addCrowd(world, forumId, 100_000, await addProgramme(world, forumId, 60))
}, 120_000)

const app = createApp(() => noon)

const search = async (path: string) => {
  observed.reset()
  const answer = await app.request(
    `http://localhost/api/v1/admin${path}`,
    { headers: { Authorization: `Bearer ${organiserToken}` } },
    { ...world.bindings, DB: observed.database },
  )
  expect(answer.status, path).toBe(200)
  const read = observed.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  return { read, list: await answer.json<RegistrationList>() }
}

it.each([
  ['a rare word', 'рідкісна', 1],
  ['a rare and a very common word', 'олена рідкісна', 1],
  ['two common words', 'дуб олена', 1],
  ['two common words in the other order', 'олена дуб', 1],
  ['a very common given name', 'олена', 100],
  ['the beginning of common words', 'о', 100],
  ['three common words', 'о к 380', 0],
  ['a whole number', '000 1 000 077', 1],
  ['the beginning of all numbers', '38000', 100],
  ['the beginning of all numbers as it is typed', '000', 100],
  ['an address', '11-77@example.com', 1],
  ['the beginning of all addresses', '11-', 0],
  ['nothing of anybody', 'щщщ', 0],
  ['a code of nobody', 'ABCD-EFG0', 0],
])('among 100,000 people with a programme of 60 parts %s reads at most 2,000 rows', async (_, q, least) => {
  for (const path of ['/forums/many/registrations', '/registrations']) {
    const { read, list } = await search(`${path}?q=${encodeURIComponent(q)}`)
    expect(read, path).toBeLessThanOrEqual(2_000)
    expect(list.registrations.length).toBeGreaterThanOrEqual(least)
  }
})

it('finds a full name however common each half of it is, and says when there are more', async () => {
  const { list } = await search('/forums/many/registrations?q=олена дуб')
  expect(list.registrations.every(({ name }) => name === 'дуб олена')).toBe(true)
  expect(list.registrations.length).toBeGreaterThanOrEqual(50)
  expect(list.more).toBe(true)
  expect((await search('/forums/many/registrations?q=рідкісна')).list.more).toBeUndefined()
})

it('goes along the indexes', async () => {
  for (const q of ['олена дуб', '11-77@example.com', 'ABCD-EFG0']) {
    await search(`/forums/many/registrations?q=${encodeURIComponent(q)}`)
    for (const { sql, values } of observed.statements) {
      const { results } = await world.d1
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...values)
        .all<{ detail: string }>()
      const details = results.map(({ detail }) => detail)
      expect(
        details.filter(
          detail =>
            /SCAN|TEMP B-TREE/.test(detail) &&
            !/CONSTANT ROW|SCAN (some|json_each|chosen|[0-9]+-ROW VALUES)/.test(detail),
        ),
        sql,
      ).toEqual([])
    }
  }
})
