import { and, eq, sql, type SQL } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { forums, registrations, registrationWords, submissions } from '../database/tables.ts'

/** What the door reads of a registration: no address, no phone, no text. */
const doorColumns = {
  id: registrations.id,
  code: registrations.code,
  status: registrations.status,
  name: registrations.name,
  organisation: registrations.organisationName,
  invited: registrations.invited,
  cameAt: registrations.cameAt,
  confirmBy: registrations.confirmBy,
  sortKey: registrations.sortKey,
  hasNeeds: sql<number>`coalesce(${registrations.needs}, '') <> ''`,
  /** Slugs as a JSON array, in the order of the programme. */
  activities: sql<string>`(SELECT json_group_array(slug) FROM (
    SELECT activities.slug FROM registration_activities AS chosen
    JOIN activities ON activities.id = chosen.activity_id
    WHERE chosen.registration_id = registrations.id ORDER BY activities.position, activities.id))`,
}

/** The registration to which the code of any sending leads, with its forum. Undefined: there is no such code. */
export const findByCode = async (database: Database, code: string) => {
  const [found] = await database
    .select({ registration: doorColumns, forum: forums })
    .from(submissions)
    .innerJoin(registrations, eq(registrations.id, submissions.registrationId))
    .innerJoin(forums, eq(forums.id, registrations.forumId))
    .where(eq(submissions.code, code))
  return found
}

export type Found = NonNullable<Awaited<ReturnType<typeof findByCode>>>
export type DoorRow = Found['registration']

type After = { readonly sortKey: string | null; readonly id: number }

/** So many of one status by the alphabet, after one of them. Who has no place in the alphabet yet comes first. */
export const listPeople = (
  database: Database,
  forumId: number,
  status: 'confirmed' | 'waitlisted',
  after: After | undefined,
  limit: number,
): Promise<DoorRow[]> =>
  database
    .select(doorColumns)
    .from(registrations)
    .where(
      and(
        eq(registrations.forumId, forumId),
        eq(registrations.status, status),
        sql`${registrations.erasedAt} IS NULL`,
        after && isAfter(after),
      ),
    )
    .orderBy(registrations.sortKey, registrations.id)
    .limit(limit)

const isAfter = ({ sortKey, id }: After): SQL =>
  sortKey === null
    ? sql`(${registrations.sortKey} IS NOT NULL OR ${registrations.id} > ${id})`
    : sql`(${registrations.sortKey}, ${registrations.id}) > (${sortKey}, ${id})`

/** Live registrations with a word that begins so, at most so many, by the alphabet. */
export const findByWord = (database: Database, forumId: number, start: string, limit: number): Promise<DoorRow[]> =>
  database
    .select(doorColumns)
    .from(registrations)
    .where(
      sql`${registrations.id} IN (
        SELECT ${registrationWords.registrationId} FROM ${registrationWords}
        WHERE ${registrationWords.forumId} = ${forumId}
          AND ${registrationWords.word} >= ${start} AND ${registrationWords.word} < ${`${start}\u{10FFFF}`}
        LIMIT ${limit}
      ) AND ${registrations.status} <> 'cancelled'`,
    )
    .orderBy(registrations.sortKey, registrations.id)

type Visit = { readonly forum: string; readonly registration: { readonly id: number; readonly code: string } }

/**
 * Checks a person in, once: whoever comes second changes nothing. With `promote` somebody who waits gets a free place
 * with it. Returns whether it was this call that did it.
 */
export const storeVisit = async (
  database: Database,
  actor: Actor,
  { forum, registration: { id, code } }: Visit,
  promote: boolean,
): Promise<boolean> => {
  const { now } = actor
  // Who stands at the door needs no letter to say who they are.
  const visit = { cameAt: now, confirmBy: null }
  const [changed] = await database.batch([
    database
      .update(registrations)
      .set(promote ? { ...visit, status: 'confirmed', changedAt: now } : visit)
      .where(
        and(
          eq(registrations.id, id),
          sql`${registrations.cameAt} IS NULL`,
          promote
            ? sql`${registrations.status} = 'waitlisted' AND ${placeIsFree}`
            : eq(registrations.status, 'confirmed'),
        ),
      ),
    entryIfChanged(database, actor, { action: 'door.checked-in', forum, object: code, count: 1 }),
  ])
  return changed.meta.changes > 0
}

/** For this very registration: an invited person may have a place that is kept back. */
const placeIsFree = sql`(SELECT coalesce(confirmed + max(0, reserved - forums.invited - ${registrations.invited}) < capacity, 0)
  FROM forums WHERE forums.id = ${registrations.forumId})`

/** Takes a check-in back. A second time changes nothing and leaves no line. */
export const storeUndoing = async (
  database: Database,
  actor: Actor,
  { forum, registration: { id, code } }: Visit,
): Promise<void> => {
  await database.batch([
    database
      .update(registrations)
      .set({ cameAt: null })
      .where(and(eq(registrations.id, id), sql`${registrations.cameAt} IS NOT NULL`)),
    entryIfChanged(database, actor, { action: 'door.undone', forum, object: code, count: 1 }),
  ])
}
