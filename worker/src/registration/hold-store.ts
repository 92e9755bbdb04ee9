import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { forums, registrations } from '../database/tables.ts'
import { nothing } from '../own-registration/own-registration-store.ts'
import { fillFreeSeats, versionOf } from '../schedule/waitlist-store.ts'

const live = ['confirmed', 'waitlisted'] as const

/** Places whose hold is over, at most so many of either status, with the forum of each. Worded as the index of holds is. */
export const readOverdue = async (database: Database, now: number, limit: number) => {
  const [places, lines] = await database.batch([
    overdue(database, live[0], now, limit),
    overdue(database, live[1], now, limit),
  ])
  return [...places, ...lines]
}

const overdue = (database: Database, status: (typeof live)[number], now: number, limit: number) =>
  database
    .select({ id: registrations.id, forum: forums.slug })
    .from(registrations)
    .innerJoin(forums, eq(forums.id, registrations.forumId))
    .where(sql`${registrations.status} = ${status} AND ${registrations.confirmBy} <= ${now}`)
    .orderBy(asc(registrations.confirmBy))
    .limit(limit)

type Seen = { readonly id: number; readonly version: number }

/**
 * Cancels what is held still although its time is over, and gives the places to whoever waits if `fill`, in one batch and
 * while the forum is what was looked at. Whoever confirms at the same moment comes first, or finds it cancelled. Returns
 * whether the forum was what was looked at.
 */
export const freePlaces = async (
  database: Database,
  forum: Seen,
  ids: readonly number[],
  { fill, now }: { readonly fill: boolean; readonly now: number },
): Promise<boolean> => {
  const [[seen]] = await database.batch([
    versionOf(database, forum.id),
    database
      .update(registrations)
      .set({ status: 'cancelled', changedAt: now })
      .where(
        sql`${registrations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
          AND ${registrations.forumId} = ${forum.id} AND ${registrations.confirmBy} <= ${now}
          AND ${registrations.status} <> 'cancelled'
          AND (SELECT version FROM forums WHERE id = ${forum.id}) = ${forum.version}`,
      ),
    ...(fill ? [fillFreeSeats(database, forum, now)] : []),
  ])
  return seen?.version === forum.version
}

/** Erases those whose hold was over at a moment, at most so many: nobody ever said that these data are theirs. */
export const eraseUnconfirmed = (database: Database, until: number, now: number, limit: number) =>
  database
    .update(registrations)
    .set({ ...nothing, erasedAt: now })
    .where(
      sql`${registrations.id} IN (SELECT id FROM registrations AS unconfirmed
        WHERE unconfirmed.status = 'cancelled' AND unconfirmed.confirm_by <= ${until} LIMIT ${limit})
        AND ${registrations.status} = 'cancelled' AND ${registrations.confirmBy} IS NOT NULL`,
    )
