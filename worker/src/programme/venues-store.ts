import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { venues } from '../database/tables.ts'

export type VenueRow = typeof venues.$inferSelect
type NewRow = typeof venues.$inferInsert

/** The city's, and those of these districts; null: all. */
export const listVenues = (database: Database, districts: readonly string[] | null) =>
  database.select().from(venues).where(ofDistricts(districts)).orderBy(asc(venues.district), asc(venues.slug))

const ofDistricts = (districts: readonly string[] | null): SQL | undefined =>
  districts === null
    ? undefined
    : sql`(${venues.district} IS NULL OR ${venues.district} IN (SELECT value FROM json_each(${JSON.stringify(districts)})))`

export const readVenue = async (database: Database, slug: string): Promise<VenueRow | undefined> => {
  const [row] = await database.select().from(venues).where(eq(venues.slug, slug))
  return row
}

const asSeen = ({ slug, version }: VenueRow) => and(eq(venues.slug, slug), eq(venues.version, version))

export const insertVenue = (database: Database, actor: Actor, row: NewRow) =>
  guardedWrite(database, [
    database.insert(venues).values(row),
    entryIfChanged(database, actor, { action: 'venue.created', object: row.slug }),
  ])

export const updateVenue = (database: Database, actor: Actor, row: VenueRow, columns: Partial<NewRow>) =>
  guardedWrite(database, [
    database
      .update(venues)
      .set({ ...columns, version: row.version + 1 })
      .where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'venue.changed', object: row.slug }),
  ])

export const deleteVenue = (database: Database, actor: Actor, row: VenueRow) =>
  guardedWrite(database, [
    database.delete(venues).where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'venue.removed', object: row.slug }),
  ])
