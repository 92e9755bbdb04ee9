import { sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { registrations } from '../database/tables.ts'
import { nothing } from '../own-registration/own-registration-store.ts'

/**
 * Nothing is left of the people of forums that took place before a day (`YYYY-MM-DD`), at most so many of them; their
 * rows stay for the counts.
 */
export const forgetPeople = async (
  database: Database,
  before: string,
  { now, most }: { readonly now: number; readonly most: number },
): Promise<void> => {
  await database
    .update(registrations)
    .set({ ...nothing, erasedAt: now })
    .where(
      sql`${registrations.id} IN (SELECT person.id FROM forums AS past CROSS JOIN registrations AS person
        ON person.forum_id = past.id WHERE past.date < ${before} AND person.erased_at IS NULL LIMIT ${most})`,
    )
}
