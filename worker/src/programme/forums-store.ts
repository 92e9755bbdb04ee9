import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { activities, forums, letters } from '../database/tables.ts'

type ForumRow = typeof forums.$inferSelect

/** Whose forums, and from which on. `districts` null: all; `district` 'city': those of the whole city. */
export type ForumFilter = {
  readonly districts: readonly string[] | null
  readonly series?: string | undefined
  readonly district?: string | undefined
  /** Only drafts, or none of them. */
  readonly drafts?: boolean | undefined
  /** The date and the key of the last that was seen. */
  readonly after?: readonly [date: string, id: number] | undefined
}

/** By which a forum without a date stands after those that have one. */
const lastDay = '9999-12-31'

const day = sql<string>`coalesce(${forums.date}, ${lastDay})`

/** At most so many forums, by date and in the order in which they were made. */
export const listForums = (database: Database, filter: ForumFilter, limit: number): Promise<ForumRow[]> =>
  database
    .select()
    .from(forums)
    .where(and(...conditions(filter)))
    .orderBy(day, forums.id)
    .limit(limit)

const conditions = ({ districts, series, district, drafts, after }: ForumFilter): (SQL | undefined)[] => [
  districts === null
    ? undefined
    : sql`${forums.district} IN (SELECT value FROM json_each(${JSON.stringify(districts)}))`,
  series === undefined ? undefined : eq(forums.series, series),
  district === undefined ? undefined : district === 'city' ? isNull(forums.district) : eq(forums.district, district),
  drafts === undefined ? undefined : drafts ? isNull(forums.publishedAt) : isNotNull(forums.publishedAt),
  after === undefined ? undefined : sql`(${day}, ${forums.id}) > (${after[0]}, ${after[1]})`,
]

/** Where the page after this forum begins. */
export const placeOf = ({ date, id }: ForumRow): string => `${date ?? lastDay}.${id}`

export const insertForum = (database: Database, actor: Actor, row: typeof forums.$inferInsert) =>
  guardedWrite(database, [
    database.insert(forums).values(row),
    entryIfChanged(database, actor, { action: 'forum.created', forum: row.slug }),
  ])

/**
 * With its activities and the drafts of its letters. Foreign keys refuse it while there is any registration, a
 * cancelled one too.
 */
export const deleteForum = (database: Database, actor: Actor, { id, slug, version }: ForumRow) => {
  const asSeen = sql`EXISTS (SELECT 1 FROM ${forums} WHERE ${forums.id} = ${id} AND ${forums.version} = ${version})`
  return guardedWrite(database, [
    database.delete(activities).where(and(eq(activities.forumId, id), asSeen)),
    database.delete(letters).where(and(eq(letters.forumId, id), isNull(letters.sentAt), asSeen)),
    database.delete(forums).where(and(eq(forums.id, id), eq(forums.version, version))),
    entryIfChanged(database, actor, { action: 'forum.removed', forum: slug }),
  ])
}
