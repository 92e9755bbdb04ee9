import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OwnRegistration, type Problem, Receipt } from '#contract'
import { addForum, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { freeHeldPlaces } from './free-held-places.ts'

let world: World
let forums = 0

const minute = 60_000
const at = (minutes: number) => world.setClock(new Date(noon + minutes * minute).toISOString())
const free = (minutes: number, limit = 100) => freeHeldPlaces(world.database, noon + minutes * minute, limit)

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

beforeEach(async () => {
  at(0)
  // What other tests have left.
  await free(100_000)
})

/** A forum that wants addresses confirmed first. */
const open = async (changes: Parameters<typeof addForum>[2] = {}) => {
  const slug = `held-${(forums += 1)}`
  await addForum(world, slug, { confirmAddress: 1, ...changes })
  return slug
}

const register = async (slug: string, changes: Record<string, unknown> = {}, key = newKey()) => {
  const answer = await world.register(slug, changes, key)
  expect(answer.status).toBe(201)
  return Receipt.parse(await answer.json())
}

const ask = async (code: string, method = 'GET', path = '') =>
  world.own(await world.tokenOf(code), method, undefined, path)
const confirm = (code: string) => ask(code, 'POST', '/confirmation')
const own = async (code: string) => OwnRegistration.parse(await (await ask(code)).json())

const refusal = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  (await answer.json<Problem>()).code,
]

const statuses = async (slug: string) =>
  (
    await world.d1
      .prepare('SELECT r.status FROM registrations r JOIN forums f ON f.id = r.forum_id WHERE f.slug = ? ORDER BY r.id')
      .bind(slug)
      .all()
  ).results.map(({ status }) => status)

/** The kinds of letters that were written to a forum's people. */
const letters = async (slug: string) =>
  (
    await world.d1
      .prepare(
        `SELECT o.kind FROM outbox o JOIN registrations r ON r.id = o.registration_id JOIN forums f ON f.id = r.forum_id
         WHERE f.slug = ? ORDER BY o.id`,
      )
      .bind(slug)
      .all<{ kind: string }>()
  ).results.map(({ kind }) => kind)

