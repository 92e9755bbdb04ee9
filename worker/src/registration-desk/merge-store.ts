import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { outbox, registrationActivities, submissions } from '../database/tables.ts'
import type { RecordRow } from './choice-store.ts'
import { confirmed, update, whileStill, type Write } from './record-store.ts'

/**
 * All that passes from the double to the one that is kept, while both are what was seen; and no letter of a cancellation.
 * Whoever has one address that is not to be confirmed need not confirm the other.
 */
export const merging = (
  database: Database,
  double: RecordRow,
  kept: RecordRow,
  now: number,
): Required<Pick<Write, 'before' | 'after'>> => {
  const both = and(whileStill(double), whileStill(kept))
  return {
    before: [
      database
        .insert(registrationActivities)
        .select(
          sql`SELECT ${kept.id}, choice.activity_id, ${kept.sortKey} FROM registration_activities AS choice
            WHERE choice.registration_id = ${double.id} AND ${both}`,
        )
        .onConflictDoNothing(),
      database
        .update(submissions)
        .set({ registrationId: kept.id })
        .where(and(eq(submissions.registrationId, double.id), both)),
      update(
        database,
        kept,
        {
          note: [kept.note, double.note].filter(Boolean).join('\n') || null,
          ...(double.confirmBy === null && confirmed(kept, now)),
        },
        whileStill(double),
      ),
    ],
    // The line in the book was written: so the double has just been cancelled, and a trigger has written the letter.
    after: [
      database.delete(outbox).where(
        sql`changes() > 0 AND ${outbox.id} = (SELECT max(told.id) FROM outbox AS told
          WHERE told.registration_id = ${double.id} AND told.created_at = ${now} AND told.kind = 'cancelled')`,
      ),
    ],
  }
}
