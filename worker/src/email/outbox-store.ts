import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import {
  districts,
  forums,
  letters,
  outbox,
  registrations,
  reminderRefusals,
  series,
  subscriptions,
  venues,
} from '../database/tables.ts'
import type { LetterKind, SubscriptionLetterKind } from './letters/letter-kinds.ts'

/** What `insert(outbox).select()` selects to write a letter to each registration: due at once. */
export const letterColumns = (kind: LetterKind | SQL, now: number, letterId: number | null = null): SQL =>
  sql`NULL, ${registrations.id}, NULL, ${kind}, ${letterId}, ${now}, 0, 0, NULL, NULL, NULL, NULL`

/** The same for each subscription. */
export const subscriptionLetterColumns = (kind: SubscriptionLetterKind, now: number): SQL =>
  sql`NULL, NULL, ${subscriptions.id}, ${kind}, NULL, ${now}, 0, 0, NULL, NULL, NULL, NULL`

/** Milliseconds for which a letter is whose who has taken it; if they die, it is due again then. */
const claim = 10 * 60 * 1000

export type Taken = { readonly id: number; readonly attempts: number }

/**
 * Takes what is due, at most so many, the oldest first, of each registration only the first that waits. One statement,
 * so that two runners never take the same.
 */
export const takeDue = async (database: Database, now: number, atMost: number): Promise<Taken[]> => {
  const taken = await database
    .update(outbox)
    .set({ attempts: sql`attempts + 1`, nextAttemptAt: now + claim })
    .where(
      sql`${outbox.id} IN (
        SELECT due.id FROM outbox AS due
        WHERE due.next_attempt_at IS NOT NULL AND due.next_attempt_at <= ${now} AND NOT EXISTS (
          SELECT 1 FROM outbox AS earlier WHERE earlier.registration_id = due.registration_id
            AND earlier.id < due.id AND earlier.next_attempt_at IS NOT NULL)
        ORDER BY due.next_attempt_at, due.id LIMIT ${atMost})`,
    )
    .returning({ id: outbox.id, attempts: outbox.attempts })
  return taken.toSorted((one, other) => one.id - other.id)
}

/** All that the letters to registered people may say, with their rows as they are now. */
export const readLetters = (database: Database, ids: readonly number[]) =>
  database
    .select({
      outbox: { id: outbox.id, kind: sql<LetterKind>`${outbox.kind}` },
      registration: {
        id: registrations.id,
        code: registrations.code,
        status: registrations.status,
        version: registrations.version,
        email: registrations.email,
        confirmBy: registrations.confirmBy,
        locale: registrations.locale,
      },
      forum: forums,
      district: districts,
      venue: venues,
      series,
      letter: letters,
      refusal: reminderRefusals,
    })
    .from(outbox)
    .innerJoin(registrations, eq(registrations.id, outbox.registrationId))
    .innerJoin(forums, eq(forums.id, registrations.forumId))
    .innerJoin(series, eq(series.slug, forums.series))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .leftJoin(letters, eq(letters.id, outbox.letterId))
    .leftJoin(reminderRefusals, eq(reminderRefusals.registrationId, registrations.id))
    .where(inArray(outbox.id, [...ids]))
    .orderBy(outbox.id)

export type LetterRow = Awaited<ReturnType<typeof readLetters>>[number]

/** The same of those to people who wait for a forum. */
export const readSubscriptionLetters = (database: Database, ids: readonly number[]) =>
  database
    .select({
      outbox: { id: outbox.id, kind: sql<SubscriptionLetterKind>`${outbox.kind}` },
      subscription: subscriptions,
      forum: forums,
      district: districts,
      venue: venues,
      series,
    })
    .from(outbox)
    .innerJoin(subscriptions, eq(subscriptions.id, outbox.subscriptionId))
    .innerJoin(forums, eq(forums.id, subscriptions.forumId))
    .innerJoin(series, eq(series.slug, forums.series))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .where(inArray(outbox.id, [...ids]))
    .orderBy(outbox.id)

export type SubscriptionLetterRow = Awaited<ReturnType<typeof readSubscriptionLetters>>[number]

/** How many letters an address has been sent since a moment, counted up to `most`. Worded as the indexes of the table are. */
export const lettersTo = async (database: Database, email: string, since: number, most: number): Promise<number> => {
  const row = await database.get<{ letters: number }>(
    sql`SELECT count(*) AS letters FROM (
      SELECT outbox.sent_at FROM (
        SELECT id FROM registrations WHERE email = ${email} AND status <> 'cancelled'
        UNION ALL SELECT id FROM registrations WHERE email = ${email} AND status = 'cancelled'
      ) AS theirs CROSS JOIN outbox ON outbox.registration_id = theirs.id
      WHERE outbox.sent_at > ${since}
      UNION ALL SELECT outbox.sent_at FROM subscriptions CROSS JOIN outbox ON outbox.subscription_id = subscriptions.id
      WHERE subscriptions.email = ${email} AND outbox.sent_at > ${since} LIMIT ${most})`,
  )
  return row.letters
}

const ends = { sentAt: null, failedAt: null, droppedAt: null, nextAttemptAt: null } as const

/** Sent: whoever else has taken it meanwhile finds that it is. */
export const markSent = async (database: Database, { id }: Taken, now: number): Promise<void> => {
  await database
    .update(outbox)
    .set({ ...ends, sentAt: now, lastError: null })
    .where(eq(outbox.id, id))
}

/** The rest is told by those alone who hold the letter still: whoever was overtaken changes nothing. */
const mine = ({ id, attempts }: Taken): SQL | undefined =>
  and(eq(outbox.id, id), eq(outbox.attempts, attempts), sql`${outbox.nextAttemptAt} IS NOT NULL`)

export const markDropped = async (database: Database, taken: Taken, now: number): Promise<void> => {
  await database
    .update(outbox)
    .set({ ...ends, droppedAt: now })
    .where(mine(taken))
}

/** `again` is when it is tried once more, null when it has failed for good. */
export const markFailed = async (
  database: Database,
  taken: Taken,
  { error, again, now }: { error: string; again: number | null; now: number },
): Promise<void> => {
  await database
    .update(outbox)
    .set(again === null ? { ...ends, failedAt: now, lastError: error } : { nextAttemptAt: again, lastError: error })
    .where(mine(taken))
}

/** Gives letters back as if they had not been taken, due at a moment. */
export const giveBack = async (
  database: Database,
  taken: readonly Taken[],
  at: number,
  error: string | null,
): Promise<void> => {
  const [first, ...others] = taken.map(one =>
    database
      .update(outbox)
      .set({ attempts: sql`attempts - 1`, nextAttemptAt: at, ...(error !== null && { lastError: error }) })
      .where(mine(one)),
  )
  if (first) await database.batch([first, ...others])
}

/** Of which forum letters are, and of which registration, if of one. */
export const rowsOfLetters = (database: Database, ids: readonly number[]) =>
  database
    .select({
      id: outbox.id,
      kind: outbox.kind,
      createdAt: outbox.createdAt,
      code: registrations.code,
      forum: forums.slug,
    })
    .from(outbox)
    .leftJoin(registrations, eq(registrations.id, outbox.registrationId))
    .leftJoin(subscriptions, eq(subscriptions.id, outbox.subscriptionId))
    .innerJoin(forums, sql`${forums.id} = coalesce(${registrations.forumId}, ${subscriptions.forumId})`)
    .where(inArray(outbox.id, [...ids]))
