import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { SubscriptionRequest } from '#contract'
import type { Database } from '../database/database.ts'
import { districts, forums, outbox, subscriptions, venues } from '../database/tables.ts'
import type { SubscriptionLetterKind } from '../email/letters/letter-kinds.ts'
import { subscriptionLetterColumns } from '../email/outbox-store.ts'
import { spending, unlessTaken } from '../registration/registration-store.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** So many letters that ask for a confirmation go to an address in a day for one forum, and none soon after another. */
const mostLetters = 3
const letterEvery = 5 * minute

export type Asked = {
  readonly forum: { readonly id: number; readonly date: string | null }
  readonly request: SubscriptionRequest
  /** Signature of the challenge that was solved for it, if one was asked for. */
  readonly challenge: string | null
  readonly now: number
}

/**
 * Keeps the address and writes the letter that asks for a confirmation; for a known address only the letter. Who has been
 * told everything begins anew. Returns whether it is stored: not, when the challenge was spent before.
 */
export const storeSubscription = (
  database: Database,
  { forum, request: { email, locale }, challenge, now }: Asked,
): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database
        .insert(subscriptions)
        .values({ forumId: forum.id, email, locale, knownDate: forum.date, createdAt: now })
        .onConflictDoUpdate({
          target: [subscriptions.email, subscriptions.forumId],
          set: {
            createdAt: now,
            locale: sql`iif(confirmed_at IS NULL OR ended_at IS NOT NULL, excluded.locale, subscriptions.locale)`,
            knownDate: sql`iif(confirmed_at IS NULL OR ended_at IS NOT NULL, excluded.known_date, known_date)`,
            confirmedAt: sql`iif(ended_at IS NULL, confirmed_at, NULL)`,
            endedAt: null,
          },
        }),
      database.insert(outbox).select(
        sql`SELECT ${subscriptionLetterColumns('subscription-confirm', now)} FROM ${subscriptions}
          WHERE ${subscriptions.email} = ${email} AND ${subscriptions.forumId} = ${forum.id}
            AND (SELECT count(*) + (${mostLetters} * coalesce(max(asked.created_at) > ${now - letterEvery}, 0)) FROM (
              SELECT created_at FROM outbox WHERE subscription_id = ${subscriptions.id} AND kind = 'subscription-confirm'
                AND created_at > ${now - day} ORDER BY created_at DESC LIMIT ${mostLetters}) AS asked) < ${mostLetters}`,
      ),
      ...spending(database, { challenge, now }),
    ]),
  )

/** What a link in a letter leads to; undefined: it is gone. */
export const readSubscription = async (database: Database, id: number) => {
  const [found] = await database
    .select({ subscription: subscriptions, forum: forums, district: districts, venue: venues })
    .from(subscriptions)
    .innerJoin(forums, eq(forums.id, subscriptions.forumId))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .where(eq(subscriptions.id, id))
  return found
}

/** A second time changes nothing. */
export const confirmSubscription = async (database: Database, id: number, now: number): Promise<void> => {
  await database
    .update(subscriptions)
    .set({ confirmedAt: now })
    .where(and(eq(subscriptions.id, id), isNull(subscriptions.confirmedAt)))
}

/** Takes the address away, and with it every letter to it that has not left. */
export const removeSubscription = async (database: Database, id: number): Promise<void> => {
  await database.delete(subscriptions).where(eq(subscriptions.id, id))
}

/** What is to be told to those who wait. */
export type News = {
  /** Null: they have waited for nothing, and need not hear that. */
  readonly letter: SubscriptionLetterKind | null
  /** There is nothing to wait for any more. Otherwise it is told to those alone who know of another date, or of none. */
  readonly isLast: boolean
}

type ForumRow = typeof forums.$inferSelect

/** The published forums for which anybody waits. */
export const awaitedForums = (database: Database): Promise<ForumRow[]> =>
  database
    .select()
    .from(forums)
    .where(and(sql`${forums.subscribed} > 0`, isNotNull(forums.publishedAt)))

/**
 * Writes the news to those who wait, at most so many of them, and notes that they know: both or neither, while the forum
 * is what was looked at. So however often and wherever this runs, each of them hears it once.
 */
export const tellThem = async (
  database: Database,
  forum: ForumRow,
  { letter, isLast }: News,
  { now, most }: { readonly now: number; readonly most: number },
): Promise<void> => {
  const those = sql`${subscriptions.id} IN (SELECT waiting.id FROM subscriptions AS waiting
    WHERE waiting.forum_id = ${forum.id} AND waiting.confirmed_at IS NOT NULL AND waiting.ended_at IS NULL
      AND (${Number(isLast)} OR waiting.known_date IS NOT ${forum.date}) ORDER BY waiting.id LIMIT ${most})
    AND EXISTS (SELECT 1 FROM forums WHERE id = ${forum.id} AND version = ${forum.version})`
  const knowing = database
    .update(subscriptions)
    .set(isLast ? { endedAt: now } : { knownDate: forum.date })
    .where(those)
  await (letter === null ? knowing : database.batch([writing(database, letter, those, now), knowing]))
}

const writing = (database: Database, kind: SubscriptionLetterKind, those: SQL, now: number) =>
  database
    .insert(outbox)
    .select(sql`SELECT ${subscriptionLetterColumns(kind, now)} FROM ${subscriptions} WHERE ${those}`)

/** For so long an address is kept that nobody confirmed, and one that has been told everything. Milliseconds. */
const keptFor = { unconfirmed: 2 * day, told: 7 * day } as const

/** Takes away the addresses that are of no more use, at most so many. */
export const forgetSubscriptions = async (database: Database, now: number, most: number): Promise<void> => {
  await database.run(
    sql`DELETE FROM subscriptions WHERE id IN (SELECT id FROM subscriptions AS old
      WHERE (old.confirmed_at IS NULL OR old.ended_at IS NOT NULL) AND old.created_at < ${now - keptFor.unconfirmed}
        AND (old.ended_at IS NULL OR old.ended_at < ${now - keptFor.told})
        AND NOT EXISTS (SELECT 1 FROM outbox WHERE subscription_id = old.id AND next_attempt_at IS NOT NULL)
      LIMIT ${most})`,
  )
}
