import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities, registrationActivities } from '../database/tables.ts'

export type Activity = typeof activities.$inferSelect

/** In the order of the programme. */
export const readActivities = async (database: Database, forumId: number): Promise<Activity[]> =>
  database.select().from(activities).where(eq(activities.forumId, forumId)).orderBy(activities.position, activities.id)

/** Undefined when the programme of the forum has none of this name. */
export const readActivity = async (
  database: Database,
  forumId: number,
  slug: string,
): Promise<Activity | undefined> => {
  const [activity] = await database
    .select()
    .from(activities)
    .where(and(eq(activities.forumId, forumId), eq(activities.slug, slug)))
  return activity
}

/** Which activities these registrations chose: pairs of ids. The ids travel as one value, for D1 binds few. */
export const readChoices = async (database: Database, registrationIds: readonly number[]) =>
  database
    .select()
    .from(registrationActivities)
    .where(
      sql`${registrationActivities.registrationId} IN (SELECT value FROM json_each(${JSON.stringify(registrationIds)}))`,
    )
