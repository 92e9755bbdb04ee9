import { and, eq } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { activities } from '../database/tables.ts'
import type { ActivityRow } from '../schedule/schedule-store.ts'

type NewRow = typeof activities.$inferInsert

/** Of which forum: its key, and the slug by which the book names it. */
export type OfForum = { readonly id: number; readonly slug: string }

export const readActivity = async (
  database: Database,
  forum: OfForum,
  slug: string,
): Promise<ActivityRow | undefined> => {
  const [row] = await database
    .select()
    .from(activities)
    .where(and(eq(activities.forumId, forum.id), eq(activities.slug, slug)))
  return row
}

const asSeen = ({ id, version }: ActivityRow) => and(eq(activities.id, id), eq(activities.version, version))

export const insertActivity = (database: Database, actor: Actor, forum: OfForum, row: Omit<NewRow, 'forumId'>) =>
  guardedWrite(database, [
    database.insert(activities).values({ ...row, forumId: forum.id }),
    entryIfChanged(database, actor, { action: 'activity.created', forum: forum.slug, object: row.slug }),
  ])

export const updateActivity = (
  database: Database,
  actor: Actor,
  forum: OfForum,
  row: ActivityRow,
  columns: Partial<NewRow>,
) =>
  guardedWrite(database, [
    database
      .update(activities)
      .set({ ...columns, version: row.version + 1 })
      .where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'activity.changed', forum: forum.slug, object: row.slug }),
  ])

export const deleteActivity = (database: Database, actor: Actor, forum: OfForum, row: ActivityRow) =>
  guardedWrite(database, [
    database.delete(activities).where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'activity.removed', forum: forum.slug, object: row.slug }),
  ])
