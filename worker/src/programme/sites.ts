import type { NewSite, SiteChange } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsDistrict } from '../organisers/scope-rules.ts'
import { readSite } from '../schedule/schedule-store.ts'
import { changing, made, removing, unknownReference } from './keeping.ts'
import { unknownOf } from './references.ts'
import { deleteSite, insertSite, type SiteRow, updateSite } from './sites-store.ts'

/** Undefined for another district's, as for one that is not there. */
export const readOwnSite = async (
  database: Database,
  organiser: Organiser,
  hostname: string,
): Promise<SiteRow | undefined> => {
  const found = await readSite(database, hostname)
  return found && holdsDistrict(organiser, found.district) ? found : undefined
}

export const makeSite = async (
  database: Database,
  organiser: Organiser,
  actor: Actor,
  { hostname, district }: NewSite,
) => {
  const unknown = await unknownOf(database, organiser, { district })
  if (unknown.length > 0) return unknownReference(...unknown)
  return made(
    await insertSite(database, actor, hostname, district),
    () => readOwnSite(database, organiser, hostname),
    '/district',
  )
}

export const changeSite = async (
  database: Database,
  organiser: Organiser,
  actor: Actor,
  hostname: string,
  seen: number,
  { district }: SiteChange,
) => {
  const unknown = await unknownOf(database, organiser, { district })
  if (unknown.length > 0 && (await readOwnSite(database, organiser, hostname))) return unknownReference(...unknown)
  return changing(
    seen,
    () => readOwnSite(database, organiser, hostname),
    row => updateSite(database, actor, row, district),
  )
}

export const removeSite = (database: Database, organiser: Organiser, actor: Actor, hostname: string, seen: number) =>
  removing(
    seen,
    () => readOwnSite(database, organiser, hostname),
    row => deleteSite(database, actor, row),
  )
