import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, WebhookWithSecret } from '#contract'
import { addForum, newWorld, noon, seedSeries, type World } from '../../test/world.ts'
import type { Receipt } from '#contract'
import { deliverDue } from './deliver-due.ts'
import type { Sent } from './delivery-rules.ts'
import { forgetDeliveries } from './delivery-store.ts'
import type { Send } from './send-message.ts'
import { type Message, signedHeaders } from './standard-webhook.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await seedSeries(world)
  await addForum(world, 'forum', { capacity: 1000 })
})

beforeEach(async () => {
  await world.d1.prepare('DELETE FROM webhooks').run()
})

const minute = 60_000

const addWebhook = async (events = ['registration']): Promise<WebhookWithSecret> => {
  const answer = await world.organise('POST', '/webhooks', { body: { url: 'https://crm.example.org/hook', events } })
  expect(answer.status).toBe(201)
  return answer.json()
}

/** A receiver that answers as told, and remembers what it was sent. */
const receiver = (answer: (nth: number) => Sent = () => ({ status: 204 })) => {
  const got: (Message & { url: string })[] = []
  const send: Send = async (url, message) => {
    got.push({ url, ...message })
    return answer(got.length)
  }
  return { got, send }
}

const deliver = (send: Send, now = noon, chance = 0) =>
  deliverDue({ database: world.database, secret: world.bindings.STAMP_SECRET, now, send, chance: () => chance })

const logOf = async ({ id }: { id: number }): Promise<Delivery[]> => {
  const answer = await world.organise('GET', `/webhooks/${id}/deliveries`)
  return (await answer.json<{ deliveries: Delivery[] }>()).deliveries
}

describe('what is due', () => {
  it('is sent once, with an id, a kind and a moment, and nothing of the person', async () => {
    const webhook = await addWebhook()
    const person = { name: 'Канарка Приклад', email: 'canary@example.com', phone: '+380001112233', needs: 'canary' }
    const { code } = await (await world.register('forum', person)).json<Receipt>()
    const { got, send } = receiver()
    expect(await deliver(send)).toBe(1)
    expect(await deliver(send, noon + minute)).toBe(0)
    expect(got.map(({ url }) => url)).toEqual(['https://crm.example.org/hook'])
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({
      id: got[0]?.id,
      type: 'registration',
      at: '2019-06-03T09:00:00.000Z',
      data: { forum: 'forum', code, status: 'confirmed' },
    })
    for (const canary of Object.values(person)) expect(JSON.stringify(got)).not.toContain(canary)
    expect(await logOf(webhook)).toMatchObject([
      { state: 'delivered', attempts: 1, lastStatus: 204, lastError: null, deliveredAt: '2019-06-03T09:00:00.000Z' },
    ])
  })

  it('is taken by one of two runners', async () => {
    await addWebhook()
    for (let people = 0; people < 30; people += 1) await world.register('forum')
    const { got, send } = receiver()
    const sent = await Promise.all([deliver(send), deliver(send), deliver(send)])
    expect(sent.reduce((sum, each) => sum + each)).toBe(30)
    expect(new Set(got.map(({ id }) => id)).size).toBe(30)
  })

  it('comes again when its runner died', async () => {
    await addWebhook()
    await world.register('forum')
    await expect(
      deliver(() => {
        throw new Error('The runner died')
      }),
    ).rejects.toThrow()
    const { got, send } = receiver()
    await deliver(send, noon + minute)
    expect(got).toHaveLength(0)
    await deliver(send, noon + 5 * minute)
    expect(got).toHaveLength(1)
  })
})

describe('a delivery that fails', () => {
  it('is tried after 1, 5 and 30 minutes, 2, 8 and 24 hours, under the same id, and is then given up', async () => {
    const webhook = await addWebhook()
    await world.register('forum')
    const { got, send } = receiver(() => ({ status: 503 }))
    let now = noon
    for (const wait of [0, 1, 5, 30, 120, 480, 1440]) {
      now += wait * minute
      await deliver(send, now - 1)
      const before = got.length
      await deliver(send, now)
      expect(got).toHaveLength(before + 1)
    }
    await deliver(send, now + 100 * 24 * 60 * minute)
    expect(got).toHaveLength(7)
    expect(new Set(got.map(({ id }) => id)).size).toBe(1)
    expect(await logOf(webhook)).toMatchObject([
      { state: 'failed', attempts: 7, nextAttemptAt: null, lastStatus: 503, lastError: 'refused' },
    ])
  })

  it('says in the log why, in a word of ours', async () => {
    const webhook = await addWebhook()
    const answers: Sent[] = [{ failed: 'timeout' }, { failed: 'unreachable' }, { status: 302 }]
    for (let people = 0; people < answers.length; people += 1) await world.register('forum')
    const { send } = receiver(nth => answers[nth - 1] ?? { status: 200 })
    await deliver(send, noon, 0.5)
    const log = await logOf(webhook)
    expect(log.map(({ lastStatus, lastError }) => [lastStatus, lastError]).toReversed()).toEqual([
      [null, 'timeout'],
      [null, 'unreachable'],
      [302, 'redirected'],
    ])
    expect(log.map(({ state, nextAttemptAt }) => [state, nextAttemptAt])).toEqual(
      log.map(() => ['due', '2019-06-03T09:01:06.000Z']),
    )
  })

  it('with 410 disables the webhook, which is told nothing more', async () => {
    const webhook = await addWebhook()
    await world.register('forum')
    await world.register('forum')
    const { got, send } = receiver(() => ({ status: 410 }))
    await deliver(send)
    await world.register('forum')
    await deliver(send, noon + 10 * minute)
    expect(got).toHaveLength(2)
    expect(await logOf(webhook)).toMatchObject([{ state: 'failed' }, { state: 'failed', lastError: 'gone' }])
    const now = await world.organise('GET', `/webhooks/${webhook.id}`)
    expect([await now.json<object>(), now.headers.get('ETag')]).toEqual([
      expect.objectContaining({ disabled: true }),
      '"2"',
    ])
  })

  it('while its webhook is being disabled is not tried again', async () => {
    const webhook = await addWebhook()
    await world.register('forum')
    const { got, send } = receiver(() => ({ status: 500 }))
    await deliver(async (url, message) => {
      const headers = { 'If-Match': '"1"' }
      expect(
        (await world.organise('PATCH', `/webhooks/${webhook.id}`, { headers, body: { disabled: true } })).status,
      ).toBe(200)
      return send(url, message)
    })
    await deliver(send, noon + 10 * minute)
    expect(got).toHaveLength(1)
    expect(await logOf(webhook)).toMatchObject([{ state: 'failed', lastStatus: 500 }])
  })
})

describe('a signature', () => {
  /** The example of the specification's own libraries. */
  it('is what Standard Webhooks says', async () => {
    const headers = await signedHeaders(
      {
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        body: '{"test": 2432232314}',
        secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      },
      1_614_265_330_000,
    )
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })
})

describe('what was told', () => {
  it('is forgotten after a while, the oldest first', async () => {
    const webhook = await addWebhook()
    await world.register('forum')
    await forgetDeliveries(world.database, noon, 100)
    expect(await logOf(webhook)).toHaveLength(1)
    await forgetDeliveries(world.database, noon + 1, 100)
    expect(await logOf(webhook)).toHaveLength(0)
  })
})
