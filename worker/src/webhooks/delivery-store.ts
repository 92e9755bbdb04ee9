import { and, desc, eq, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { DeliveryFailure } from '#contract'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { webhookDeliveries, webhooks } from '../database/tables.ts'

export type DeliveryRow = typeof webhookDeliveries.$inferSelect

/** Milliseconds for which what a runner has taken is nobody else's; if the runner dies, it is due again then. */
const lease = 5 * 60 * 1000

/** Takes what is due, at most so many. One statement, so that two runners never take the same. */
export const takeDue = (database: Database, now: number, atMost: number): Promise<DeliveryRow[]> => {
  const due = database
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(isNotNull(webhookDeliveries.nextAttemptAt), lte(webhookDeliveries.nextAttemptAt, now)))
    .orderBy(webhookDeliveries.nextAttemptAt)
    .limit(atMost)
  return database
    .update(webhookDeliveries)
    .set({ attempts: sql`attempts + 1`, nextAttemptAt: now + lease })
    .where(inArray(webhookDeliveries.id, due))
    .returning()
}

export type Outcome = {
  readonly delivery: DeliveryRow
  readonly status: number | null
  readonly failure: DeliveryFailure | undefined
  readonly nextAttemptAt: number | null
}

/** Writes down how sendings went, each once: whoever was overtaken by another runner changes nothing. */
export const settle = async (database: Database, outcomes: readonly Outcome[], now: number): Promise<void> => {
  const gone = outcomes.filter(({ failure }) => failure === 'gone').map(({ delivery }) => delivery.webhookId)
  const statements = [
    ...outcomes.map(outcome => settled(database, outcome, now)),
    ...[...new Set(gone)].flatMap(webhook => [
      disabled(database, webhook, now),
      nothingMoreTo(database, eq(webhookDeliveries.webhookId, webhook)),
    ]),
  ]
  const [first, ...others] = statements
  if (first) await database.batch([first, ...others])
}

const settled = (database: Database, { delivery, status, failure, nextAttemptAt }: Outcome, now: number) =>
  database
    .update(webhookDeliveries)
    .set({
      deliveredAt: failure ? null : now,
      // A webhook that was disabled while this was under way is not tried again.
      nextAttemptAt: sql`(SELECT iif(disabled_at IS NULL, ${failure ? nextAttemptAt : null}, NULL) FROM webhooks WHERE id = ${delivery.webhookId})`,
      lastStatus: status,
      lastError: failure ?? null,
    })
    .where(and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.attempts, delivery.attempts)))

const disabled = (database: Database, webhook: number, now: number) =>
  database
    .update(webhooks)
    .set({ disabledAt: now, version: sql`version + 1` })
    .where(and(eq(webhooks.id, webhook), isNull(webhooks.disabledAt)))

const nothingMoreTo = (database: Database, which: SQL) =>
  database
    .update(webhookDeliveries)
    .set({ nextAttemptAt: null })
    .where(and(which, isNotNull(webhookDeliveries.nextAttemptAt)))

/** What a disabled webhook is not told any more. */
export const dropDue = (database: Database, webhook: number) =>
  nothingMoreTo(database, sql`webhook_id = (SELECT id FROM webhooks WHERE id = ${webhook} AND disabled_at IS NOT NULL)`)

/** A page of what a webhook was told, the newest first. */
export const listDeliveries = (
  database: Database,
  webhook: number,
  before: number | undefined,
  limit: number,
): Promise<DeliveryRow[]> =>
  database
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhook),
        before === undefined ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit)

/** Makes a delivery due again, as if it had never been tried. Undefined when there is none of this webhook. */
export const makeDue = async (
  database: Database,
  actor: Actor,
  { webhook, delivery }: { webhook: number; delivery: number },
): Promise<DeliveryRow | undefined> => {
  const [[row]] = await database.batch([
    database
      .update(webhookDeliveries)
      .set({ attempts: 0, nextAttemptAt: actor.now, deliveredAt: null, lastStatus: null, lastError: null })
      .where(and(eq(webhookDeliveries.id, delivery), eq(webhookDeliveries.webhookId, webhook)))
      .returning(),
    entryIfChanged(database, actor, { action: 'webhook.replayed', object: `${webhook}/${delivery}` }),
  ])
  return row
}

/** Of the oldest so many, those from before this moment go. */
export const forgetDeliveries = async (database: Database, before: number, atMost: number): Promise<void> => {
  await database.run(
    sql`DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM (SELECT id, created_at FROM webhook_deliveries ORDER BY id LIMIT ${atMost}) WHERE created_at < ${before})`,
  )
}
