import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Challenge, RegistrationForm } from '#contract'
import { newStamp } from '../registration/stamp.ts'
import { addForum, aRegistration, newKey, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import { newChallenge, solvedChallenge } from './challenge.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
})

/** What the widget does with a challenge: counts until the hash is right. */
const solve = ({ algorithm, challenge, salt, signature, maxNumber }: Challenge, wrong = 0): string => {
  for (let number = 0; number <= maxNumber; number += 1)
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === challenge)
      return btoa(JSON.stringify({ algorithm, challenge, number: number + wrong, salt, signature }))
  throw new Error('There is no solution')
}

const send = async (forum: string, source: string, changes: Record<string, unknown> = {}, key = newKey()) => {
  const answer = await world.request(`/forums/${forum}/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'CF-Connecting-IP': source },
    body: JSON.stringify({
      ...aRegistration(),
      stamp: await newStamp(world.bindings.STAMP_SECRET, forum, noon - 9000),
      ...changes,
    }),
  })
  return { status: answer.status, headers: answer.headers, body: await answer.json<Record<string, unknown>>() }
}

const open = async (forum: string, source: string) =>
  (await world.request(`/forums/${forum}/form`, { headers: { 'CF-Connecting-IP': source } })).json<RegistrationForm>()

const minute = 60_000

/** The limits count by the minutes of the clock: a flood that begins in one and ends in the next is counted in both. */
const untilTheMinuteIsYoung = async (): Promise<void> => {
  const left = minute - (Date.now() % minute)
  if (left < 10_000) await new Promise(resolve => setTimeout(resolve, left))
}

const flood = (forum: string, source: string, number: number) =>
  Promise.all(Array.from({ length: number }, () => send(forum, source)))

describe('a flood from one source', () => {
  it('of a thousand stores at most twenty, and then asks for time', { timeout: 60_000 }, async () => {
    await addForum(world, 'flooded', { capacity: 5000 })
    await untilTheMinuteIsYoung()
    const answers = await flood('flooded', '198.51.100.1', 1_000)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    const refused = answers.find(({ status }) => status !== 201)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(refused?.headers.get('Retry-After')).toBe('60')
    expect((await world.list('flooded')).registrations).toHaveLength(20)
  })

  it('does not keep out an honest person behind the same address, who solves what the form brings', async () => {
    const { challenge } = await open('flooded', '198.51.100.1')
    expect(challenge).toMatchObject({ algorithm: 'SHA-256', maxNumber: 50_000 })
    if (!challenge) return
    const { status, body } = await send('flooded', '198.51.100.1', { solution: solve(challenge) })
    expect([status, body['status']]).toEqual([201, 'confirmed'])
  })

  it('asks nobody else for anything', async () => {
    expect((await open('flooded', '198.51.100.2')).challenge).toBeUndefined()
    expect((await send('flooded', '198.51.100.2')).status).toBe(201)
  })

  it('is not counted for what is refused anyway', async () => {
    for (let times = 0; times < 30; times += 1) await send('flooded', '198.51.100.3', { name: '' })
    expect((await send('flooded', '198.51.100.3')).status).toBe(201)
  })

  it('of one sending is one sending: all of them get its answer', { timeout: 30_000 }, async () => {
    await untilTheMinuteIsYoung()
    await addForum(world, 'twins', { capacity: 50 })
    const [key, typed] = [newKey(), aRegistration()]
    const answers = await Promise.all(Array.from({ length: 60 }, () => send('twins', '198.51.100.4', typed, key)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
  })

  it('is known by a hash that nobody can read an address from', async () => {
    const { results } = await world.d1.prepare('SELECT key FROM watched').all<{ key: string }>()
    expect(results.length).toBeGreaterThan(0)
    for (const { key } of results) expect(key).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('a solution', () => {
  const secret = () => world.bindings.STAMP_SECRET

  it('is good once', async () => {
    await addForum(world, 'spent', { capacity: 50 })
    const solution = solve(await newChallenge(secret(), 'spent', noon))
    const [key, typed] = [newKey(), aRegistration()]
    expect((await send('spent', '198.51.100.5', { ...typed, solution }, key)).status).toBe(201)
    expect((await send('spent', '198.51.100.5', { ...typed, solution }, key)).status).toBe(201)
    const other = await send('spent', '198.51.100.5', { solution })
    expect(other).toMatchObject({
      status: 422,
      body: { code: 'invalid-request', errors: [{ pointer: '/solution', code: 'invalid-solution' }] },
    })
    expect((await world.list('spent')).registrations).toHaveLength(1)
  })

  it('that many send at once is accepted from one of them', async () => {
    await addForum(world, 'raced', { capacity: 50 })
    const solution = solve(await newChallenge(secret(), 'raced', noon))
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, place) => send('raced', `203.0.113.${place}`, { solution })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await world.list('raced')).registrations).toHaveLength(1)
  })

  it.each<[string, () => Promise<string>]>([
    ['junk', async () => 'junk'],
    ['JSON of another kind', async () => btoa('[1]')],
    ['a wrong number', async () => solve(await newChallenge(secret(), 'spent', noon), 1)],
    ['another forum’s', async () => solve(await newChallenge(secret(), 'elsewhere', noon))],
    ['an old one', async () => solve(await newChallenge(secret(), 'spent', noon - 60 * 60 * 1000))],
    ['one that we did not sign', async () => solve(await newChallenge('another secret of the tests', 'spent', noon))],
    [
      'one whose time was changed',
      async () => {
        const payload = JSON.parse(atob(solve(await newChallenge(secret(), 'spent', noon - 60 * 60 * 1000)))) as {
          salt: string
        }
        return btoa(JSON.stringify({ ...payload, salt: payload.salt.replace(/expires=\d+/, 'expires=9999999999') }))
      },
    ],
  ])('is refused when it is %s', async (_, make) => {
    const answer = await send('spent', '198.51.100.6', { solution: await make() })
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/solution', code: 'invalid-solution' }] },
    })
  })

  it('is known by its signature', async () => {
    const challenge = await newChallenge(secret(), 'spent', noon)
    expect(await solvedChallenge(secret(), 'spent', solve(challenge), noon)).toBe(challenge.signature)
  })
})
