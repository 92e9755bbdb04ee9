import { asc, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { registrations } from '../database/tables.ts'
import type { searchable } from '../registration/searchable.ts'

// Worded as the partial index is, so that SQLite uses it.
const withoutWords = sql`${registrations.words} IS NULL AND ${registrations.erasedAt} IS NULL`

/** Those whom no search finds yet. */
export const readUnindexed = (database: Database, limit: number) =>
  database.select().from(registrations).where(withoutWords).orderBy(asc(registrations.id)).limit(limit)

/** Unless somebody has given them words meanwhile, or erased them. */
export const giveWords = async (
  database: Database,
  people: readonly { readonly id: number; readonly values: ReturnType<typeof searchable> }[],
): Promise<void> => {
  const [first, ...others] = people.map(({ id, values }) =>
    database
      .update(registrations)
      .set(values)
      .where(sql`${registrations.id} = ${id} AND ${withoutWords}`),
  )
  if (first) await database.batch([first, ...others])
}