describe('where the address is confirmed first', () => {
  it('the receipt says until when the place is held, and what to do', async () => {
    const receipt = await register(await open())
    expect(receipt).toMatchObject({ status: 'confirmed', confirmBy: '2019-06-03T10:00:00.000Z' })
    expect(receipt.title?.uk).toBe('Залишився один крок')
    expect(receipt.next.map(({ uk }) => uk)[0]).toBe(
      'Місце тримаємо до 13:00: підтвердьте адресу за посиланням у листі.',
    )
  })

  it('whoever waits is told that, too', async () => {
    const slug = await open({ capacity: 1 })
    await register(slug)
    const receipt = await register(slug)
    expect(receipt).toMatchObject({ status: 'waitlisted', confirmBy: '2019-06-03T10:00:00.000Z' })
    expect(receipt.next[0]?.en).toMatch(/^There is no free place now\. .*until 13:00/)
  })

  it('elsewhere nothing is held, and nothing is said of it', async () => {
    const slug = await open({ confirmAddress: 0 })
    const receipt = await register(slug)
    expect(Object.keys(receipt).toSorted()).toEqual(['calendar', 'code', 'forum', 'next', 'status'])
    expect(await own(receipt.code)).toMatchObject({ status: 'confirmed', confirmBy: null })
    expect(await letters(slug)).toEqual(['confirmed'])
  })

  it('a held place is taken: nobody else gets it, and nobody is let in before', async () => {
    const slug = await open({ capacity: 1, waitlistCapacity: 1 })
    await register(slug)
    await register(slug)
    expect(await refusal(await world.register(slug))).toEqual([409, 'forum-full'])
    expect(await statuses(slug)).toEqual(['confirmed', 'waitlisted'])
  })

  it('one letter asks for the confirmation, and a button gives it: then the letter about the place is written', async () => {
    const slug = await open()
    const { code } = await register(slug)
    expect(await letters(slug)).toEqual(['confirm-address'])
    const before = await own(code)
    expect(before).toMatchObject({ status: 'confirmed', confirmBy: '2019-06-03T10:00:00.000Z', mayChange: true })
    at(59)
    const answer = await confirm(code)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ...before, confirmBy: null })
    expect(await letters(slug)).toEqual(['confirm-address', 'confirmed'])
    expect(await free(90)).toEqual([])
    expect(await statuses(slug)).toEqual(['confirmed'])
  })

  it('a second click says that it is confirmed, and writes no second letter', async () => {
    const slug = await open()
    const { code } = await register(slug)
    const answers = await Promise.all([confirm(code), confirm(code), confirm(code)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    at(600)
    expect((await confirm(code)).status).toBe(200)
    expect(await letters(slug)).toEqual(['confirm-address', 'confirmed'])
  })

  it('looking at the registration, changing it or taking one’s data along confirms nothing', async () => {
    const slug = await open()
    const { code } = await register(slug)
    const token = await world.tokenOf(code)
    expect((await world.own(token, 'PATCH', { name: 'Олена Інша' })).status).toBe(200)
    expect((await world.own(token, 'GET', undefined, '/data')).status).toBe(200)
    expect((await own(code)).confirmBy).toBe('2019-06-03T10:00:00.000Z')
    expect(await letters(slug)).toEqual(['confirm-address'])
  })

  it('where nothing is to be confirmed, confirming says how things stand', async () => {
    const slug = await open({ confirmAddress: 0 })
    const { code } = await register(slug)
    const answer = await confirm(code)
    expect([answer.status, (await answer.json<OwnRegistration>()).confirmBy]).toEqual([200, null])
    expect(await letters(slug)).toEqual(['confirmed'])
  })

  it('an unknown link confirms nothing', async () => {
    expect(await refusal(await world.own('a'.repeat(43), 'POST', undefined, '/confirmation'))).toEqual([
      404,
      'not-found',
    ])
  })

  it('whoever is promoted meanwhile still has to confirm, and is told of the place then', async () => {
    const slug = await open({ capacity: 1 })
    const first = await register(slug)
    const second = await register(slug)
    expect((await ask(first.code, 'DELETE')).status).toBe(200)
    expect(await own(second.code)).toMatchObject({ status: 'confirmed', confirmBy: '2019-06-03T10:00:00.000Z' })
    expect(await letters(slug)).toEqual(['confirm-address', 'confirm-address'])
    await confirm(second.code)
    expect(await letters(slug)).toEqual(['confirm-address', 'confirm-address', 'confirmed'])
  })

  it('whoever waits and confirms is told that they wait', async () => {
    const slug = await open({ capacity: 1 })
    await register(slug)
    const { code } = await register(slug)
    await confirm(code)
    expect((await letters(slug)).at(-1)).toBe('waitlisted')
  })

  it('switching it off leaves who is held as they are', async () => {
    const slug = await open()
    const { code } = await register(slug)
    await world.d1
      .prepare('UPDATE forums SET confirm_address = 0, version = version + 1 WHERE slug = ?')
      .bind(slug)
      .run()
    expect((await own(code)).confirmBy).toBe('2019-06-03T10:00:00.000Z')
    expect((await register(slug)).confirmBy).toBeUndefined()
    await free(60)
    expect(await statuses(slug)).toEqual(['cancelled', 'confirmed'])
  })
})

describe('the answer tells nobody who is registered', () => {
  const shape = ({ code: _code, ...receipt }: Receipt) => receipt

  it('to a new, a held and a confirmed address it is the same', async () => {
    const slug = await open({ capacity: 10 })
    const email = `known-${slug}@example.com`
    const { code } = await register(slug, { email })
    at(10)
    const stranger = shape(await register(slug))
    expect(shape(await register(slug, { email }))).toEqual(stranger)
    await confirm(code)
    expect(shape(await register(slug, { email }))).toEqual(stranger)
    expect(shape(await register(slug, { website: 'https://spam.example' }))).toEqual(stranger)
    expect((await letters(slug)).slice(2)).toEqual(['confirm-address', 'confirmed', 'already-registered'])
  })

  it('a sending that is repeated hears what it heard, whatever has happened since', async () => {
    const slug = await open()
    const person = { email: `twin-${slug}@example.com`, name: 'Олена Приклад' }
    const first = await register(slug, person, 'a-key-that-is-sent-twice')
    at(30)
    await world.d1
      .prepare('UPDATE forums SET confirm_address = 0, version = version + 1 WHERE slug = ?')
      .bind(slug)
      .run()
    expect(await register(slug, person, 'a-key-that-is-sent-twice')).toEqual(first)
    expect(await letters(slug)).toEqual(['confirm-address'])
  })

  it('a repeated address is held as long as the answer says while letters may still be written, and no longer', async () => {
    const slug = await open()
    const email = `again-${slug}@example.com`
    const { code } = await register(slug, { email })
    const ends: (string | null)[] = []
    for (const minutes of [10, 20, 30]) {
      at(minutes)
      await register(slug, { email })
      ends.push((await own(code)).confirmBy)
    }
    expect(ends).toEqual(['2019-06-03T10:10:00.000Z', '2019-06-03T10:20:00.000Z', '2019-06-03T10:20:00.000Z'])
    expect(await letters(slug)).toEqual(['confirm-address', 'confirm-address', 'confirm-address'])
  })

  it('asking for the link again sends the letter that asks for the confirmation, and holds no longer', async () => {
    const slug = await open()
    const email = `link-${slug}@example.com`
    const { code } = await register(slug, { email })
    at(10)
    const asked = await world.request('/registration/link', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, forum: slug }),
    })
    expect(await asked.json()).toEqual({ sent: 'if-known' })
    expect(await letters(slug)).toEqual(['confirm-address', 'confirm-address'])
    expect((await own(code)).confirmBy).toBe('2019-06-03T10:00:00.000Z')
  })
})

