import type { Delivery, DeliveryFailure, Webhook, WebhookEvent } from '#contract'
import type { DeliveryRow } from './delivery-store.ts'
import type { WebhookRow } from './webhook-store.ts'

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

const momentOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : moment(milliseconds)

export const presentWebhook = ({ id, url, events, districts, disabledAt, createdAt }: WebhookRow): Webhook => ({
  id,
  url,
  events: JSON.parse(events) as WebhookEvent[],
  districts: districts === null ? null : (JSON.parse(districts) as string[]),
  disabled: disabledAt !== null,
  createdAt: moment(createdAt),
})

export const presentDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  event: row.event as WebhookEvent,
  state: stateOf(row),
  data: JSON.parse(row.body) as Delivery['data'],
  attempts: row.attempts,
  createdAt: moment(row.createdAt),
  nextAttemptAt: momentOrNull(row.nextAttemptAt),
  deliveredAt: momentOrNull(row.deliveredAt),
  lastStatus: row.lastStatus,
  lastError: row.lastError as DeliveryFailure | null,
})

const stateOf = ({ deliveredAt, nextAttemptAt }: DeliveryRow): Delivery['state'] => {
  if (deliveredAt !== null) return 'delivered'
  return nextAttemptAt === null ? 'failed' : 'due'
}
