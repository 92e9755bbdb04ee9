import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { watched } from '../database/tables.ts'

/** Asks a source, or everybody at a forum, for a proof of work until then. */
export const watch = (database: Database, key: string, until: number) =>
  database.insert(watched).values({ key, until }).onConflictDoUpdate({ target: watched.key, set: { until } })

/**
 * Whether the source, or everybody at the forum, is asked for one, as a column of any query: 0 or 1. Two look-ups by the
 * key: an IN would be a table of its own, and its rows are read, too.
 */
export const watchedColumn = (source: string, forum: string, now: number): SQL<number> =>
  sql<number>`${isWatchedKey(source, now)} OR ${isWatchedKey(forum, now)}`

const isWatchedKey = (key: string, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM watched WHERE key = ${key} AND until > ${now})`

export const isWatched = async (database: Database, source: string, forum: string, now: number): Promise<boolean> => {
  const row = await database.get<{ watched: number }>(sql`SELECT ${watchedColumn(source, forum, now)} AS watched`)
  return row.watched === 1
}
