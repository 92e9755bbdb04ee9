import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import {
  activities,
  districts,
  forums,
  outbox,
  registrationActivities,
  registrations,
  submissions,
  venues,
} from '../database/tables.ts'
import { type Delegate, letter, whileFewer } from '../registration/registration-store.ts'
import { fillFreeSeats, versionOf } from '../schedule/waitlist-store.ts'

/** The registration to which a private link leads, with its forum. Undefined: no such link. */
export const findByLink = async (database: Database, linkHash: string) => {
  const [found] = await database
    .select({ registration: registrations, forum: forums, district: districts, venue: venues })
    .from(registrations)
    .innerJoin(forums, eq(forums.id, registrations.forumId))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .where(eq(registrations.linkHash, linkHash))
  return found
}

export type Found = NonNullable<Awaited<ReturnType<typeof findByLink>>>
type Registration = Found['registration']

/** How many wait until this person, themselves included. */
export const waitlistPlace = async (database: Database, { forumId, id }: Registration): Promise<number> => {
  const [row] = await database
    .select({ place: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.forumId, forumId),
        sql`${registrations.status} = 'waitlisted'`,
        sql`${registrations.id} <= ${id}`,
      ),
    )
  return row?.place ?? 0
}

export type Change = {
  readonly values: Partial<Registration>
  /** Whom the person represents from now on, where of those there may be so many. */
  readonly delegate: Delegate | undefined
  readonly now: number
}

/** Changes what the person said of themselves, and tells them so. Returns whether it could. */
export const change = async (
  database: Database,
  { id, forumId }: Registration,
  { values, delegate, now }: Change,
): Promise<boolean> => {
  const [changed] = await database.batch([
    database
      .update(registrations)
      .set(values)
      .where(
        sql`${registrations.id} = ${id} AND ${registrations.status} <> 'cancelled'${whileFewer({ id: forumId }, delegate)}`,
      ),
    letter(
      database,
      'changed',
      sql`changes() > 0 AND ${registrations.id} = ${id} AND ${registrations.confirmBy} IS NULL`,
      now,
    ),
  ])
  return changed.meta.changes > 0
}

/** The address is confirmed, once, while the place is still held; a trigger writes the letter. */
export const confirm = (database: Database, { id }: Registration, now: number) =>
  database
    .update(registrations)
    .set({ confirmBy: null, changedAt: now })
    .where(
      and(eq(registrations.id, id), isNotNull(registrations.confirmBy), sql`${registrations.status} <> 'cancelled'`),
    )

type Freed = { readonly forum: Found['forum']; readonly fill: boolean; readonly now: number }

/**
 * Cancels, and in the same batch gives the place to whoever waits; a second time does neither. Returns whether the forum
 * was still what was looked at: if not, it is to be looked at again for whoever waits.
 */
export const cancel = async (database: Database, { id }: Registration, freed: Freed): Promise<boolean> =>
  isUnchanged(
    freed.forum,
    await database.batch([
      versionOf(database, freed.forum.id),
      database
        .update(registrations)
        .set({ status: 'cancelled', changedAt: freed.now, confirmBy: null })
        .where(
          and(eq(registrations.id, id), sql`${registrations.status} <> 'cancelled'`, isNull(registrations.cameAt)),
        ),
      ...filling(database, freed),
    ]),
  )

/** Nothing of the person is left; a place that was held goes to whoever waits. The row stays for the counts. */
export const erase = async (database: Database, { id }: Registration, freed: Freed & { held: boolean }) =>
  isUnchanged(
    freed.forum,
    await database.batch([
      versionOf(database, freed.forum.id),
      database
        .update(registrations)
        .set({ ...nothing, erasedAt: freed.now, ...(freed.held ? {} : cancelledUnlessHere(freed.now)) })
        .where(eq(registrations.id, id)),
      ...filling(database, freed),
    ]),
  )

/** Whoever was checked in came, and stays counted. */
const cancelledUnlessHere = (now: number) => ({
  status: sql<'cancelled'>`iif(${registrations.cameAt} IS NULL, 'cancelled', ${registrations.status})`,
  changedAt: now,
})

/** What is left of a person who is erased. */
export /** Of a person, once they are erased. */
const nothing = {
  linkHash: null,
  name: null,
  email: null,
  phone: null,
  organisationName: null,
  organisationEdrpou: null,
  organisationRole: null,
  proposalTopic: null,
  proposalText: null,
  needs: null,
  sourceHost: null,
  organisationKey: null,
  note: null,
  sortKey: null,
  words: null,
  confirmBy: null,
} as const

const filling = (database: Database, { forum, fill, now }: Freed) => (fill ? [fillFreeSeats(database, forum, now)] : [])

const isUnchanged = (forum: Found['forum'], [[seen]]: readonly [{ version: number }[], ...unknown[]]): boolean =>
  seen?.version === forum.version

/** What else is stored of a registration: its sendings, its letters and the chosen activities. */
export const everythingElse = async (database: Database, { id }: Registration) => {
  const [sendings, letters, chosen] = await database.batch([
    database
      .select({ code: submissions.code, sentAt: submissions.createdAt })
      .from(submissions)
      .where(eq(submissions.registrationId, id))
      .orderBy(asc(submissions.id)),
    database
      .select({ kind: outbox.kind, createdAt: outbox.createdAt })
      .from(outbox)
      .where(eq(outbox.registrationId, id))
      .orderBy(asc(outbox.createdAt)),
    database
      .select({ slug: activities.slug })
      .from(registrationActivities)
      .innerJoin(activities, eq(activities.id, registrationActivities.activityId))
      .where(eq(registrationActivities.registrationId, id)),
  ])
  return { sendings, letters, chosen }
}

/** Writes the letter with the link to every live registration of an address, at one forum or at all. */
export const sendLinks = (database: Database, email: string, forum: string | undefined, now: number) =>
  letter(
    database,
    'link',
    forum === undefined
      ? sql`${registrations.email} = ${email}`
      : sql`${registrations.email} = ${email} AND ${registrations.forumId} = (SELECT id FROM forums WHERE slug = ${forum})`,
    now,
  )
