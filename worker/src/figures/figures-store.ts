import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { activities, districts, forums, registrationActivities, registrations, series } from '../database/tables.ts'

export type ForumsOf = {
  /** Null: all, and the city's. */
  readonly districts: readonly string[] | null
  readonly series: string | undefined
  readonly forum: string | undefined
  /** Dates of forums, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** Forums with the figures that triggers keep. Drafts only when somebody is registered there all the same. */
export const countedForums = (database: Database, of: ForumsOf) =>
  database
    .select({
      id: forums.id,
      slug: forums.slug,
      title: { uk: forums.titleUk, en: forums.titleEn },
      series: forums.series,
      seriesTitle: { uk: series.titleUk, en: series.titleEn },
      district: forums.district,
      districtName: { uk: districts.nameUk, en: districts.nameEn },
      registered: forums.confirmed,
      waiting: forums.waitlisted,
      cancelled: forums.cancelled,
      came: forums.came,
    })
    .from(forums)
    .innerJoin(series, eq(series.slug, forums.series))
    .leftJoin(districts, eq(districts.slug, forums.district))
    .where(
      and(
        of.districts === null ? undefined : isOneOf(sql`${forums.district}`, of.districts),
        of.series === undefined ? undefined : eq(forums.series, of.series),
        of.forum === undefined ? undefined : eq(forums.slug, of.forum),
        of.since === undefined ? undefined : sql`${forums.date} >= ${of.since}`,
        of.until === undefined ? undefined : sql`${forums.date} <= ${of.until}`,
        sql`(${forums.publishedAt} IS NOT NULL OR ${forums.confirmed} + ${forums.waitlisted} + ${forums.cancelled} > 0)`,
      ),
    )

export type CountedForum = Awaited<ReturnType<typeof countedForums>>[number]

const isOneOf = (column: SQL, values: readonly (string | number)[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Registrations of these forums, made from a moment on and before another. Milliseconds since 1970. */
export type Among = {
  readonly forums: readonly number[]
  readonly from: number | undefined
  readonly before: number | undefined
}

const among = ({ forums: ids, from, before }: Among) =>
  and(
    isOneOf(sql`${registrations.forumId}`, ids),
    from === undefined ? undefined : sql`${registrations.createdAt} >= ${from}`,
    before === undefined ? undefined : sql`${registrations.createdAt} < ${before}`,
  )

const counts = {
  registered: sql<number>`total(${registrations.status} = 'confirmed')`,
  waiting: sql<number>`total(${registrations.status} = 'waitlisted')`,
  cancelled: sql<number>`total(${registrations.status} = 'cancelled')`,
  came: sql<number>`total(${registrations.cameAt} IS NOT NULL)`,
}

/** By the hour of registration since 1970. */
export const countByHour = (database: Database, of: Among) => {
  const hour = sql<number>`${registrations.createdAt} / 3600000`
  return database
    .select({ hour, ...counts })
    .from(registrations)
    .where(among(of))
    .groupBy(hour)
}

/** By the host on whose page people registered; null for whoever did so elsewhere. */
export const countBySite = (database: Database, of: Among) =>
  database
    .select({ key: registrations.sourceHost, ...counts })
    .from(registrations)
    .where(among(of))
    .groupBy(registrations.sourceHost)

/** By organisation, with one of the ways in which its people write its name; null for who represents nobody. */
export const countByOrganisation = (database: Database, of: Among) =>
  database
    .select({
      key: registrations.organisationKey,
      title: sql<string | null>`max(${registrations.organisationName})`,
      ...counts,
    })
    .from(registrations)
    .where(among(of))
    .groupBy(registrations.organisationKey)

/** By chosen activity; null for who chose none. Who chose several is in several. */
export const countByActivity = (database: Database, of: Among) =>
  database
    .select({
      slug: activities.slug,
      forum: forums.slug,
      title: { uk: activities.titleUk, en: activities.titleEn },
      ...counts,
    })
    .from(registrations)
    .leftJoin(registrationActivities, eq(registrationActivities.registrationId, registrations.id))
    .leftJoin(activities, eq(activities.id, registrationActivities.activityId))
    .leftJoin(forums, eq(forums.id, activities.forumId))
    .where(among(of))
    .groupBy(activities.id)

/** Everybody once. */
export const countAll = async (database: Database, of: Among) => {
  const [all] = await database.select(counts).from(registrations).where(among(of))
  return all ?? { registered: 0, waiting: 0, cancelled: 0, came: 0 }
}
