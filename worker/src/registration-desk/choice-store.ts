import { eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities, registrationActivities } from '../database/tables.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'

/** Somebody registered, with the slugs of the chosen activities, in the order of the programme. */
export type RecordRow = RegistrationRow & { readonly activities: readonly string[] }

/** Adds what people chose. One row is read for each choice, and each activity of their forums once. */
export const withActivities = async (database: Database, rows: readonly RegistrationRow[]): Promise<RecordRow[]> => {
  const programme = rows.length === 0 ? [] : await programmeOf(database, [...new Set(rows.map(row => row.forumId))])
  if (programme.length === 0) return rows.map(row => ({ ...row, activities: [] }))
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const chosen = await database
    .select({ id: registrationActivities.registrationId, activityId: registrationActivities.activityId })
    .from(sql`json_each(${ids}) AS person`)
    .crossJoin(registrationActivities)
    .where(sql`${registrationActivities.registrationId} = person.value`)
  const choices = Map.groupBy(chosen, ({ id }) => id)
  return rows.map(row => {
    const own = new Set(choices.get(row.id)?.map(({ activityId }) => activityId))
    return { ...row, activities: programme.filter(({ id }) => own.has(id)).map(({ slug }) => slug) }
  })
}

const programmeOf = async (database: Database, forums: readonly number[]) => {
  const rows = await database
    .select({ id: activities.id, slug: activities.slug, position: activities.position })
    .from(activities)
    .where(
      forums[0] !== undefined && forums.length === 1
        ? eq(activities.forumId, forums[0])
        : sql`${activities.forumId} IN (SELECT value FROM json_each(${JSON.stringify(forums)}))`,
    )
  return rows.toSorted((one, other) => one.position - other.position || one.id - other.id)
}

/** The activity's id; undefined when the forum has none of this name. */
export const readActivityId = async (
  database: Database,
  forumId: number,
  slug: string,
): Promise<number | undefined> => {
  const [row] = await database
    .select({ id: activities.id })
    .from(activities)
    .where(sql`${activities.forumId} = ${forumId} AND ${eq(activities.slug, slug)}`)
  return row?.id
}
