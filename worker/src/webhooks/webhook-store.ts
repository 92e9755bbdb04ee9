import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Actor, entryIfChanged, inserted } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { districts, webhooks } from '../database/tables.ts'
import { dropDue } from './delivery-store.ts'

export type WebhookRow = typeof webhooks.$inferSelect

export const readWebhook = async (database: Database, id: number): Promise<WebhookRow | undefined> => {
  const [row] = await database.select().from(webhooks).where(eq(webhooks.id, id))
  return row
}

/** A page of the webhooks for these districts; null: of all. */
export const listWebhooks = (
  database: Database,
  scope: readonly string[] | null,
  after: number,
  limit: number,
): Promise<WebhookRow[]> =>
  database
    .select()
    .from(webhooks)
    .where(and(gt(webhooks.id, after), scope === null ? undefined : isWithin(scope)))
    .orderBy(asc(webhooks.id))
    .limit(limit)

const isWithin = (scope: readonly string[]) =>
  sql`${webhooks.districts} IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM json_each(${webhooks.districts}) WHERE value NOT IN (SELECT value FROM json_each(${JSON.stringify(scope)})))`

/** Where to send what. */
export const readAddresses = (database: Database, ids: readonly number[]): Promise<WebhookRow[]> =>
  database
    .select()
    .from(webhooks)
    .where(sql`${webhooks.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)

/** Those of the slugs that are districts. */
export const knownDistricts = async (database: Database, slugs: readonly string[]): Promise<string[]> => {
  const rows = await database
    .select({ slug: districts.slug })
    .from(districts)
    .where(sql`${districts.slug} IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`)
  return rows.map(({ slug }) => slug)
}

export type Facts = Pick<WebhookRow, 'url' | 'events' | 'districts' | 'disabledAt'>

export const insertWebhook = async (database: Database, actor: Actor, facts: Facts): Promise<WebhookRow> => {
  const [[row]] = await database.batch([
    database
      .insert(webhooks)
      .values({ ...facts, createdAt: actor.now, createdBy: actor.organiserId })
      .returning(),
    entryIfChanged(database, actor, { action: 'webhook.created', object: inserted }),
  ])
  if (!row) throw new Error('The webhook was not stored')
  return row
}

/** Undefined when it is not there, or is another version by now. */
export const updateWebhook = async (
  database: Database,
  actor: Actor,
  { id, version }: Pick<WebhookRow, 'id' | 'version'>,
  facts: Facts,
): Promise<WebhookRow | undefined> => {
  const [[row]] = await database.batch([
    database
      .update(webhooks)
      .set({ ...facts, version: version + 1 })
      .where(and(eq(webhooks.id, id), eq(webhooks.version, version)))
      .returning(),
    entryIfChanged(database, actor, { action: 'webhook.changed', object: id }),
    dropDue(database, id),
  ])
  return row
}

/** With everything that it was told. False when it is not there, or is another version by now. */
export const deleteWebhook = async (
  database: Database,
  actor: Actor,
  { id, version }: Pick<WebhookRow, 'id' | 'version'>,
): Promise<boolean> => {
  const [rows] = await database.batch([
    database
      .delete(webhooks)
      .where(and(eq(webhooks.id, id), eq(webhooks.version, version)))
      .returning({ id: webhooks.id }),
    entryIfChanged(database, actor, { action: 'webhook.removed', object: id }),
  ])
  return rows.length > 0
}
