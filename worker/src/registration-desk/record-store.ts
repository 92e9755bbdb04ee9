import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Actor, type Deed, entryIfChanged } from '../audit/audit-store.ts'
import { constraintOf } from '../database/constraint.ts'
import type { Database } from '../database/database.ts'
import { forums, registrationActivities, registrations, submissions } from '../database/tables.ts'
import { letter, type RegistrationRow } from '../registration/registration-store.ts'
import { fillFreeSeats, versionOf } from '../schedule/waitlist-store.ts'
import { type RecordRow, withActivities } from './choice-store.ts'

/** Somebody of a forum, by the code of any of their sendings. */
export const readRecord = async (database: Database, forumId: number, code: string): Promise<RecordRow | undefined> => {
  const [found] = await database
    .select({ row: registrations })
    .from(submissions)
    .innerJoin(registrations, eq(registrations.id, submissions.registrationId))
    .where(and(eq(submissions.code, code), eq(registrations.forumId, forumId)))
  return found && (await withActivities(database, [found.row]))[0]
}

/** A forum as it was looked at, and whether places that become free in it go to whoever waits. */
export type Filling = {
  readonly forum: { readonly id: number; readonly version: number }
  readonly fill: boolean
}

/** `unchanged`: it was no longer what was seen. `taken`: somebody else at the forum has that address. */
export type Outcome = { readonly kind: 'done' | 'unchanged' | 'taken'; readonly isFilled: boolean }

type Statement = Parameters<Database['batch']>[0][number]

export type Write = {
  /** Done first, each only while the registration is what was seen. */
  readonly before?: readonly Statement[]
  readonly update: Statement
  readonly deed: Deed
  readonly after?: readonly Statement[]
  readonly filling: Filling
}

/** One change with its line in the book, and whoever waits for the place that it frees, in one batch. */
export const writeRecord = async (
  database: Database,
  actor: Actor,
  { before = [], update, deed, after = [], filling: { forum, fill } }: Write,
): Promise<Outcome> => {
  try {
    const [seen, ...results] = await database.batch([
      versionOf(database, forum.id),
      ...before,
      update,
      entryIfChanged(database, actor, deed),
      ...after,
      ...(fill ? [fillFreeSeats(database, forum, actor.now)] : []),
    ])
    const line = results[before.length + 1] as D1Result
    const isFilled = seen[0]?.version === forum.version
    return { kind: line.meta.changes > 0 ? 'done' : 'unchanged', isFilled }
  } catch (error) {
    if (constraintOf(error).includes('UNIQUE constraint failed: registrations.email'))
      return { kind: 'taken', isFilled: true }
    throw error
  }
}

type Seen = Pick<RegistrationRow, 'id' | 'version'>

/** While the registration is what was seen. */
export const isStill = ({ id, version }: Seen): SQL =>
  sql`${registrations.id} = ${id} AND ${registrations.version} = ${version}`

/** For a statement about something else: the registration is still what was seen. */
export const whileStill = ({ id, version }: Seen): SQL =>
  sql`(SELECT seen.version FROM registrations AS seen WHERE seen.id = ${id}) = ${version}`

/** Changes what is stored of a person while it is what was seen. */
export const update = (
  database: Database,
  seen: Seen,
  values: Partial<Omit<RegistrationRow, 'id' | 'version'>>,
  also: SQL = sql`TRUE`,
) =>
  database
    .update(registrations)
    .set({ ...values, version: seen.version + 1 })
    .where(and(isStill(seen), also))

/** For a change by which an organiser answers for somebody's address: there is nothing left to confirm. */
export const confirmed = ({ confirmBy }: Pick<RegistrationRow, 'confirmBy'>, now: number) =>
  confirmBy === null ? {} : { confirmBy: null, changedAt: now }

/** Writes to the person that their registration is changed, where the line before it in the batch says that it is. */
export const telling = (database: Database, { id }: Seen, now: number): Statement =>
  letter(database, 'changed', sql`changes() > 0 AND ${registrations.id} = ${id}`, now)

/** Puts other activities in the place of those that were chosen. */
export const choose = (database: Database, seen: Seen, activities: readonly number[]): Statement[] => [
  database
    .delete(registrationActivities)
    .where(and(eq(registrationActivities.registrationId, seen.id), whileStill(seen))),
  database.insert(registrationActivities).select(
    sql`SELECT person.id, activity.id, person.sort_key FROM registrations AS person
      CROSS JOIN json_each(${JSON.stringify(activities)}) AS choice
      CROSS JOIN activities AS activity ON activity.id = choice.value AND activity.forum_id = person.forum_id
      WHERE person.id = ${seen.id} AND person.version = ${seen.version}`,
  ),
]

/** Cancels, unless the person is here. */
export const cancelling = (database: Database, seen: Seen, now: number, also: SQL = sql`TRUE`) =>
  update(
    database,
    seen,
    { status: 'cancelled', changedAt: now, confirmBy: null },
    sql`${registrations.status} <> 'cancelled' AND ${registrations.cameAt} IS NULL AND ${also}`,
  )

/** While the forum is what was looked at and has a place for one who waits. */
export const whilePlace = (forum: Filling['forum'], isReserved: boolean): SQL =>
  sql`EXISTS (SELECT 1 FROM ${forums} WHERE ${forums.id} = ${forum.id} AND ${forums.version} = ${forum.version}
    AND ${forums.confirmed} < coalesce(${forums.capacity}, 0) AND ${
      isReserved
        ? sql`${forums.reserved} > ${forums.invited}`
        : sql`${forums.confirmed} + max(0, ${forums.reserved} - ${forums.invited}) < coalesce(${forums.capacity}, 0)`
    })`
