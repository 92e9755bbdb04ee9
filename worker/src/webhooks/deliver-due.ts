import type { Database } from '../database/database.ts'
import { failureOf, nextAttemptAt } from './delivery-rules.ts'
import { type DeliveryRow, type Outcome, settle, takeDue } from './delivery-store.ts'
import type { Send } from './send-message.ts'
import { secretOf } from './standard-webhook.ts'
import { readAddresses, type WebhookRow } from './webhook-store.ts'

/** Sent side by side; Cloudflare opens six connections at a time, so that slow receivers end well within the lease. */
const together = 20

/** A run ends after so many, due or not: the next is a minute away. */
const rounds = 10

export type Delivering = {
  readonly database: Database
  /** Of the worker. */
  readonly secret: string
  readonly now: number
  readonly send: Send
  /** From 0 up to 1, of each delivery anew. */
  readonly chance: () => number
}

/** Sends what is due to the webhooks, and writes down how it went. Resolves with how many it has sent. */
export const deliverDue = async (delivering: Delivering): Promise<number> => {
  let sent = 0
  for (let round = 0; round < rounds; round += 1) {
    const taken = await takeDue(delivering.database, delivering.now, together)
    sent += taken.length
    await deliver(delivering, taken)
    if (taken.length < together) break
  }
  return sent
}

const deliver = async (delivering: Delivering, taken: readonly DeliveryRow[]): Promise<void> => {
  if (taken.length === 0) return
  const ids = [...new Set(taken.map(({ webhookId }) => webhookId))]
  const webhooks = new Map((await readAddresses(delivering.database, ids)).map(webhook => [webhook.id, webhook]))
  const outcomes = await Promise.all(
    taken.flatMap(delivery => {
      const webhook = webhooks.get(delivery.webhookId)
      return webhook && webhook.disabledAt === null ? [sendOne(delivering, webhook, delivery)] : []
    }),
  )
  await settle(delivering.database, outcomes, delivering.now)
}

const sendOne = async (
  { secret, now, send, chance }: Delivering,
  webhook: WebhookRow,
  delivery: DeliveryRow,
): Promise<Outcome> => {
  const message = messageOf(delivery)
  const sent = await send(webhook.url, { ...message, secret: await secretOf(secret, webhook) })
  const failure = failureOf(sent)
  return {
    delivery,
    status: 'status' in sent ? sent.status : null,
    failure,
    nextAttemptAt: failure === 'gone' ? null : nextAttemptAt(delivery.attempts, chance(), now),
  }
}

const messageOf = ({ id, event, createdAt, body }: DeliveryRow) => {
  const name = `msg_${id}`
  const at = new Date(createdAt).toISOString()
  return { id: name, body: JSON.stringify({ id: name, type: event, at, data: JSON.parse(body) as unknown }) }
}
