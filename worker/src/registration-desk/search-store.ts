import { and, eq, getTableColumns, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { forums, registrations, registrationWords, submissions } from '../database/tables.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'
import { beyond } from './search-terms.ts'

/** Ids of the forums that are looked through. */
export type Forums = readonly [number, ...number[]]

const inForums = (column: typeof registrations.forumId | typeof registrationWords.forumId, forumIds: Forums): SQL =>
  forumIds.length === 1
    ? eq(column, forumIds[0])
    : sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(forumIds)}))`

/** Registrations with a word that begins so, in the order of the words. */
const withWord = (database: Database, forumIds: Forums, beginning: string, most: number) =>
  database
    .select({ id: registrationWords.registrationId })
    .from(registrationWords)
    .where(
      and(
        inForums(registrationWords.forumId, forumIds),
        gte(registrationWords.word, beginning),
        lt(registrationWords.word, beyond(beginning)),
      ),
    )
    .limit(most)

/** How many words begin so, for each of the beginnings; no more of them are counted than `most`. */
export const countWords = async (
  database: Database,
  forumIds: Forums,
  beginnings: readonly string[],
  most: number,
): Promise<number[]> => {
  const [first, ...others] = beginnings.map(beginning =>
    database.select({ count: sql<number>`count(*)` }).from(withWord(database, forumIds, beginning, most).as('some')),
  )
  if (!first) return []
  return (await database.batch([first, ...others])).map(([row]) => row?.count ?? 0)
}

/** Whoever has a word that begins so, and whether there are more: at most so many words are looked at. */
export const readByWord = async (
  database: Database,
  forumIds: Forums,
  beginning: string,
  most: number,
): Promise<{ rows: RegistrationRow[]; isCut: boolean }> => {
  const some = withWord(database, forumIds, beginning, most).as('some')
  const found = await database
    .select({ row: registrations })
    .from(some)
    .innerJoin(registrations, eq(registrations.id, some.id))
  return { rows: found.map(({ row }) => row), isCut: found.length === most }
}

/** All forums there are, for whoever knows which of them are meant. */
export const readForumNames = (database: Database) =>
  database.select({ id: forums.id, slug: forums.slug, district: forums.district }).from(forums)

const everyStatus = ['confirmed', 'waitlisted', 'cancelled'] as const

/** Whose name begins so, by its place in the alphabet. */
export const readByName = (
  database: Database,
  forumIds: Forums,
  beginning: string,
  most: number,
): Promise<RegistrationRow[]> =>
  database
    .select()
    .from(registrations)
    .where(
      and(
        inForums(registrations.forumId, forumIds),
        inArray(registrations.status, [...everyStatus]),
        gte(registrations.sortKey, beginning),
        lt(registrations.sortKey, beyond(beginning)),
      ),
    )
    .limit(most)

/** Whose address begins so. Worded as the two partial indexes are, each of which is looked at so far only. */
export const readByAddress = async (
  database: Database,
  forumIds: Forums,
  beginning: string,
  most: number,
): Promise<RegistrationRow[]> => {
  const found = (status: SQL) => {
    const some = database
      .select({ id: registrations.id })
      .from(registrations)
      .where(and(status, gte(registrations.email, beginning), lt(registrations.email, beyond(beginning))))
      .limit(most)
      .as('some')
    return database
      .select(getTableColumns(registrations))
      .from(some)
      .innerJoin(registrations, eq(registrations.id, some.id))
  }
  const [live, cancelled] = await database.batch([
    found(sql`${registrations.status} <> 'cancelled'`),
    found(sql`${registrations.status} = 'cancelled'`),
  ])
  return [...live, ...cancelled].filter(({ forumId }) => forumIds.includes(forumId))
}

/** Whose registration a code leads to. */
export const readByCode = async (
  database: Database,
  forumIds: Forums,
  code: string,
): Promise<RegistrationRow | undefined> => {
  const [row] = await database
    .select()
    .from(registrations)
    .where(
      eq(
        registrations.id,
        sql`(SELECT ${submissions.registrationId} FROM ${submissions} WHERE ${submissions.code} = ${code})`,
      ),
    )
  return row && forumIds.includes(row.forumId) ? row : undefined
}
