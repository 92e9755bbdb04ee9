import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Delivery, WebhookWithSecret } from '#contract'
import { freePort } from '../../scripts/free-port.ts'
import { knock } from '../../scripts/local-cron.ts'
import { letIn, loadLocally, migrate, programme2019, secrets } from '../../scripts/local-state.ts'
import { type LocalWorker, localNow, startLocalWorker } from '../../scripts/local-worker.ts'
import { callerOf } from './operations/call.ts'
import type { OpenApi } from './operations/documented.ts'
import { aPerson, openForm, register } from './operations/registering.ts'
import type { Stage } from './operations/stage.ts'

/** The running worker tells a program of another process, which fails at first. */
type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly method: string | undefined }

const state = mkdtempSync(join(tmpdir(), 'kyiv-forums-webhooks-'))
const got: Got[] = []
const answers = [500, 204, 200]
let worker: LocalWorker
let receiver: Server
let stage: Stage
let url: string

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString(), method: request.method })
      response.writeHead(answers.shift() ?? 200).end('whatever it says')
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  migrate(state)
  loadLocally(programme2019, state)
  letIn(state)
  worker = await startLocalWorker({ port: await freePort(), state, now: localNow() })
  const document = (await (await fetch(`${worker.origin}/api/v1/openapi.json`)).json()) as OpenApi
  const { call } = callerOf(worker.origin, document)
  stage = { origin: worker.origin, call, token: secrets(state).organiserToken }
})

afterAll(async () => {
  await worker.stop()
  receiver.close()
  rmSync(state, { recursive: true, force: true })
})

/** As a receiver verifies it, with nothing of ours. */
const isSigned = ({ headers, body }: Got, secret: string): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

it('a program that fails at first gets what it was told a minute later, signed, and again when it asks for it', async () => {
  const { call, token } = stage
  const body = { url, events: ['registration'], districts: ['sviatoshynskyi'] }
  const webhook = (await call<WebhookWithSecret>('POST', '/admin/webhooks', { token, body })).body
  const person = aPerson()
  const form = await openForm(stage, '2019-sviatoshynskyi')
  const { code } = (await register(stage, '2019-sviatoshynskyi', { ...person, ...form })).body

  const params = { webhook: webhook.id }
  const log = async () => {
    const answer = await call<{ deliveries: Delivery[] }>('GET', '/admin/webhooks/{webhook}/deliveries', {
      token,
      params,
    })
    return answer.body.deliveries
  }
  expect(await knock(worker.origin)).toBe(true)
  expect(await log()).toMatchObject([{ state: 'due', attempts: 1, lastStatus: 500, lastError: 'refused' }])

  // The minute that a clock would bring: the only thing here that is not waited for.
  await worker.stop()
  const now = new Date((localNow()?.getTime() ?? 0) + 5 * 60_000)
  worker = await startLocalWorker({ port: Number(new URL(worker.origin).port), state, now })
  await knock(worker.origin)
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 204, lastError: null }])

  const [first, second] = got
  if (!first || !second) throw new Error('The receiver was not told twice')
  expect([got.length, first.method, first.headers['content-type']]).toEqual([2, 'POST', 'application/json'])
  expect(first.body).toBe(second.body)
  expect(JSON.parse(second.body)).toMatchObject({
    id: second.headers['webhook-id'],
    type: 'registration',
    data: { forum: '2019-sviatoshynskyi', code, status: 'confirmed' },
  })
  expect(second.body).not.toContain(person.email)
  for (const each of got) {
    expect(isSigned(each, webhook.secret)).toBe(true)
    expect(isSigned({ ...each, body: `${each.body} ` }, webhook.secret)).toBe(false)
    expect(Math.abs(Date.now() / 1000 - Number(each.headers['webhook-timestamp']))).toBeLessThan(300)
  }

  const [delivery] = await log()
  const again = { token, params: { ...params, delivery: delivery?.id ?? 0 } }
  expect((await call('POST', '/admin/webhooks/{webhook}/deliveries/{delivery}/replay', again)).status).toBe(202)
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(3)
  expect(got[2]?.headers['webhook-id']).toBe(second.headers['webhook-id'])
})
