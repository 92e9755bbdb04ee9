import { beforeAll, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { setCapacity } from '../editing.ts'
import { addForum, newWorld, seedSeries, type World } from '../world.ts'

/** Everything at once: people cancel twice, others come, an organiser changes the number of places. */
let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const arrive = async (slug: string, number: number): Promise<string[]> => {
  const receipts = []
  for (let person = 0; person < number; person += 1) receipts.push(await (await world.register(slug)).json<Receipt>())
  return Promise.all(receipts.map(({ code }) => world.tokenOf(code)))
}

const storm = async (slug: string, round: number) => {
  const tokens = await arrive(slug, 14)
  const leaving = tokens.filter((_, place) => (place + round) % 3 === 0)
  await Promise.all([
    ...leaving.flatMap(token => [world.own(token, 'DELETE'), world.own(token, 'DELETE')]),
    ...Array.from({ length: 6 }, () => world.register(slug)),
    ...[9, 7, 8].map(capacity => setCapacity(world, slug, capacity)),
  ])
}

/** All that must be true, as SQL says it. */
const whatIsTrue = async (id: number) =>
  world.d1
    .prepare(
      `SELECT
        f.confirmed = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'confirmed') AS counted,
        f.waitlisted = (SELECT count(*) FROM registrations WHERE forum_id = f.id AND status = 'waitlisted') AS waiting_counted,
        f.waitlisted = 0 OR f.confirmed >= f.capacity AS no_place_left_idle,
        f.confirmed <= 9 AS never_overbooked,
        NOT EXISTS (SELECT 1 FROM registrations w JOIN registrations c ON c.forum_id = w.forum_id AND c.id > w.id
          WHERE w.forum_id = f.id AND w.status = 'waitlisted' AND c.status = 'confirmed') AS in_order,
        NOT EXISTS (SELECT 1 FROM outbox o JOIN registrations r ON r.id = o.registration_id
          WHERE r.forum_id = f.id GROUP BY o.registration_id, o.kind HAVING count(*) > 1) AS told_once,
        (SELECT count(*) FROM registrations WHERE forum_id = f.id)
          = (SELECT count(*) FROM outbox o JOIN registrations r ON r.id = o.registration_id
             WHERE r.forum_id = f.id AND o.kind IN ('confirmed', 'waitlisted')) AS all_told
      FROM forums f WHERE f.id = ?`,
    )
    .bind(id)
    .first()

it('fifty storms leave nobody overtaken, nobody promoted twice and no place idle', async () => {
  for (let round = 0; round < 50; round += 1) {
    const slug = `storm-${round}`
    const id = await addForum(world, slug, { capacity: 8, waitlistCapacity: 100 })
    await storm(slug, round)
    expect(await whatIsTrue(id), `storm ${round}`).toEqual({
      counted: 1,
      waiting_counted: 1,
      no_place_left_idle: 1,
      never_overbooked: 1,
      in_order: 1,
      told_once: 1,
      all_told: 1,
    })
  }
}, 120_000)
