import { beforeAll, describe, expect, it } from 'vitest'
import { Forum, Receipt, RegistrationForm, Schedule } from '#contract'
import { createApp } from '../../src/app.ts'
import { observe } from '../observed-database.ts'
import { addForum, aRegistration, newKey, newWorld, noon, organiserToken, seedSeries, type World } from '../world.ts'

/** Whoever is registered is known to nobody who does not hold the link or the organisers' token. */
let world: World
let receipt: Receipt

const canary = {
  name: 'Канарейко Марія',
  email: 'canary@example.com',
  phone: '+380007654321',
  organisation: { name: 'ГО «Канарейка»', role: 'канарейка' },
  proposal: { text: 'Канарейкам дерева' },
  needs: 'Канарейці зерна',
}

const traces = /канарей|canary|7654321/i

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 3 })
  receipt = await (await world.register('forum', canary)).json<Receipt>()
})

const everythingOf = async (answer: Response) => `${JSON.stringify([...answer.headers])} ${await answer.text()}`

describe('a public answer', () => {
  it('has nothing of anybody in it, whatever is asked and however wrongly', async () => {
    const token = await world.tokenOf(receipt.code)
    const paths = app()
      .routes.map(({ path }) => path.replace(':forum', 'forum'))
      .filter(path => !path.includes('*'))
    const asked = [
      ...new Set(paths),
      '/api/v1/schedule?district=darnytskyi',
      '/api/v1/schedule?site=canary.example.com',
      '/api/v1/forums/nowhere',
      '/api/v1/registration?email=canary@example.com',
      `/api/v1/registration?token=${token}`,
      '/nowhere',
    ]
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const path of asked) {
        const said = await everythingOf(await world.app.request(`http://localhost${path}`, { method }, world.bindings))
        expect(said, `${method} ${path}`).not.toMatch(traces)
        expect(said).not.toContain(receipt.code)
      }
  })

  it('of a refused registration has nothing of it either', async () => {
    const answers = [
      world.register('forum', { ...canary, name: '' }),
      world.register('forum', { ...canary, email: 'canary@', stamp: 'canary' }),
      world.register('forum', { ...canary, canary: 'canary' }),
      world.register('nowhere', canary),
      world.register('forum', canary, 'canary'),
    ]
    for (const answer of await Promise.all(answers)) expect(await everythingOf(answer)).not.toMatch(traces)
  })

  it('has only the fields of the contract', async () => {
    const get = async (path: string) => (await world.request(path)).json<Record<string, unknown>>()
    for (const [answer, schema] of [
      [await get('/schedule'), Schedule],
      [await get('/forums/forum'), Forum],
      [await get('/forums/forum/form'), RegistrationForm],
      [receipt, Receipt],
    ] as const)
      expect(schema.parse(answer)).toEqual(answer)
  })
})

const app = () => createApp(() => noon)

describe('a repeated address', () => {
  it('costs as many round trips as a new one: its time tells nothing', async () => {
    const observed = observe(world.d1)
    const trips = async (email: string) => {
      observed.reset()
      const { stamp } = await (await world.request('/forums/forum/form')).json<RegistrationForm>()
      const answer = await createApp(() => noon + 5_000).request(
        'http://localhost/api/v1/forums/forum/registrations',
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), 'CF-Connecting-IP': newKey() },
          body: JSON.stringify({ ...aRegistration(), email, stamp }),
        },
        { ...world.bindings, DB: observed.database },
      )
      expect(answer.status).toBe(201)
      return observed.roundTrips()
    }
    expect(await trips('canary@example.com')).toBe(await trips('stranger@example.com'))
  })
})

describe('a token that cannot be one', () => {
  it.each(['', 'x', 'a'.repeat(42), `${'a'.repeat(42)}%`, 'a'.repeat(100_000)])(
    'never reaches the database (%#)',
    async token => {
      const observed = observe(world.d1)
      const bindings = { ...world.bindings, DB: observed.database }
      const headers = { Authorization: `Bearer ${token}` }
      await app().request('http://localhost/api/v1/registration', { headers }, bindings)
      await app().request('http://localhost/api/v1/admin/forums/forum/registrations', { headers }, bindings)
      expect(observed.statements).toEqual([])
    },
  )
})

it('what is stored holds no token, key of ours or secret', async () => {
  const { results } = await world.d1
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
    )
    .all<{ name: string }>()
  const dump = JSON.stringify(
    await Promise.all(
      results.map(async ({ name }) => (await world.d1.prepare(`SELECT * FROM "${name}"`).all()).results),
    ),
  )
  expect(dump).toContain('canary@example.com')
  for (const secret of [await world.tokenOf(receipt.code), organiserToken, world.bindings.STAMP_SECRET])
    expect(dump).not.toContain(secret)
})
