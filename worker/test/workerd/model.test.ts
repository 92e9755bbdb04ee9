import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { limits } from '#contract/limits'
import { freeHeldPlaces } from '../../src/registration/free-held-places.ts'
import { setCapacity } from '../editing.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

type Row = {
  readonly person: number
  status: 'confirmed' | 'waitlisted' | 'cancelled'
  /** Until when the address has to be confirmed. */
  confirmBy: number | null
  /** Today's, of those that a sending of the form has caused. */
  letters: number
}

/**
 * What the product promises, in a few lines of memory: the same sequence of acts is done to the model and to the real
 * thing, and after each of them both must say the same.
 */
class Model {
  capacity: number
  readonly waitlistCapacity: number
  open = true
  now = noon
  /** How many addresses have been confirmed. */
  confirmed = 0
  readonly holds: boolean
  readonly rows: Row[] = []

  constructor(capacity: number, waitlistCapacity: number, holds: boolean) {
    this.capacity = capacity
    this.waitlistCapacity = waitlistCapacity
    this.holds = holds
  }

  count = (status: string) => this.rows.filter(row => row.status === status).length
  live = (person: number) => this.rows.find(row => row.person === person && row.status !== 'cancelled')

  /** What a stranger would hear; somebody who is registered already hears the same. */
  register(person: number): string {
    if (!this.open) return 'registration-closed'
    const free = this.count('waitlisted') === 0 && this.count('confirmed') < this.capacity
    if (!free && this.count('waitlisted') >= this.waitlistCapacity) return 'forum-full'
    const status = free ? 'confirmed' : 'waitlisted'
    const confirmBy = this.holds ? this.now + limits.hold : null
    const row = this.live(person)
    if (!row) this.rows.push({ person, status, confirmBy, letters: this.holds ? 1 : 0 })
    else if (row.letters < 3) {
      row.letters += 1
      if (row.confirmBy !== null) row.confirmBy = confirmBy
    }
    return status
  }

  cancel(person: number): void {
    const row = this.live(person)
    if (row) Object.assign(row, { status: 'cancelled', confirmBy: null })
    this.fill()
  }

  /** What the newest registration of a person hears. */
  confirm(person: number): string | number {
    const row = this.rows.findLast(one => one.person === person)
    if (row?.status === 'cancelled') return row.confirmBy === null ? 'registration-cancelled' : 'not-confirmed-in-time'
    if (row && row.confirmBy !== null) this.confirmed += 1
    if (row) row.confirmBy = null
    return 200
  }

  /** What a minute of the clock does after so much time. */
  pass(time: number): void {
    this.now += time
    const overdue = this.rows.filter(
      ({ status, confirmBy }) => status !== 'cancelled' && confirmBy !== null && confirmBy <= this.now,
    )
    for (const row of overdue) row.status = 'cancelled'
    if (overdue.length > 0) this.fill()
  }

  setCapacity(capacity: number): void {
    this.capacity = capacity
    this.fill()
  }

  private fill(): void {
    if (!this.open) return
    for (const row of this.rows)
      if (row.status === 'waitlisted' && this.count('confirmed') < this.capacity) row.status = 'confirmed'
  }
}

type Act =
  | { readonly kind: 'register' | 'cancel' | 'confirm'; readonly person: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'capacity'; readonly capacity: number }
  | { readonly kind: 'close' | 'open' }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('register' as const), person: fc.nat(7) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cancel' as const), person: fc.nat(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('confirm' as const), person: fc.nat(7) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.constantFrom(1, 20, 59, 60) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'open' as const) }) },
)

let world: World
let forums = 0

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const minute = 60_000

const follow = async (capacity: number, waitlistCapacity: number, holds: boolean, acts: readonly Act[]) => {
  const slug = `model-${(forums += 1)}`
  const id = await addForum(world, slug, { capacity, waitlistCapacity, confirmAddress: Number(holds) })
  const model = new Model(capacity, waitlistCapacity, holds)
  world.setClock(new Date(noon).toISOString())
  const codes = new Map<number, string>()
  for (const step of acts) {
    switch (step.kind) {
      case 'register': {
        const wasLive = model.live(step.person) !== undefined
        const expected = model.register(step.person)
        const answer = await (await world.register(slug, { email: `model-${step.person}@example.com` })).json<Receipt>()
        expect('status' in answer && typeof answer.status === 'string' ? answer.status : answer.code).toBe(expected)
        if (!wasLive && model.live(step.person)) codes.set(step.person, answer.code)
        break
      }
      case 'cancel': {
        const code = codes.get(step.person)
        if (code === undefined) break
        model.cancel(step.person)
        expect((await world.own(await world.tokenOf(code), 'DELETE')).status).toBe(200)
        break
      }
      case 'confirm': {
        const code = codes.get(step.person)
        if (code === undefined) break
        const answer = await world.own(await world.tokenOf(code), 'POST', undefined, '/confirmation')
        expect(answer.ok ? answer.status : (await answer.json<{ code: string }>()).code).toBe(
          model.confirm(step.person),
        )
        break
      }
      case 'pass':
        model.pass(step.minutes * minute)
        world.setClock(new Date(model.now).toISOString())
        await freeHeldPlaces(world.database, model.now, 100)
        break
      case 'capacity':
        model.setCapacity(step.capacity)
        expect(await setCapacity(world, slug, step.capacity)).toBe(true)
        break
      default:
        model.open = step.kind === 'open'
        await world.d1
          .prepare('UPDATE forums SET closes_at = ?, version = version + 1 WHERE id = ?')
          .bind(model.open ? null : noon, id)
          .run()
    }
  }
  const { results } = await world.d1
    .prepare('SELECT email, status, confirm_by FROM registrations WHERE forum_id = ? ORDER BY id')
    .bind(id)
    .all<{ email: string; status: string; confirm_by: number | null }>()
  expect(results).toEqual(
    model.rows.map(({ person, status, confirmBy }) => ({
      email: `model-${person}@example.com`,
      status,
      confirm_by: confirmBy,
    })),
  )
  const counts = await world.d1.prepare('SELECT confirmed, waitlisted FROM forums WHERE id = ?').bind(id).first()
  expect(counts).toEqual({ confirmed: model.count('confirmed'), waitlisted: model.count('waitlisted') })
  // A place that became free while registration was closed may be idle; no other is.
  if (!acts.some(({ kind }) => kind === 'close'))
    expect(counts?.['waitlisted'] === 0 || Number(counts?.['confirmed']) >= model.capacity).toBe(true)
  const letters = (kinds: string) =>
    world.d1
      .prepare(
        `SELECT count(*) AS n FROM outbox o JOIN registrations r ON r.id = o.registration_id
         WHERE r.forum_id = ? AND o.kind IN (${kinds})`,
      )
      .bind(id)
      .first('n')
  // Each registration has one letter about its place, as soon as nothing is to be confirmed.
  expect(await letters("'confirmed', 'waitlisted'")).toBe(holds ? model.confirmed : model.rows.length)
}

it('a thousand sequences of registering, confirming, cancelling, letting time pass, changing the capacity, closing and repeating do what the model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.nat(4), fc.boolean(), fc.array(act, { minLength: 1, maxLength: 14 }), follow),
    {
      numRuns: 1_000,
    },
  )
}, 300_000)
