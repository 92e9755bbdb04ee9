import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsDistrict } from '../organisers/scope-rules.ts'
import { readReferences } from './references-store.ts'

/** What a thing names of others. Absent: nothing is said of it. A district of null is the city, a venue of null none. */
export type References = {
  readonly series?: string | undefined
  readonly district?: string | null | undefined
  readonly venue?: string | null | undefined
}

/** Pointers to the names that are of nothing, or of nothing that this organiser may use. */
export const unknownOf = async (
  database: Database,
  organiser: Organiser,
  { series, district, venue }: References,
): Promise<string[]> => {
  if (series === undefined && district === undefined && (venue ?? undefined) === undefined) return []
  const found = await readReferences(database, { series: series ?? '', district: district ?? '', venue: venue ?? '' })
  return [
    series === undefined || found.series ? [] : '/series',
    district === undefined || ((district === null || found.district) && holdsDistrict(organiser, district))
      ? []
      : '/district',
    venue === undefined || venue === null || (found.venue && mayUse(organiser, found.venue)) ? [] : '/venue',
  ].flat()
}

/** The city's is everybody's to use. */
export const mayUse = (organiser: Organiser, { district }: { readonly district: string | null }): boolean =>
  district === null || holdsDistrict(organiser, district)
