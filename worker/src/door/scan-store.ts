import { and, eq, sql } from 'drizzle-orm'
import type { ScanResults } from '#contract'
import { type Actor, entry } from '../audit/audit-store.ts'
import { constraintOf } from '../database/constraint.ts'
import type { Database } from '../database/database.ts'
import { forums, registrations, scans, submissions } from '../database/tables.ts'

type Result = ScanResults['results'][number]

/** The registrations of a forum to which codes lead. */
export const findByCodes = (database: Database, forumId: number, codes: readonly string[]) =>
  database
    .select({
      code: submissions.code,
      id: registrations.id,
      version: registrations.version,
      status: registrations.status,
      cameAt: registrations.cameAt,
    })
    .from(submissions)
    .innerJoin(registrations, eq(registrations.id, submissions.registrationId))
    .where(
      and(
        sql`${submissions.code} IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`,
        // The plus keeps SQLite from going through the whole forum (https://www.sqlite.org/optoverview.html, section 9.3).
        sql`+${registrations.forumId} = ${forumId}`,
      ),
    )

/** What a device was told of scans that were applied before. */
export const appliedScans = async (
  database: Database,
  forumId: number,
  device: string,
  ids: readonly string[],
): Promise<Result[]> => {
  const rows = await database
    .select({ outcome: scans.outcome })
    .from(scans)
    .where(
      and(
        eq(scans.forumId, forumId),
        eq(scans.device, device),
        sql`${scans.scan} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
  return rows.map(({ outcome }) => JSON.parse(outcome) as Result)
}

type Storing = {
  readonly forum: { readonly id: number; readonly slug: string }
  readonly device: string
  readonly fresh: readonly Result[]
  readonly visits: readonly { readonly id: number; readonly cameAt: number | null }[]
  readonly changes: number
  /** The registrations as they were seen: when one of them has changed, nothing is stored. */
  readonly seen: readonly { readonly id: number; readonly version: number }[]
}

/** Stores answers and visits in one batch, or nothing. Returns whether they are stored: if not, look again. */
export const storeScans = async (database: Database, actor: Actor, storing: Storing): Promise<boolean> => {
  const { forum, device, fresh, visits, changes, seen } = storing
  const unchanged = sql`NOT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(seen.map(({ id, version }) => [id, version]))}) AS seen
    LEFT JOIN registrations ON registrations.id = seen.value ->> 0
    WHERE registrations.version IS NOT seen.value ->> 1 OR registrations.forum_id IS NOT ${forum.id}
  )`
  const answers = database.insert(scans).select(
    sql`SELECT (SELECT ${forums.id} FROM ${forums} WHERE ${forums.id} = ${forum.id} AND ${unchanged}),
      ${device}, value ->> 'id', value, ${actor.now} FROM json_each(${JSON.stringify(fresh)})`,
  )
  const moments = sql`json_each(${JSON.stringify(visits.map(({ id, cameAt }) => [id, cameAt]))}) AS visit`
  const visited = database
    .update(registrations)
    .set({ cameAt: sql`visit.value ->> 1`, confirmBy: null })
    .from(moments)
    .where(sql`${registrations.id} = visit.value ->> 0`)
  const deed = { action: 'door.checked-in', forum: forum.slug, count: changes } as const
  try {
    await database.batch(changes === 0 ? [answers] : [answers, visited, entry(database, actor, deed)])
    return true
  } catch (error) {
    if (races.some(race => constraintOf(error).includes(race))) return false
    throw error
  }
}

/** Somebody else was at the door at the same moment, or the very same scans were sent twice at once. */
const races = ['NOT NULL constraint failed: scans.forum_id', 'UNIQUE constraint failed: scans.forum_id']
