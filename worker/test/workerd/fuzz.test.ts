import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addForum, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../world.ts'
import { newStamp } from '../../src/registration/stamp.ts'

let world: World
let stamp: string

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'fuzzed', { capacity: 20_000 })
  stamp = await newStamp(world.bindings.STAMP_SECRET, 'fuzzed', noon - 9000)
})

/** Stands in every body, and may come back in no answer. */
const canary = 'кенарка-canary-7431'

type Body = string | Uint8Array<ArrayBuffer>

let senders = 0

const post = async (body: Body): Promise<Response> =>
  world.request('/forums/fuzzed/registrations', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
      'CF-Connecting-IP': `2001:db8::${(senders += 1).toString(16)}`,
    },
    body,
  })

/** Milliseconds: far beyond what a busy machine needs, short of what never ends. */
const hang = 20_000

const answersWell = async (body: Body): Promise<void> => {
  const started = performance.now()
  const answer = await post(body)
  const text = await answer.text()
  // The clock of workerd moves at an awaited call only.
  await scheduler.wait(0)
  expect(performance.now() - started).toBeLessThan(hang)
  expect(answer.status, text).toBeLessThan(500)
  if (answer.status !== 201) {
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ status: answer.status, code: expect.any(String) })
  }
  expect(text + JSON.stringify([...answer.headers])).not.toContain(canary)
}

const statuses = async (bodies: readonly Body[]): Promise<number[]> =>
  Promise.all(bodies.map(async body => (await post(body)).status))

/** Values that have been trouble somewhere: in JavaScript, in SQL, in a spreadsheet, in a letter. */
const troublesome = fc.constantFrom<unknown>(
  null,
  true,
  -0,
  1e308,
  '',
  '\u0000',
  '\ud800',
  '\u202e\u200b\u3164',
  'а\u0301'.repeat(200),
  "'); DROP TABLE registrations; --",
  '=HYPERLINK("https://example.com")',
  'Bcc: a@example.com\r\n\r\n',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}',
  'a'.repeat(5_000),
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1, valueOf: 2, toJSON: 3 },
)

const anything = fc.oneof(
  troublesome,
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
)

const fields = [
  'name',
  'email',
  'phone',
  'organisation',
  'activities',
  'proposal',
  'needs',
  'locale',
  'consent',
] as const

const places = [...fields, 'stamp', 'solution', 'website', 'status', '__proto__', 'constructor', canary] as const

/** A request that would be accepted, but for what stands at some places. */
const mutated = fc
  .array(fc.tuple(fc.constantFrom(...places), fc.oneof({ weight: 2, arbitrary: anything }, fc.constant(undefined))), {
    maxLength: 3,
  })
  .map(changes => {
    const written = changes.map(([place, value]) => `${JSON.stringify(place)}:${JSON.stringify(value) ?? 'null'}`)
    const valid = JSON.stringify({ ...aRegistration(), stamp, needs: canary })
    return written.length === 0 ? valid : `${valid.slice(0, -1)},${written.join()}}`
  })

const run = { endOnFailure: false, verbose: 1 } as const

describe('10,000 bodies to register with', () => {
  it('of which 3,000 are any JSON', async () => {
    const json = fc.jsonValue({ maxDepth: 6 }).map(value => JSON.stringify({ [canary]: value, name: canary, value }))
    await fc.assert(fc.asyncProperty(json, answersWell), { ...run, numRuns: 3000 })
  }, 120_000)

  it('3,000 are any text or bytes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 2000 }).map(any => any + canary)
    const bytes = fc
      .uint8Array({ maxLength: 2000 })
      .map(any => new Uint8Array([...any, ...new TextEncoder().encode(canary)]))
    await fc.assert(fc.asyncProperty(fc.oneof(text, bytes), answersWell), { ...run, numRuns: 3000 })
  }, 120_000)

  it('and 4,000 are nearly right', async () => {
    await fc.assert(fc.asyncProperty(mutated, answersWell), { ...run, numRuns: 4000 })
  }, 120_000)

  it('are enough to be accepted sometimes and refused often', async () => {
    const outcomes = await statuses(fc.sample(mutated, 100))
    expect(new Set(outcomes)).toContain(201)
    expect(new Set(outcomes)).toContain(422)
    const row = await world.d1.prepare('SELECT count(*) AS rows FROM registrations').first<{ rows: number }>()
    expect(row?.rows).toBeGreaterThan(300)
  })
})
