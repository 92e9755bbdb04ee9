import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuditEntry, auditActions } from '#contract'
import { problemStatuses } from '#contract/problem-codes'
import { freePort } from '../../scripts/free-port.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../../scripts/local-state.ts'
import { type LocalWorker, localNow, startLocalWorker } from '../../scripts/local-worker.ts'
import { audit } from './operations/audit.ts'
import { calendars } from './operations/calendars.ts'
import { callerOf } from './operations/call.ts'
import { linesOf, underTheBook } from './operations/deeds.ts'
import { consents } from './operations/consents.ts'
import { type OpenApi, operationsOf } from './operations/documented.ts'
import { door } from './operations/door.ts'
import { exports } from './operations/exports.ts'
import { figures } from './operations/figures.ts'
import { moves } from './operations/moves.ts'
import { letters } from './operations/letters.ts'
import { organisers } from './operations/organisers.ts'
import { ownRegistration } from './operations/own-registration.ts'
import { programme } from './operations/programme.ts'
import { records } from './operations/records.ts'
import { registrationDesk } from './operations/registration-desk.ts'
import { registration } from './operations/registration.ts'
import { health, schedule } from './operations/schedule.ts'
import type { Session, Stage } from './operations/stage.ts'
import { subscriptions } from './operations/subscriptions.ts'
import { webhooks } from './operations/webhooks.ts'

/** Every operation of the OpenAPI document, called by HTTP at the really running worker, and its answers judged by that document. */
const sessions: readonly [subject: string, session: Session][] = [
  ['schedule', schedule],
  ['calendars', calendars],
  ['registration', registration],
  ['subscriptions', subscriptions],
  ['own registration', ownRegistration],
  ['consents', consents],
  ['organisers', organisers],
  ['programme', programme],
  ['moves', moves],
  ['letters', letters],
  ['registration desk', registrationDesk],
  ['records', records],
  ['exports', exports],
  ['door', door],
  ['figures', figures],
  ['webhooks', webhooks],
  ['audit', audit],
  ['health', health],
]

const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-operations-'))
let worker: LocalWorker
let document: OpenApi
let stage: Stage
let uncalled: () => string[]
let book: readonly AuditEntry[]

beforeAll(async () => {
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  worker = await startLocalWorker({ port: await freePort(), state, now: localNow() })
  document = (await (await fetch(`${worker.origin}/api/v1/openapi.json`)).json()) as OpenApi
  const caller = callerOf(worker.origin, document)
  uncalled = caller.uncalled
  const token = secrets(state).organiserToken
  const { call, lines } = underTheBook(caller.call, token)
  book = lines
  stage = { origin: worker.origin, call, token }
})

afterAll(async () => {
  await worker.stop()
  rmSync(state, { recursive: true, force: true })
})

describe('what the document promises is what happens', () => {
  it.each(sessions)('%s', async (_subject, session) => {
    await session(stage)
  })
})

describe('the document', () => {
  it('holds no operation that no session has called', () => {
    expect(uncalled()).toEqual([])
  })

  it('holds no refusal for which there is no code', () => {
    const refusals = [...operationsOf(document)].flatMap(([name, { responses }]) =>
      Object.keys(responses)
        .filter(status => Number(status) >= 400)
        .map(status => [name, Number(status)] as const),
    )
    const statuses = new Set<number>(Object.values(problemStatuses))
    expect(refusals.filter(([, status]) => !statuses.has(status))).toEqual([])
  })
})

describe('the book', () => {
  it('names things, and nothing that a person typed', () => {
    expect(book.length).toBeGreaterThan(0)
    for (const { action, forum, object } of book) {
      expect(auditActions).toContain(action)
      for (const word of [forum, object])
        expect(word ?? '').toMatch(/^[a-z0-9./-]*$|^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    }
  })

  it('has a rule for every operation of organisers', () => {
    const names = [...operationsOf(document).keys()].filter(name => name.includes(' /admin/'))
    expect(names.map(linesOf).every(lines => lines === 0 || lines === 1)).toBe(true)
    expect(['GET /admin/me', 'GET /admin/forums/{forum}/registrations', 'POST /admin/webhooks'].map(linesOf)).toEqual([
      0, 1, 1,
    ])
    expect(() => linesOf('GET /admin/nowhere')).toThrow('Nobody has decided')
  })
})

describe('the harness', () => {
  it('complains of what the document does not hold', async () => {
    const [path = ''] = Object.keys(document.paths).filter(name => name.endsWith('/health'))
    const silent = { ...document, paths: { [path]: { get: { responses: {} } } } } as OpenApi
    await expect(callerOf(worker.origin, silent).call('GET', '/health')).rejects.toThrow('no such status')
    const other = { type: 'object', properties: { status: { type: 'string' } } }
    const content = { 'application/json': { schema: other } }
    const narrow = { ...document, paths: { [path]: { get: { responses: { 200: { content } } } } } } as OpenApi
    await expect(callerOf(worker.origin, narrow).call('GET', '/health')).rejects.toThrow('additional properties')
    await expect(stage.call('GET', '/nowhere')).rejects.toThrow('is not in the document')
  })
})
