import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { sites } from '../database/tables.ts'

export type SiteRow = typeof sites.$inferSelect

/** Of these districts; null: all, and those of the whole city. */
export const listSites = (database: Database, districts: readonly string[] | null) =>
  database.select().from(sites).where(ofDistricts(districts)).orderBy(asc(sites.hostname))

const ofDistricts = (districts: readonly string[] | null): SQL | undefined =>
  districts === null ? undefined : sql`${sites.district} IN (SELECT value FROM json_each(${JSON.stringify(districts)}))`

const asSeen = ({ hostname, version }: SiteRow) => and(eq(sites.hostname, hostname), eq(sites.version, version))

export const insertSite = (database: Database, actor: Actor, hostname: string, district: string | null) =>
  guardedWrite(database, [
    database.insert(sites).values({ hostname, district }),
    entryIfChanged(database, actor, { action: 'site.created', object: hostname }),
  ])

export const updateSite = (database: Database, actor: Actor, row: SiteRow, district: string | null) =>
  guardedWrite(database, [
    database
      .update(sites)
      .set({ district, version: row.version + 1 })
      .where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'site.changed', object: row.hostname }),
  ])

export const deleteSite = (database: Database, actor: Actor, row: SiteRow) =>
  guardedWrite(database, [
    database.delete(sites).where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'site.removed', object: row.hostname }),
  ])
