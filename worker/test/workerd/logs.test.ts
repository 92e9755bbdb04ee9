import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '../../src/http/log.ts'
import { newStamp } from '../../src/registration/stamp.ts'
import { type Fault, faulty, overload } from '../faulty-database.ts'
import { addForum, aRegistration, newWorld, noon, organiserToken, seedSeries, type World } from '../world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 1000 })
})

const canaries = {
  name: 'Канарка Приклад',
  email: 'canary@example.com',
  phone: '+380671234567',
  needs: 'canary of needs',
  proposal: 'canary of a proposal',
  key: 'canary-of-an-idempotency-key',
  token: 'canaryToken000000000000000000000000000000000',
}

let logged: string[] = []

beforeEach(() => {
  logged = []
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      logged.push(words.map(word => (word instanceof Error ? `${word.message} ${word.stack}` : String(word))).join(' '))
    })
})

afterEach(() => {
  vi.restoreAllMocks()
})

const register = async (database = world.d1): Promise<Response> =>
  world.app.request(
    'http://localhost/api/v1/forums/forum/registrations',
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': canaries.key,
        Authorization: `Bearer ${canaries.token}`,
      },
      body: JSON.stringify({
        ...aRegistration({ name: canaries.name, email: canaries.email, phone: canaries.phone, needs: canaries.needs }),
        proposal: { text: canaries.proposal },
        stamp: await newStamp(world.bindings.STAMP_SECRET, 'forum', noon - 9000),
      }),
    },
    { ...world.bindings, DB: database },
  )

/** That this fault is logged in one line and answered, and that nothing of the person is in either. */
const tellsNothing = async (answer: Response, status: number): Promise<string> => {
  expect(answer.status).toBe(status)
  const said = `${await answer.text()} ${JSON.stringify([...answer.headers])}`
  expect(logged).toHaveLength(1)
  const [line = ''] = logged
  for (const canary of [...Object.values(canaries), organiserToken]) {
    expect(line).not.toContain(canary)
    expect(said).not.toContain(canary)
  }
  expect(Object.keys(JSON.parse(line) as object)).toEqual(['event', 'requestId', 'route', 'status', 'code', 'kind'])
  return line
}

const run = (sql: string) => world.d1.prepare(sql).run()

describe('a fault while a person registers tells nothing of the person', () => {
  it('when a single query fails, whose message holds what was bound', async () => {
    await run('ALTER TABLE submissions RENAME TO hidden')
    const answer = await register()
    await run('ALTER TABLE hidden RENAME TO submissions')
    expect(await tellsNothing(answer, 500)).toContain('"kind":"SQLITE_ERROR"')
  })

  it('when a batch fails', async () => {
    await run("CREATE TRIGGER broken BEFORE INSERT ON submissions BEGIN SELECT RAISE(ABORT, 'broken'); END")
    const answer = await register()
    await run('DROP TRIGGER broken')
    expect(await tellsNothing(answer, 500)).toContain('"kind":"SQLITE_CONSTRAINT')
  })

  it.each<[string, Fault, number]>([
    ['is overloaded', { kind: 'before', message: overload }, 503],
    ['is interrupted', { kind: 'before', message: 'D1_ERROR: Network connection lost.' }, 503],
    ['says what was bound', { kind: 'before', message: `D1_ERROR: ${Object.values(canaries).join()}` }, 500],
  ])('when the database %s', async (_, fault, status) => {
    await tellsNothing(await register(faulty(world.d1, () => fault).database), status)
    logged = []
    let call = 0
    const atTheBatch = faulty(world.d1, () => ((call += 1) > 1 ? fault : undefined))
    await tellsNothing(await register(atTheBatch.database), status)
  })

  it('when the name of the error has been made of it', async () => {
    const error = Object.assign(new Error('odd'), { name: canaries.email })
    const throwing = new Proxy(world.d1, {
      get: () => () => {
        throw error
      },
    })
    expect(await tellsNothing(await register(throwing), 500)).toContain('"kind":"Error"')
  })
})

describe('the log', () => {
  it('is silent when a person registers, is refused, or finds nothing', async () => {
    expect((await register()).status).toBe(201)
    expect((await world.request('/forums/forum/registrations', { method: 'POST', body: '{' })).status).toBe(415)
    expect((await world.request('/forums/nowhere')).status).toBe(404)
    expect(logged).toEqual([])
  })

  it('leaves out what is not a field of its own', () => {
    const entry = { event: 'fault', kind: 'Error', email: canaries.email, params: [canaries.name] } as const
    log(entry)
    expect(logged).toEqual(['{"event":"fault","kind":"Error"}'])
  })

  it('has no place for anything else', () => {
    // @ts-expect-error: a field of a person cannot be written down.
    log({ event: 'fault', email: canaries.email })
    // @ts-expect-error: nor can an event that nobody has named.
    log({ event: canaries.name })
  })
})
