import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Health } from '#contract'
import { createApp } from '../../src/app.ts'
import { documentedPath } from '../documented-path.ts'
import { addForum, newWorld, noon, seedSeries, type World } from '../world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum')
})

const app = createApp(() => noon)
const ask = (path: string, bindings = world.bindings) => app.request(`http://localhost${path}`, {}, bindings)

const failing = (message: string): D1Database =>
  new Proxy(world.d1, {
    get: () => () => {
      throw new Error(message)
    },
  })

describe('health', () => {
  it('says the version and that the database answers', async () => {
    const answer = await ask('/api/v1/health')
    expect(answer.status).toBe(200)
    expect(Health.parse(await answer.json())).toEqual({
      status: 'ok',
      database: 'ok',
      letters: 'waiting',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
  })

  it('is 503 when it does not', async () => {
    const answer = await ask('/api/v1/health', { ...world.bindings, DB: failing('gone') })
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ status: 'unavailable', database: 'unavailable' })
  })
})

describe('a fault', () => {
  const answered = async (message: string) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await ask('/api/v1/forums/forum', { ...world.bindings, DB: failing(message) })
    const lines = logged.mock.calls.flat().join('\n')
    logged.mockRestore()
    return { answer, lines, text: await answer.text() }
  }

  it('is one dull answer and one line without anybody’s data', async () => {
    const { answer, lines, text } = await answered('D1_ERROR: canary@example.com: SQLITE_CORRUPT')
    expect(answer.status).toBe(500)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(JSON.parse(text)).toEqual({
      type: '/docs/problems#internal-error',
      title: 'Щось зламалося в нас',
      status: 500,
      code: 'internal-error',
      instance: expect.stringMatching(/^urn:uuid:/),
    })
    expect(lines).toContain('SQLITE_CORRUPT')
    expect(lines + text).not.toContain('canary')
  })

  it('of an overloaded database asks to come again', async () => {
    const { answer } = await answered('D1_ERROR: D1 DB is overloaded. Requests queued for too long.')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
  })

  it('of the configuration says to the log what is missing', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await ask('/api/v1/health', { ...world.bindings, STAMP_SECRET: 'short' })
    expect(answer.status).toBe(500)
    expect(logged.mock.calls.flat().join()).toContain('STAMP_SECRET')
    logged.mockRestore()
  })
})

describe('the documents', () => {
  type Operation = { responses: Record<string, unknown>; summary?: string }

  it('describe every route of the API and nothing else', async () => {
    const document = await (
      await ask('/api/v1/openapi.json')
    ).json<{ openapi: string; paths: Record<string, Record<string, Operation>> }>()
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
    )
    const routed = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1') && !path.endsWith('openapi.json'))
      .map(({ method, path }) => `${method} ${documentedPath(path)}`)
    expect(described.toSorted()).toEqual([...new Set(routed)].toSorted())
    for (const operation of Object.values(document.paths).flatMap(path => Object.values(path))) {
      expect(operation.summary).toBeTruthy()
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
    }
  })

  it('keep null and reference apart', async () => {
    const { components } = await (
      await ask('/api/v1/openapi.json')
    ).json<{ components: { schemas: Record<string, { type?: unknown }> } }>()
    expect(components.schemas['Words']?.type).toBe('object')
    expect(components.schemas['Venue']?.type).toBe('object')
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['Forum', 'Schedule', 'RegistrationRequest', 'Receipt', 'Problem']),
    )
  })

  it.each(['/', '/docs', '/docs/problems'])('%s is a page that asks nobody else for anything', async path => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(
      [...text.replaceAll(/<pre>.*<\/pre>/g, '').matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address),
    ).toSatisfy((addresses: string[]) => addresses.every(address => /^(?:\/|#|data:,)/.test(address)))
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('https:')
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('explain every problem where its type points', async () => {
    const text = await (await ask('/docs/problems')).text()
    expect(text).toContain('id="registration-closed"')
    expect(text).toContain('409')
  })
})

it('an address that is not there is 404 and a problem', async () => {
  const answer = await ask('/nowhere')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
})

describe('a method that an address does not know', () => {
  it.each([
    ['PUT', '/api/v1/registration', 'DELETE, GET, HEAD, PATCH'],
    ['POST', '/api/v1/schedule', 'GET, HEAD'],
    ['GET', '/api/v1/forums/forum/registrations', 'POST'],
    ['GET', '/api/v1/registration/erasure', 'POST'],
  ])('%s %s is answered 405 with those that it knows', async (method, path, allowed) => {
    const answer = await app.request(`http://localhost${path}`, { method }, world.bindings)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allowed])
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' })
  })
})

describe('odd headers', () => {
  it.each([
    [{ Accept: 'text/html' }, 200, undefined],
    [{ 'Accept-Language': 'en;q=99,uk;q=-1,*;q=x,,;;' }, 200, undefined],
    [{ 'Accept-Language': 'en' }, 404, 'There is nothing here'],
    [{ 'Accept-Language': 'fr, de' }, 404, 'Тут нічого немає'],
    [{ 'Accept-Language': `uk${';q=0.1'.repeat(1_400)}` }, 404, undefined],
  ])('%o get JSON all the same', async (headers, status, title) => {
    const path = status === 200 ? '/api/v1/schedule' : '/api/v1/forums/nowhere'
    const answer = await app.request(`http://localhost${path}`, { headers }, world.bindings)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toMatch(/json/)
    if (title) expect(await answer.json()).toMatchObject({ title })
  })
})
