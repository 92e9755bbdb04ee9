import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { series } from '../database/tables.ts'
import type { SeriesRow } from '../schedule/schedule-store.ts'

type NewRow = typeof series.$inferInsert

/** The newest name first: series are named after years. */
export const listSeries = (database: Database) => database.select().from(series).orderBy(desc(series.slug))

export const readSeries = async (database: Database, slug: string): Promise<SeriesRow | undefined> => {
  const [row] = await database.select().from(series).where(eq(series.slug, slug))
  return row
}

/** Takes the flag from the series that has it. Done before another is given it: at most one may ever have it. */
const lowerFlag = (database: Database, heir: string, condition: SQL) =>
  database
    .update(series)
    .set({ isCurrent: 0, version: sql`${series.version} + 1` })
    .where(and(eq(series.isCurrent, 1), ne(series.slug, heir), condition))

export const insertSeries = (database: Database, actor: Actor, row: NewRow) =>
  guardedWrite(database, [
    lowerFlag(database, row.slug, sql`${row.isCurrent ?? 0} = 1`),
    database.insert(series).values(row),
    entryIfChanged(database, actor, { action: 'series.created', object: row.slug }),
  ])

export const updateSeries = (
  database: Database,
  actor: Actor,
  { slug, version }: SeriesRow,
  columns: Partial<NewRow>,
) =>
  guardedWrite(database, [
    lowerFlag(
      database,
      slug,
      sql`${columns.isCurrent ?? 0} = 1 AND EXISTS (SELECT 1 FROM series AS heir WHERE heir.slug = ${slug} AND heir.version = ${version})`,
    ),
    database
      .update(series)
      .set({ ...columns, version: version + 1 })
      .where(and(eq(series.slug, slug), eq(series.version, version))),
    entryIfChanged(database, actor, { action: 'series.changed', object: slug }),
  ])

export const deleteSeries = (database: Database, actor: Actor, { slug, version }: SeriesRow) =>
  guardedWrite(database, [
    database.delete(series).where(and(eq(series.slug, slug), eq(series.version, version), eq(series.isCurrent, 0))),
    entryIfChanged(database, actor, { action: 'series.removed', object: slug }),
  ])
