import { and, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { registrations } from '../database/tables.ts'
import { type Place, type RegistrationRow, whileItOffers } from '../registration/registration-store.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { isStill } from './record-store.ts'

/**
 * Moves a registration while it is what was seen and the other forum offers that place. Under a new number, which is the
 * order of arrival there; a trigger takes sendings and letters along.
 */
export const transferring = (
  database: Database,
  row: RegistrationRow,
  forum: ForumRow['forum'],
  place: Place,
  now: number,
) =>
  database
    .update(registrations)
    .set({
      id: sql`(SELECT max(id) + 1 FROM registrations)`,
      forumId: forum.id,
      status: place === 'waitlist' ? 'waitlisted' : 'confirmed',
      invited: 0,
      changedAt: now,
      version: row.version + 1,
    })
    .where(
      and(
        isStill(row),
        sql`${registrations.status} <> 'cancelled' AND ${registrations.cameAt} IS NULL AND ${registrations.erasedAt} IS NULL`,
        sql`${whileItOffers(forum, place)} IS NOT NULL`,
      ),
    )
