import { beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '#contract'
import {
  aRegistration,
  addForum,
  addSite,
  newKey,
  noon,
  newWorld,
  organiserToken,
  seedSeries,
  type World,
} from '../../test/world.ts'
import { newStamp } from '../registration/stamp.ts'

/** Who may ask from where: strangers' pages the schedule and the form, and nobody else's page anything more. */
let world: World
let token: string

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addSite(world, 'podil.example.org', 'podilskyi')
  await addSite(world, 'city.example.org')
  await addForum(world, 'forum', { capacity: 100 })
  const { code } = await (await world.register('forum')).json<Receipt>()
  token = await world.tokenOf(code)
})

const strangers = [
  'https://district.example.org',
  'https://podil.example.org.evil.example',
  'https://not-podil.example.org',
  'https://podil.example.org:8443',
  'ftp://podil.example.org',
  'podil.example.org',
  'https://localhost.example.org',
  'https://localhost',
  'http://localhost:8080',
  'http://evil.example',
]

const foreign = [...strangers, 'http://podil.example.org', 'null']

describe.each(foreign)('a page of %s', origin => {
  it('may read the schedule and open the form', async () => {
    for (const path of ['/schedule', '/forums/forum', '/forums/forum/form']) {
      const answer = await world.request(path, { headers: { Origin: origin } })
      expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
  })

  it('may do nothing with anybody’s registration, and nothing of an organiser’s', async () => {
    for (const [method, path, bearer] of [
      ['GET', '/registration', token],
      ['DELETE', '/registration', token],
      ['POST', '/registration/erasure', token],
      ['POST', '/registration/link', token],
      ['GET', '/admin/forums/forum/registrations', organiserToken],
      ['OPTIONS', '/registration', token],
      ['OPTIONS', '/admin/forums/forum/registrations', organiserToken],
    ] as const) {
      const answer = await world.request(path, {
        method,
        headers: { Origin: origin, Authorization: `Bearer ${bearer}` },
      })
      expect([method, path, answer.status]).toEqual([method, path, 403])
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect(await answer.json()).toMatchObject({ code: 'foreign-origin' })
    }
    expect((await world.own(token)).status).toBe(200)
  })
})

const registering = async (origin?: string) => {
  const stamp = await newStamp(world.bindings.STAMP_SECRET, 'forum', noon - 9000)
  return world.request('/forums/forum/registrations', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
      'CF-Connecting-IP': newKey(),
      ...(origin && { Origin: origin }),
    },
    body: JSON.stringify({ ...aRegistration(), stamp }),
  })
}

describe('registering', () => {
  it.each(strangers)('is not for a page of %s, which is told where to lead people', async origin => {
    const before = (await world.list('forum')).registrations.length
    const answer = await registering(origin)
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null])
    expect(answer.headers.get('Vary')).toContain('Origin')
    expect(await answer.json()).toMatchObject({ code: 'foreign-origin' })
    expect((await world.list('forum')).registrations).toHaveLength(before)
    const form = await world.request('/forums/forum/form', { headers: { Origin: origin } })
    expect(await form.json()).toMatchObject({ elsewhere: true })
  })

  it.each([
    'https://podil.example.org',
    'http://podil.example.org',
    'https://city.example.org',
    'http://localhost',
    'null',
    undefined,
  ])('is for %s', async origin => {
    const answer = await registering(origin)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('Vary')).toContain('Origin')
    const form = await world.request('/forums/forum/form', origin ? { headers: { Origin: origin } } : {})
    expect(await form.json()).not.toHaveProperty('elsewhere')
  })

  it('is refused beforehand to a page that may not', async () => {
    const answer = await world.request('/forums/forum/registrations', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null])
  })
})

it('the worker’s own page may do with a registration what its holder may', async () => {
  const headers = { Origin: 'http://localhost', Authorization: `Bearer ${token}` }
  expect((await world.request('/registration', { headers })).status).toBe(200)
})

it('a request beforehand with a huge list of headers gets the same short answer', async () => {
  const answer = await world.request('/forums/forum/registrations', {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://podil.example.org',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-a,'.repeat(25_000),
    },
  })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Idempotency-Key')
})
