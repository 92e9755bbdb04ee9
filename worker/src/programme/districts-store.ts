import { and, asc, eq } from 'drizzle-orm'
import { type Actor, entryIfChanged } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { guardedWrite } from '../database/guarded-write.ts'
import { districts } from '../database/tables.ts'

export type DistrictRow = typeof districts.$inferSelect
type NewRow = typeof districts.$inferInsert

export const listDistricts = (database: Database) =>
  database.select().from(districts).orderBy(asc(districts.position), asc(districts.slug))

export const readDistrict = async (database: Database, slug: string): Promise<DistrictRow | undefined> => {
  const [row] = await database.select().from(districts).where(eq(districts.slug, slug))
  return row
}

const asSeen = ({ slug, version }: DistrictRow) => and(eq(districts.slug, slug), eq(districts.version, version))

export const insertDistrict = (database: Database, actor: Actor, row: NewRow) =>
  guardedWrite(database, [
    database.insert(districts).values(row),
    entryIfChanged(database, actor, { action: 'district.created', object: row.slug }),
  ])

export const updateDistrict = (database: Database, actor: Actor, row: DistrictRow, columns: Partial<NewRow>) =>
  guardedWrite(database, [
    database
      .update(districts)
      .set({ ...columns, version: row.version + 1 })
      .where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'district.changed', object: row.slug }),
  ])

export const deleteDistrict = (database: Database, actor: Actor, row: DistrictRow) =>
  guardedWrite(database, [
    database.delete(districts).where(asSeen(row)),
    entryIfChanged(database, actor, { action: 'district.removed', object: row.slug }),
  ])