describe('a place whose address nobody confirms', () => {
  it('goes after the hour to whoever has waited longest, without a letter to that address', async () => {
    const slug = await open({ capacity: 1 })
    await register(slug)
    at(30)
    const [second, third] = [await register(slug), await register(slug)]
    await confirm(second.code)
    await confirm(third.code)
    expect(await free(59)).toEqual([])
    expect(await free(60)).toEqual([slug])
    expect(await statuses(slug)).toEqual(['cancelled', 'confirmed', 'waitlisted'])
    expect((await letters(slug)).slice(3)).toEqual(['waitlisted', 'waitlisted', 'promoted'])
    expect(await free(60)).toEqual([])
  })

  it('leaves behind, for a day, a link that says what became of it', async () => {
    const slug = await open()
    const { code } = await register(slug)
    await free(60)
    at(61)
    expect(await own(code)).toMatchObject({
      status: 'cancelled',
      confirmBy: '2019-06-03T10:00:00.000Z',
      mayChange: false,
    })
    expect(await refusal(await confirm(code))).toEqual([409, 'not-confirmed-in-time'])
    const aDay = 24 * 60
    await free(60 + aDay - 1)
    expect((await ask(code)).status).toBe(200)
    await free(60 + aDay)
    expect(await refusal(await ask(code))).toEqual([404, 'not-found'])
    const left = await world.d1
      .prepare(
        `SELECT name, email, link_hash, words, confirm_by FROM registrations r JOIN forums f ON f.id = r.forum_id
         WHERE f.slug = ?`,
      )
      .bind(slug)
      .first()
    expect(left).toEqual({ name: null, email: null, link_hash: null, words: null, confirm_by: null })
  })

  it('may be asked for anew with the same address', async () => {
    const slug = await open()
    const email = `anew-${slug}@example.com`
    await register(slug, { email })
    await free(60)
    at(61)
    const { code } = await register(slug, { email })
    expect((await confirm(code)).status).toBe(200)
    expect(await statuses(slug)).toEqual(['cancelled', 'confirmed'])
  })

  it('is still theirs while nobody has freed it, even after the hour', async () => {
    const slug = await open()
    const { code } = await register(slug)
    at(61)
    expect((await confirm(code)).status).toBe(200)
    expect(await free(62)).toEqual([])
  })

  it('is not confirmed once it was given back, and nobody is written to', async () => {
    const slug = await open()
    const { code } = await register(slug)
    expect((await ask(code, 'DELETE')).status).toBe(200)
    expect(await own(code)).toMatchObject({ status: 'cancelled', confirmBy: null })
    expect(await refusal(await confirm(code))).toEqual([409, 'registration-cancelled'])
    expect(await letters(slug)).toEqual(['confirm-address'])
  })

  it('may be erased at once by whoever has the link', async () => {
    const slug = await open()
    const { code } = await register(slug)
    expect((await ask(code, 'POST', '/erasure')).status).toBe(204)
    expect((await confirm(code)).status).toBe(404)
    expect(await free(60)).toEqual([])
    expect(await letters(slug)).toEqual(['confirm-address'])
  })
})
