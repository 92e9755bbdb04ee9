import { beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { freeHeldPlaces } from './free-held-places.ts'
import { freePlaces, readOverdue } from './hold-store.ts'

let world: World
let forums = 0

const late = noon + 60 * 60 * 1000

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

/** So many people, one after the other, at a forum with so many places. */
const held = async (capacity: number, people: number) => {
  const slug = `hold-${(forums += 1)}`
  const id = await addForum(world, slug, { capacity, confirmAddress: 1 })
  const codes: string[] = []
  for (let person = 0; person < people; person += 1)
    codes.push((await (await world.register(slug)).json<Receipt>()).code)
  return { slug, id, codes }
}

const confirm = async (code = '') =>
  (await world.own(await world.tokenOf(code), 'POST', undefined, '/confirmation')).status

const statuses = async (id: number) =>
  (
    await world.d1
      .prepare('SELECT status FROM registrations WHERE forum_id = ? ORDER BY id')
      .bind(id)
      .all<{ status: string }>()
  ).results.map(({ status }) => status)

const counts = (id: number) =>
  world.d1.prepare('SELECT confirmed, waitlisted, cancelled FROM forums WHERE id = ?').bind(id).first()

const idsOf = async () => (await readOverdue(world.database, late, 100)).map(({ id }) => id)

const drop = () => freeHeldPlaces(world.database, late, 1000)

describe('confirming and freeing at the same moment', () => {
  it('who confirms first keeps the place', async () => {
    const { id, codes } = await held(1, 2)
    const ids = await idsOf()
    expect(await confirm(codes[0])).toBe(200)
    expect(await confirm(codes[1])).toBe(200)
    expect(await freePlaces(world.database, { id, version: 1 }, ids, { fill: true, now: late })).toBe(true)
    expect(await statuses(id)).toEqual(['confirmed', 'waitlisted'])
  })

  it('who is freed first is told so, and the place is somebody else’s', async () => {
    const { id, codes } = await held(1, 2)
    expect(await confirm(codes[1])).toBe(200)
    expect(await freePlaces(world.database, { id, version: 1 }, await idsOf(), { fill: true, now: late })).toBe(true)
    expect(await confirm(codes[0])).toBe(409)
    expect(await statuses(id)).toEqual(['cancelled', 'confirmed'])
  })

  it.each(Array.from({ length: 12 }, (_, number) => number))('never both (%i)', async () => {
    const { id, codes } = await held(1, 2)
    await confirm(codes[1])
    const [answer] = await Promise.all([confirm(codes[0]), drop(), drop()])
    expect(await statuses(id)).toEqual(answer === 200 ? ['confirmed', 'waitlisted'] : ['cancelled', 'confirmed'])
    expect(await counts(id)).toEqual(
      answer === 200 ? { confirmed: 1, waitlisted: 1, cancelled: 0 } : { confirmed: 1, waitlisted: 0, cancelled: 1 },
    )
  })
})

describe('the runner', () => {
  it('frees nothing of a forum that an organiser has changed meanwhile: nothing would be given on', async () => {
    const { id } = await held(1, 2)
    expect(await freePlaces(world.database, { id, version: 2 }, await idsOf(), { fill: true, now: late })).toBe(false)
    expect(await statuses(id)).toEqual(['confirmed', 'waitlisted'])
    await drop()
    expect(await statuses(id)).toEqual(['cancelled', 'cancelled'])
  })

  it('does no more at once than it may, and the rest the next time', async () => {
    const { id } = await held(2, 5)
    expect(await freeHeldPlaces(world.database, late, 1)).toHaveLength(1)
    expect((await statuses(id)).filter(status => status === 'cancelled')).toHaveLength(2)
    await drop()
    expect((await statuses(id)).filter(status => status === 'cancelled')).toHaveLength(5)
  })

  it('two at once free each place once', async () => {
    const { id, codes } = await held(2, 6)
    for (const code of codes.slice(3)) expect(await confirm(code)).toBe(200)
    await Promise.all([drop(), drop(), drop()])
    expect(await statuses(id)).toEqual(['cancelled', 'cancelled', 'cancelled', 'confirmed', 'confirmed', 'waitlisted'])
    expect(await counts(id)).toEqual({ confirmed: 2, waitlisted: 1, cancelled: 3 })
  })

  it('gives no place on once registration is closed, and frees it all the same', async () => {
    const { id, codes } = await held(1, 2)
    expect(await confirm(codes[1])).toBe(200)
    await world.d1.prepare('UPDATE forums SET closes_at = ?, version = version + 1 WHERE id = ?').bind(late, id).run()
    await drop()
    expect(await statuses(id)).toEqual(['cancelled', 'waitlisted'])
  })
})
