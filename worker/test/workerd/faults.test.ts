import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { retrying } from '../../src/database/retry.ts'
import { newStamp } from '../../src/registration/stamp.ts'
import { type Fault, faulty, type Faulty, interruptionsBy, overload } from '../faulty-database.ts'
import { addForum, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World
let stamp: string

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'storm', { capacity: 500, waitlistCapacity: 1000 })
  stamp = await newStamp(world.bindings.STAMP_SECRET, 'storm', noon - 9000)
})

const app = createApp(() => noon)

/** What becomes of one sending over a database with faults. Each person has an address of their own. */
const send = async ({ database }: Faulty, person: number, key: string, email: string): Promise<Response> =>
  app.request(
    'http://localhost/api/v1/forums/storm/registrations',
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'CF-Connecting-IP': `192.0.${Math.floor(person / 250)}.${1 + (person % 250)}`,
      },
      body: JSON.stringify(aRegistration({ email, stamp })),
    },
    { ...world.bindings, DB: database },
  )

/** As the widget does it: the same key again when the answer says that it may pass, four times at most. */
const persist = async (storm: Faulty, person: number) => {
  const key = newKey()
  const refused: number[] = []
  for (;;) {
    const answer = await send(storm, person, key, `storm-${person}@example.com`)
    if ((answer.status < 500 && answer.status !== 429) || refused.length === 3) return { answer, refused }
    await answer.body?.cancel()
    refused.push(answer.status)
  }
}

/** All of them, 32 at a time. */
const all = async <Result>(number: number, task: (index: number) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  let next = 0
  const work = async () => {
    for (let mine = next++; mine < number; mine = next++) results[mine] = await task(mine)
  }
  await Promise.all(Array.from({ length: 32 }, work))
  return results
}

const row = async (sql: string) => world.d1.prepare(sql).first()

describe('600 registrations over a database that fails at 15 % of the calls before and at 15 % after its work', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)

  it(`are 600 rows, 600 codes and 600 letters, and nobody is refused (seed ${seed})`, async () => {
    const storm = faulty(world.d1, interruptionsBy(seed, { before: 0.15, after: 0.15, late: 0.05 }))
    const outcomes = await all(600, person => persist(storm, person))
    const refused = outcomes.flatMap(outcome => outcome.refused)
    console.info(
      `${storm.failures()} of ${storm.calls()} calls failed; the worker's own tries absorbed all but ${refused.length}`,
    )
    expect(outcomes.filter(({ answer }) => answer.status !== 201)).toEqual([])
    // Four failures in a row are 0.8 % of the calls: were more refused, the worker would not have tried again.
    expect(storm.failures()).toBeGreaterThan(300)
    expect(refused.length).toBeLessThan(60)
    const receipts = await Promise.all(outcomes.map(({ answer }) => answer.json<{ code: string; status: string }>()))
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(600)
    expect(receipts.filter(({ status }) => status === 'confirmed')).toHaveLength(500)
    expect(
      await row(`SELECT count(*) AS rows, count(DISTINCT email) AS people, sum(status = 'confirmed') AS confirmed,
        sum(status = 'waitlisted') AS waitlisted FROM registrations`),
    ).toEqual({ rows: 600, people: 600, confirmed: 500, waitlisted: 100 })
    expect(await row('SELECT count(*) AS rows, count(DISTINCT code) AS codes FROM submissions')).toEqual({
      rows: 600,
      codes: 600,
    })
    expect(await row("SELECT confirmed, waitlisted FROM forums WHERE slug = 'storm'")).toEqual({
      confirmed: 500,
      waitlisted: 100,
    })
    expect(
      await row(`SELECT count(*) AS letters, count(DISTINCT registration_id) AS people,
        sum(o.kind = r.status) AS true FROM outbox o JOIN registrations r ON r.id = o.registration_id`),
    ).toEqual({ letters: 600, people: 600, true: 600 })
  }, 60_000)
})

/** A database on which every call that `when` names meets the fault. */
const failing = (fault: Fault, when: (call: number) => boolean = () => true): Faulty => {
  let call = 0
  return faulty(world.d1, () => (when((call += 1)) ? fault : undefined))
}

const askForum = ({ database }: Faulty) =>
  app.request('http://localhost/api/v1/forums/storm', {}, { ...world.bindings, DB: database })

describe('an overloaded database', () => {
  it('is asked once more and no oftener; then the client is told when to come again', async () => {
    const overloaded = failing({ kind: 'before', message: overload })
    const started = Date.now()
    const answer = await askForum(overloaded)
    expect(Date.now() - started).toBeGreaterThanOrEqual(49)
    expect(overloaded.calls()).toBe(2)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'overloaded' })
  })

  it('is spared just so by the batch of a registration', async () => {
    const looks = failing({ kind: 'before', message: overload }, call => call > 1)
    const answer = await send(looks, 700, newKey(), 'overload@example.com')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
    expect(looks.calls()).toBe(3)
  })

  it('that has recovered by then answers', async () => {
    const recovering = failing({ kind: 'before', message: overload }, call => call === 1)
    expect((await askForum(recovering)).status).toBe(200)
    expect(recovering.calls()).toBe(2)
  })
})

describe('an interrupted database', () => {
  const lost = 'D1_ERROR: Network connection lost.'

  it('is asked four times in all, and then the client may try again', async () => {
    const interrupted = failing({ kind: 'before', message: lost })
    const answer = await askForum(interrupted)
    expect(interrupted.calls()).toBe(4)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
  })

  it('that stored the registration but lost the answer is found to have stored it', async () => {
    const key = newKey()
    const lossy = failing({ kind: 'after', message: lost }, call => call === 2)
    const answer = await send(lossy, 701, key, 'lost-answer@example.com')
    expect(answer.status).toBe(201)
    // A look, the batch, the batch again, which meets its own rows, and a look that finds them.
    expect(lossy.calls()).toBe(4)
    const again = await send(failing({ kind: 'late', milliseconds: 1 }), 701, key, 'lost-answer@example.com')
    expect(again.status).toBe(201)
    expect(await row("SELECT count(*) AS rows FROM registrations WHERE email = 'lost-answer@example.com'")).toEqual({
      rows: 1,
    })
  })

  it.each<[string, (statement: D1PreparedStatement) => Promise<unknown>]>([
    ['run', statement => statement.run()],
    ['all', statement => statement.all()],
    ['first', statement => statement.first('number')],
    ['raw', statement => statement.raw()],
  ])('answers %s() at the second try', async (_, asked) => {
    const interrupted = failing({ kind: 'before', message: lost }, call => call === 1)
    await asked(retrying(interrupted.database).prepare('SELECT ? AS number').bind(1))
    expect(interrupted.calls()).toBe(2)
  })
})

describe('any other error', () => {
  it.each([
    'D1_ERROR: UNIQUE constraint failed: submissions.code: SQLITE_CONSTRAINT',
    'D1_ERROR: no such table: forums: SQLITE_ERROR',
    'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
  ])('is not tried again: %s', async message => {
    const broken = failing({ kind: 'before', message })
    expect((await askForum(broken)).status).toBe(500)
    expect(broken.calls()).toBe(1)
  })
})
