import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import { setCapacity } from '../editing.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

/**
 * What the product promises, in a few lines of memory: the same sequence of acts is done to the model and to the real
 * thing, and after each of them both must say the same.
 */
class Model {
  capacity: number
  readonly waitlistCapacity: number
  open = true
  readonly rows: { person: number; status: 'confirmed' | 'waitlisted' | 'cancelled' }[] = []

  constructor(capacity: number, waitlistCapacity: number) {
    this.capacity = capacity
    this.waitlistCapacity = waitlistCapacity
  }

  count = (status: string) => this.rows.filter(row => row.status === status).length
  live = (person: number) => this.rows.find(row => row.person === person && row.status !== 'cancelled')

  /** What a stranger would hear; somebody who is registered already hears the same. */
  register(person: number): string {
    if (!this.open) return 'registration-closed'
    const free = this.count('waitlisted') === 0 && this.count('confirmed') < this.capacity
    if (!free && this.count('waitlisted') >= this.waitlistCapacity) return 'forum-full'
    const status = free ? 'confirmed' : 'waitlisted'
    if (!this.live(person)) this.rows.push({ person, status })
    return status
  }

  cancel(person: number): void {
    const row = this.live(person)
    if (row) row.status = 'cancelled'
    this.fill()
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
  | { readonly kind: 'register' | 'cancel'; readonly person: number }
  | { readonly kind: 'capacity'; readonly capacity: number }
  | { readonly kind: 'close' | 'open' }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('register' as const), person: fc.nat(7) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cancel' as const), person: fc.nat(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'open' as const) }) },
)

let world: World
let forums = 0

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

const follow = async (capacity: number, waitlistCapacity: number, acts: readonly Act[]) => {
  const slug = `model-${(forums += 1)}`
  const id = await addForum(world, slug, { capacity, waitlistCapacity })
  const model = new Model(capacity, waitlistCapacity)
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
    .prepare('SELECT email, status FROM registrations WHERE forum_id = ? ORDER BY id')
    .bind(id)
    .all<{ email: string; status: string }>()
  expect(results).toEqual(model.rows.map(({ person, status }) => ({ email: `model-${person}@example.com`, status })))
  const counts = await world.d1.prepare('SELECT confirmed, waitlisted FROM forums WHERE id = ?').bind(id).first()
  expect(counts).toEqual({ confirmed: model.count('confirmed'), waitlisted: model.count('waitlisted') })
  const letters = await world.d1
    .prepare(
      'SELECT count(*) AS n FROM outbox o JOIN registrations r ON r.id = o.registration_id WHERE r.forum_id = ? AND o.kind IN (?, ?)',
    )
    .bind(id, 'confirmed', 'waitlisted')
    .first('n')
  expect(letters).toBe(model.rows.length)
}

it('a thousand sequences of registering, cancelling, changing the capacity, closing and repeating do what the model does', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(4), fc.nat(4), fc.array(act, { minLength: 1, maxLength: 14 }), follow), {
    numRuns: 1_000,
  })
}, 300_000)
