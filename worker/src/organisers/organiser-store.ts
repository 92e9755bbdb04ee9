import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { organisers } from '../database/tables.ts'
import type { Organiser } from './organiser.ts'

export type OrganiserRow = typeof organisers.$inferSelect

const readOrganiser = async (
  database: Database,
  door: ReturnType<typeof eq>,
  now: number,
): Promise<OrganiserRow | undefined> => {
  const [row] = await database
    .select()
    .from(organisers)
    .where(
      and(
        door,
        isNull(organisers.revokedAt),
        sql`(${organisers.expiresAt} IS NULL OR ${organisers.expiresAt} > ${now})`,
      ),
    )
  return row
}

/** Who holds the token of this hash; undefined when nobody does any more. */
export const holderOf = (database: Database, tokenHash: string, now: number) =>
  readOrganiser(database, eq(organisers.tokenHash, tokenHash), now)

/** Who bears this address, for whom Cloudflare Access vouches. */
export const organiserOfAddress = (database: Database, email: string, now: number) =>
  readOrganiser(database, eq(organisers.email, email), now)

/** Milliseconds for which a use is not noted again. */
const noted = 10 * 60 * 1000

/** Notes, at most every ten minutes, that an organiser was here. */
export const noteUse = async (database: Database, { id, lastUsedAt }: OrganiserRow, now: number): Promise<void> => {
  if (lastUsedAt !== null && now - lastUsedAt < noted && now >= lastUsedAt) return
  await database.update(organisers).set({ lastUsedAt: now }).where(eq(organisers.id, id))
}

export const organiserOf = (row: OrganiserRow): Organiser => ({
  id: row.id,
  name: row.name,
  role: row.role,
  districts: listOf(row.districts),
  forums: listOf(row.forums),
  expiresAt: row.expiresAt,
})

const listOf = (json: string | null): string[] | null => (json === null ? null : (JSON.parse(json) as string[]))
