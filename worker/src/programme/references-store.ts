import { eq } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { districts, series, venues } from '../database/tables.ts'

/** Which of these there are; a venue with the district whose it is. */
export const readReferences = async (
  database: Database,
  names: { readonly series: string; readonly district: string; readonly venue: string },
) => {
  const [[aSeries], [district], [venue]] = await database.batch([
    database.select({ slug: series.slug }).from(series).where(eq(series.slug, names.series)),
    database.select({ slug: districts.slug }).from(districts).where(eq(districts.slug, names.district)),
    database.select({ district: venues.district }).from(venues).where(eq(venues.slug, names.venue)),
  ])
  return { series: aSeries, district, venue }
}
