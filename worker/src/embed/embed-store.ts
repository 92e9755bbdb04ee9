import { asc } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { districts } from '../database/tables.ts'

export type DistrictRow = typeof districts.$inferSelect

/** All districts, in the order in which the city names them. */
export const readDistricts = (database: Database): Promise<DistrictRow[]> =>
  database.select().from(districts).orderBy(asc(districts.position))
