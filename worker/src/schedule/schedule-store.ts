import { and, eq, getTableColumns, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities, districts, forums, series, sites, venues } from '../database/tables.ts'

/** A published forum with its district and venue. */
export type ForumRow = {
  forum: typeof forums.$inferSelect
  district: typeof districts.$inferSelect | null
  venue: typeof venues.$inferSelect | null
}

export type ActivityRow = typeof activities.$inferSelect

export type SeriesRow = typeof series.$inferSelect

/** A series with all its published forums. */
export type SeriesSchedule = { readonly series: SeriesRow; readonly forums: readonly ForumRow[] }

/**
 * The named series, or the current one. Undefined when there is no such series. One statement, not a batch: in a batch
 * D1 answers with objects, in which the columns that two tables share would be one.
 */
export const readSchedule = async (
  database: Database,
  slug: string | undefined,
): Promise<SeriesSchedule | undefined> => {
  const rows = await database
    .select({ series, forum: forums, district: districts, venue: venues })
    .from(series)
    .leftJoin(forums, and(eq(forums.series, series.slug), isNotNull(forums.publishedAt)))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .where(slug === undefined ? sql`${series.isCurrent} = 1` : eq(series.slug, slug))
  const [first] = rows
  return (
    first && {
      series: first.series,
      forums: rows.flatMap(({ forum, district, venue }) => (forum ? [{ forum, district, venue }] : [])),
    }
  )
}

/** A registered site with its district, null for the whole city. Undefined when it is not registered. */
export const readSite = async (
  database: Database,
  hostname: string,
): Promise<typeof sites.$inferSelect | undefined> => {
  const [row] = await database.select().from(sites).where(eq(sites.hostname, hostname))
  return row
}

/** Undefined when there is none, or it is a draft. */
export const readForum = (database: Database, slug: string): Promise<ForumRow | undefined> =>
  forumWhere(database, and(eq(forums.slug, slug), isNotNull(forums.publishedAt)))

/** Drafts, too: for organisers. */
export const readAnyForum = (database: Database, slug: string): Promise<ForumRow | undefined> =>
  forumWhere(database, eq(forums.slug, slug))

/** The programme of a forum, a draft's too, in no order. */
export const readActivities = (database: Database, forum: string): Promise<ActivityRow[]> =>
  database
    .select(getTableColumns(activities))
    .from(forums)
    .innerJoin(activities, eq(activities.forumId, forums.id))
    .where(eq(forums.slug, forum))

/** A published forum with its programme, in no order; one statement. */
export const readForumAndActivities = async (
  database: Database,
  slug: string,
): Promise<(ForumRow & { readonly activities: readonly ActivityRow[] }) | undefined> => {
  const rows = await database
    .select({ forum: forums, district: districts, venue: venues, activity: activities })
    .from(forums)
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .leftJoin(activities, eq(activities.forumId, forums.id))
    .where(and(eq(forums.slug, slug), isNotNull(forums.publishedAt)))
  const [first] = rows
  return first && { ...first, activities: rows.flatMap(({ activity }) => activity ?? []) }
}

const forumWhere = async (database: Database, condition: SQL | undefined): Promise<ForumRow | undefined> => {
  const [row] = await database
    .select({ forum: forums, district: districts, venue: venues })
    .from(forums)
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .where(condition)
  return row
}
