import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { districts, forums, organisers } from '../database/tables.ts'
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

/** All of them, those who are shut out too, in the order in which they came. */
export const readOrganisers = (database: Database): Promise<OrganiserRow[]> =>
  database.select().from(organisers).orderBy(asc(organisers.id))

export const readOrganiserRow = async (database: Database, id: number): Promise<OrganiserRow | undefined> => {
  const [row] = await database.select().from(organisers).where(eq(organisers.id, id))
  return row
}

export const insertOrganiser = (database: Database, values: typeof organisers.$inferInsert) =>
  database.insert(organisers).values(values).returning()

export const changeOrganiser = (
  database: Database,
  id: number,
  version: number,
  values: Partial<typeof organisers.$inferInsert>,
) =>
  database
    .update(organisers)
    .set({ ...values, version: version + 1 })
    .where(and(eq(organisers.id, id), eq(organisers.version, version)))

export const revoke = (database: Database, id: number, now: number) =>
  database
    .update(organisers)
    .set({ revokedAt: now, version: sql`${organisers.version} + 1` })
    .where(and(eq(organisers.id, id), isNull(organisers.revokedAt)))

type Named = { readonly districts: readonly string[] | null; readonly forums: readonly string[] | null }

/** Of districts and forums that are named: which there are not, and whose the forums are that there are. */
export const unknownOf = async (database: Database, named: Named) => {
  const [ofDistricts, ofForums] = await Promise.all([
    database
      .select({ slug: districts.slug })
      .from(districts)
      .where(inArray(districts.slug, [...(named.districts ?? [])])),
    database
      .select({ slug: forums.slug, district: forums.district })
      .from(forums)
      .where(inArray(forums.slug, [...(named.forums ?? [])])),
  ])
  const missing = (names: readonly string[] | null, found: readonly { slug: string }[]) =>
    (names ?? []).filter(name => !found.some(({ slug }) => slug === name))
  return {
    districts: missing(named.districts, ofDistricts),
    forums: missing(named.forums, ofForums),
    ofForums: ofForums.map(({ district }) => district),
  }
}
