import type { OrganiserRecord } from '#contract'
import { type OrganiserRow, organiserOf } from './organiser-store.ts'

const moment = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString()

/** What may be known of an organiser: of the token no more than how it begins. */
export const presentOrganiser = (row: OrganiserRow): OrganiserRecord => {
  const { districts, forums } = organiserOf(row)
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    districts: districts && [...districts],
    forums: forums && [...forums],
    email: row.email,
    token: row.tokenStart,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: moment(row.expiresAt),
    revokedAt: moment(row.revokedAt),
    lastUsedAt: moment(row.lastUsedAt),
  }
}
