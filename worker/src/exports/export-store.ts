import { and, eq } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities } from '../database/tables.ts'

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
