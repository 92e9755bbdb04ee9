import { and, gt, inArray } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { watched } from '../database/tables.ts'

/** Asks a source, or everybody at a forum, for a proof of work until then. */
export const watch = (database: Database, key: string, until: number) =>
  database.insert(watched).values({ key, until }).onConflictDoUpdate({ target: watched.key, set: { until } })

export const isWatched = async (database: Database, keys: readonly string[], now: number): Promise<boolean> => {
  const rows = await database
    .select({ key: watched.key })
    .from(watched)
    .where(and(inArray(watched.key, [...keys]), gt(watched.until, now)))
    .limit(1)
  return rows.length > 0
}
