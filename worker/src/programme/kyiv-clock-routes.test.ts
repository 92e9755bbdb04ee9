import { beforeAll, describe, expect, it } from 'vitest'
import type { Forum } from '#contract'
import { editing } from '../../test/editing.ts'
import { aRegistration, newKey, newWorld, seedSeries, type World } from '../../test/world.ts'
import { newStamp } from '../registration/stamp.ts'

/** Forums at the hours when Kyiv's clocks do odd things, made through the API; the worker's clock stands where it is put. */
let world: World
let city: ReturnType<typeof editing>

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  city = editing(world)
})

const hold = async (slug: string, plan: object) => {
  world.setClock('2026-09-01T12:00:00+03:00')
  const title = { uk: 'Форум', en: 'Forum' }
  const made = await city.make('/forums', {
    slug,
    series: '2019',
    district: 'podilskyi',
    title,
    capacity: 50,
    ...plan,
  })
  expect(made.status, await made.clone().text()).toBe(201)
  expect((await city.move(slug, { move: 'announce' })).status).toBe(200)
}

const seen = async (slug: string, moment: string) => {
  world.setClock(moment)
  const { state, registration } = await (await world.request(`/forums/${slug}`)).json<Forum>()
  return `${state}, ${registration.state}`
}

describe('time is right', () => {
  it('on 2026-10-25 at 03:30 in Kyiv, which comes twice: the first of them is meant', async () => {
    await hold('twice', { date: '2026-10-25', startTime: '03:30', endTime: '05:00' })
    const { registration } = await (await world.request('/forums/twice')).json<Forum>()
    expect(registration.closesAt).toBe('2026-10-25T00:30:00.000Z')
    expect(await seen('twice', '2026-10-25T03:29:59.999+03:00')).toBe('scheduled, open')
    expect(await seen('twice', '2026-10-25T03:30:00+03:00')).toBe('scheduled, closed')
    expect(await seen('twice', '2026-10-25T03:30:00+02:00')).toBe('scheduled, closed')
    expect(await seen('twice', '2026-10-25T04:59:59.999+02:00')).toBe('scheduled, closed')
    expect(await seen('twice', '2026-10-25T05:00:00+02:00')).toBe('held, closed')
  })

  it('on 2027-03-28 at 03:30 in Kyiv, which does not come: an hour later by the new clock', async () => {
    await hold('skipped', { date: '2027-03-28', startTime: '03:30', endTime: '05:00' })
    const { registration } = await (await world.request('/forums/skipped')).json<Forum>()
    expect(registration.closesAt).toBe('2027-03-28T01:30:00.000Z')
    expect(await seen('skipped', '2027-03-28T02:59:59.999+02:00')).toBe('scheduled, open')
    expect(await seen('skipped', '2027-03-28T04:29:59.999+03:00')).toBe('scheduled, open')
    expect(await seen('skipped', '2027-03-28T04:30:00+03:00')).toBe('scheduled, closed')
    expect(await seen('skipped', '2027-03-28T05:00:00+03:00')).toBe('held, closed')
  })

  it('when a forum ends at midnight', async () => {
    await hold('midnight', { date: '2026-10-24', startTime: '20:00', endTime: '00:00' })
    expect(await seen('midnight', '2026-10-24T23:59:59.999+03:00')).toBe('scheduled, closed')
    expect(await seen('midnight', '2026-10-25T00:00:00+03:00')).toBe('held, closed')
  })

  it('when a forum ends past midnight, in the night that is an hour longer', async () => {
    await hold('night', { date: '2026-10-24', startTime: '20:00', endTime: '04:00' })
    expect(await seen('night', '2026-10-25T03:59:59.999+03:00')).toBe('scheduled, closed')
    expect(await seen('night', '2026-10-25T03:59:59.999+02:00')).toBe('scheduled, closed')
    expect(await seen('night', '2026-10-25T04:00:00+02:00')).toBe('held, closed')
  })

  it('to the second at which registration closes, by the server’s clock', async () => {
    await hold('closing', { date: '2026-10-20', closesAt: '2026-10-19T18:00:00+03:00' })
    world.setClock('2026-10-19T17:59:59.999+03:00')
    expect((await world.register('closing')).status).toBe(201)
    world.setClock('2026-10-19T18:00:00+03:00')
    const late = await world.register('closing')
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'registration-closed' }])
  })

  it.each([
    ['a day early', 'Sun, 18 Oct 2026 15:00:00 GMT'],
    ['a day late', 'Tue, 20 Oct 2026 15:00:00 GMT'],
  ])('whatever the client’s clock says: %s', async (_, date) => {
    const send = async (moment: string) => {
      world.setClock(moment)
      return world.request('/forums/closing/registrations', {
        method: 'POST',
        headers: {
          Date: date,
          'Content-Type': 'application/json',
          'Idempotency-Key': newKey(),
          'CF-Connecting-IP': newKey(),
        },
        body: JSON.stringify(
          aRegistration({
            stamp: await newStamp(world.bindings.STAMP_SECRET, 'closing', Date.parse(moment) - 10_000),
          }),
        ),
      })
    }
    expect((await send('2026-10-19T17:59:59+03:00')).status).toBe(201)
    expect((await send('2026-10-19T18:00:00+03:00')).status).toBe(409)
  })
})
