import { type SQL, sql } from 'drizzle-orm'
import type { AuditAction } from '#contract'
import type { Database } from '../database/database.ts'
import { audit } from '../database/tables.ts'

/** Who does it, in which request, when. */
export type Actor = { readonly organiserId: number; readonly requestId: string; readonly now: number }

/** What is done. `object` names a thing, never a person: a slug, a number, the code of a registration. */
export type Deed = {
  readonly action: AuditAction
  readonly forum?: string
  readonly object?: string | number | SQL
  readonly count?: number
}

/** The line in the book, to be written in the very batch of what it tells of. */
export const entry = (database: Database, actor: Actor, deed: Deed) =>
  database.insert(audit).select(sql`SELECT ${columns(actor, deed)}`)

/** The same, only if the statement right before it in the batch has changed a row. */
export const entryIfChanged = (database: Database, actor: Actor, deed: Deed) =>
  database.insert(audit).select(sql`SELECT ${columns(actor, deed)} WHERE changes() > 0`)

const columns = ({ organiserId, requestId, now }: Actor, { action, forum, object, count }: Deed): SQL =>
  sql`NULL, ${now}, ${organiserId}, ${action}, ${forum ?? null}, ${objectOf(object)}, ${count ?? null}, ${requestId}`

const objectOf = (object: Deed['object']) => (typeof object === 'number' ? String(object) : (object ?? null))

/** What the statement right before it in the batch has inserted. */
export const inserted: SQL = sql`CAST(last_insert_rowid() AS TEXT)`

/** Of what only reads: who looks at people leaves a line as well. */
export const note = async (database: Database, actor: Actor, deed: Deed): Promise<void> => {
  await entry(database, actor, deed)
}
