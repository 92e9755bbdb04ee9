import { eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { forums, registrations } from '../database/tables.ts'

type Seen = { readonly id: number; readonly version: number }

/**
 * Gives free places to whoever has waited longest, as many as there are, while the forum is still what was looked at.
 * Correct at any time and any number of times. The trigger of the table writes the letters.
 */
export const fillFreeSeats = (database: Database, forum: Seen, now: number) =>
  database
    .update(registrations)
    .set({ status: 'confirmed', changedAt: now })
    .where(
      sql`${registrations.id} IN (
        SELECT id FROM registrations AS waiting WHERE waiting.forum_id = ${forum.id} AND waiting.status = 'waitlisted'
        ORDER BY waiting.id LIMIT (
          SELECT iif(version = ${forum.version}, max(0, coalesce(capacity, 0) - max(0, reserved - invited) - confirmed), 0)
          FROM forums WHERE id = ${forum.id}
        ))`,
    )

/** To see, in the same batch, whether an organiser has changed the forum meanwhile. */
export const versionOf = (database: Database, forumId: number) =>
  database.select({ version: forums.version }).from(forums).where(eq(forums.id, forumId))
