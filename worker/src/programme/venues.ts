import type { NewVenue, VenueChange } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsDistrict } from '../organisers/scope-rules.ts'
import { changing, forbidden, made, removing, unknownReference } from './keeping.ts'
import { mayUse, unknownOf } from './references.ts'
import { deleteVenue, insertVenue, readVenue, updateVenue, type VenueRow } from './venues-store.ts'

/** Undefined for another district's, as for one that is not there. */
export const readUsableVenue = async (
  database: Database,
  organiser: Organiser,
  slug: string,
): Promise<VenueRow | undefined> => {
  const found = await readVenue(database, slug)
  return found && mayUse(organiser, found) ? found : undefined
}

export const makeVenue = async (
  database: Database,
  organiser: Organiser,
  actor: Actor,
  { slug, district, ...said }: NewVenue,
) => {
  const unknown = await unknownOf(database, organiser, { district })
  if (unknown.length > 0) return unknownReference(...unknown)
  const row = { slug, district, nameUk: said.name.uk, nameEn: said.name.en, ...columnsOf(said) }
  return made(await insertVenue(database, actor, row), () => readUsableVenue(database, organiser, slug), '/district')
}

export const changeVenue = async (
  database: Database,
  organiser: Organiser,
  actor: Actor,
  slug: string,
  seen: number,
  change: VenueChange,
) =>
  (await isAnothers(database, organiser, slug))
    ? forbidden
    : changing(
        seen,
        () => readUsableVenue(database, organiser, slug),
        row => updateVenue(database, actor, row, columnsOf(change)),
      )

export const removeVenue = async (
  database: Database,
  organiser: Organiser,
  actor: Actor,
  slug: string,
  seen: number,
) =>
  (await isAnothers(database, organiser, slug))
    ? forbidden
    : removing(
        seen,
        () => readUsableVenue(database, organiser, slug),
        row => deleteVenue(database, actor, row),
      )

/** One that may be seen and used, and is not theirs to change: the city's. */
const isAnothers = async (database: Database, organiser: Organiser, slug: string): Promise<boolean> => {
  const found = await readUsableVenue(database, organiser, slug)
  return found !== undefined && !holdsDistrict(organiser, found.district)
}

const columnsOf = ({ name, address, shelter, access, mapUrl }: VenueChange) => ({
  ...(name && { nameUk: name.uk, nameEn: name.en }),
  ...(address !== undefined && { addressUk: address?.uk ?? null, addressEn: address?.en ?? null }),
  ...(shelter !== undefined && { shelterUk: shelter?.uk ?? null, shelterEn: shelter?.en ?? null }),
  ...(access !== undefined && { accessUk: access?.uk ?? null, accessEn: access?.en ?? null }),
  ...(mapUrl !== undefined && { mapUrl }),
})
