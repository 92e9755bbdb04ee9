import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { forums, outbox, registrations } from '../database/tables.ts'
import { letterColumns } from './outbox-store.ts'

/** Switches off the letters that remind of a registration's forum; a second time changes nothing. */
export const refuseReminders = async (database: Database, registrationId: number, now: number): Promise<void> => {
  await database.run(
    sql`INSERT INTO reminder_refusals (registration_id, refused_at)
      SELECT id, ${now} FROM registrations WHERE id = ${registrationId} AND erased_at IS NULL
      ON CONFLICT (registration_id) DO NOTHING`,
  )
}

/** The published forums of these days. */
export const forumsOn = (database: Database, dates: readonly string[]) =>
  database
    .select()
    .from(forums)
    .where(and(inArray(forums.date, [...dates]), isNotNull(forums.publishedAt)))

export type ForumOfADay = Awaited<ReturnType<typeof forumsOn>>[number]

export type Reminder = {
  readonly kind: 'reminder-3-days' | 'reminder-1-day' | 'thanks'
  /** Whoever got their place later than this needs no reminding yet. Milliseconds since 1970. */
  readonly knownSince: number
  readonly onlyWhoCame: boolean
  readonly now: number
}

/**
 * Writes it to each confirmed person of a forum, once, unless they want none, and while the forum is what was looked at.
 * May be written any number of times.
 */
export const writeReminder = async (
  database: Database,
  forum: ForumOfADay,
  { kind, knownSince, onlyWhoCame, now }: Reminder,
): Promise<number> => {
  const { meta } = await database
    .insert(outbox)
    .select(
      sql`SELECT ${letterColumns(kind, now)} FROM ${registrations}
        WHERE ${eq(registrations.forumId, forum.id)} AND ${registrations.status} = 'confirmed'
          AND ${registrations.email} IS NOT NULL AND ${registrations.confirmBy} IS NULL AND ${registrations.changedAt} < ${knownSince}
          AND (NOT ${Number(onlyWhoCame)} OR ${registrations.cameAt} IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM reminder_refusals WHERE registration_id = ${registrations.id})
          AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.registration_id = ${registrations.id} AND earlier.kind = ${kind})
          AND EXISTS (SELECT 1 FROM forums WHERE id = ${forum.id} AND version = ${forum.version})`,
    )
    .onConflictDoNothing()
  return meta.changes
}
