import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newWorld, noon, type World } from '../../test/world.ts'

/** Cloudflare Access as the other door: its signed assertion, checked against the keys that its team publishes. */
const audience = 'the-audience-of-the-application'
const seconds = noon / 1000

type Key = { readonly kid: string; readonly pair: CryptoKeyPair }

let world: World
let first: Key
let second: Key
let published: Key[]
let asked: string[]
let machineClock: number
let teams = 0
let issuer: string

const newKey = async (kid: string): Promise<Key> => ({
  kid,
  pair: await generateKeyPair('RS256', { extractable: true }),
})

beforeAll(async () => {
  world = await newWorld()
  for (const [role, email] of [
    ['city', 'olena@example.org'],
    ['analyst', 'analyst@example.org'],
  ])
    await world.organise('POST', '/organisers', { body: { name: 'За адресою', role, email } })
  first = await newKey('first')
  second = await newKey('second')
})

beforeEach(() => {
  issuer = `https://team-${(teams += 1)}.cloudflareaccess.com`
  published = [first]
  asked = []
  machineClock = Date.parse('2026-11-24T12:00:00Z')
  vi.spyOn(Date, 'now').mockImplementation(() => machineClock)
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    asked.push(String(input instanceof Request ? input.url : input))
    const keys = published.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256' }))
    return Response.json({ keys: await Promise.all(keys) })
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

type Claims = { email?: string; issuer?: string; audience?: string; expires?: number; notBefore?: number }

const claims = ({ email = 'olena@example.org', notBefore, ...said }: Claims) => {
  const jwt = new SignJWT({ email })
    .setIssuer(said.issuer ?? issuer)
    .setAudience(said.audience ?? audience)
    .setIssuedAt(seconds - 10)
    .setExpirationTime(said.expires ?? seconds + 600)
  return notBefore === undefined ? jwt : jwt.setNotBefore(notBefore)
}

const signed = (said: Claims = {}, { kid, pair }: Key = first) =>
  claims(said).setProtectedHeader({ alg: 'RS256', kid }).sign(pair.privateKey)

const me = (assertion: string, headers: Record<string, string> = {}) =>
  world.app.request(
    'http://localhost/api/v1/admin/me',
    { headers: { 'Cf-Access-Jwt-Assertion': assertion, ...headers } },
    { ...world.bindings, ACCESS_ISSUER: issuer, ACCESS_AUDIENCE: audience },
  )

describe('whom Access lets in', () => {
  it('is the organiser of that address, with that role', async () => {
    const answer = await me(await signed())
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ role: 'city', name: 'За адресою' })
    expect(await (await me(await signed({ email: 'Analyst@Example.org' }))).json()).toMatchObject({ role: 'analyst' })
    expect(asked).toEqual([`${issuer}/cdn-cgi/access/certs`])
  })

  it('is nobody when no organiser has the address', async () => {
    expect((await me(await signed({ email: 'stranger@example.org' }))).status).toBe(401)
  })

  it('is not asked for when a token is sent as well, even a wrong one', async () => {
    expect((await me(await signed(), { Authorization: 'Bearer kf_wrong' })).status).toBe(401)
  })

  it('is nobody where Access is not set up', async () => {
    const headers = { 'Cf-Access-Jwt-Assertion': await signed() }
    const answer = await world.app.request('http://localhost/api/v1/admin/me', { headers }, world.bindings)
    expect(answer.status).toBe(401)
    expect(asked).toEqual([])
  })
})

describe('an assertion is refused', () => {
  it.each<[string, () => Promise<string> | string]>([
    [
      'with alg none',
      () => new UnsecuredJWT({ email: 'olena@example.org' }).setIssuer(issuer).setAudience(audience).encode(),
    ],
    [
      'signed by HS256 with the public key as its secret',
      async () =>
        claims({})
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(new TextEncoder().encode(await exportSPKI(first.pair.publicKey))),
    ],
    ['for another audience', () => signed({ audience: 'another' })],
    ['by another issuer', () => signed({ issuer: 'https://evil.cloudflareaccess.com' })],
    ['that has expired', () => signed({ expires: seconds - 60 })],
    ['that is not valid yet', () => signed({ notBefore: seconds + 600 })],
    ['signed by another key under a known name', () => signed({}, { ...second, kid: 'first' })],
    [
      'without an address',
      async () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'RS256', kid: 'first' })
          .setIssuer(issuer)
          .setAudience(audience)
          .setIssuedAt(seconds)
          .setExpirationTime(seconds + 60)
          .sign(first.pair.privateKey),
    ],
    ['that is junk', () => 'not.a.jwt'],
    ['that is empty', () => ''],
  ])('%s', async (_, make) => {
    const answer = await me(await make())
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="organisers"')
  })
})

describe('the keys of the team', () => {
  it('are asked for at most once a minute, however many unknown names are sent', async () => {
    const unknown = await Promise.all(
      Array.from({ length: 1_000 }, (_, number) => signed({}, { ...second, kid: `unknown-${number}` })),
    )
    expect((await me(await signed())).status).toBe(200)
    const statuses = new Set<number>()
    for (const assertion of unknown) statuses.add((await me(assertion)).status)
    expect([...statuses]).toEqual([401])
    expect(asked).toHaveLength(1)
    machineClock += 61_000
    for (const assertion of unknown.slice(0, 50)) await me(assertion)
    expect(asked).toHaveLength(2)
  })

  it('may change: a new one is learnt after a minute, and the old one holds while it is published', async () => {
    expect((await me(await signed())).status).toBe(200)
    published = [first, second]
    expect((await me(await signed({}, second))).status).toBe(401)
    machineClock += 61_000
    expect((await me(await signed({}, second))).status).toBe(200)
    expect((await me(await signed())).status).toBe(200)
    expect(asked).toHaveLength(2)
  })

  it('that cannot be had are not asked for again within the minute', async () => {
    vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
      asked.push(String(input))
      return new Response('down', { status: 503 })
    })
    const assertion = await signed()
    for (let time = 0; time < 20; time += 1) expect((await me(assertion)).status).toBe(401)
    expect(asked).toHaveLength(1)
  })
})
