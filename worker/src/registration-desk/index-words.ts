import type { Database } from '../database/database.ts'
import { searchable } from '../registration/searchable.ts'
import { giveWords, readUnindexed } from './index-store.ts'

/**
 * Gives people of the time before there was a search what they are found and sorted by, at most so many at once. Returns
 * how many there were: fewer than `limit` when all are done.
 */
export const indexUnindexed = async (database: Database, limit: number): Promise<number> => {
  const rows = await readUnindexed(database, limit)
  await giveWords(
    database,
    rows.map(({ id, name, phone, organisationName, organisationEdrpou }) => {
      const organisation = organisationName === null ? null : { name: organisationName, edrpou: organisationEdrpou }
      return { id, values: searchable({ name: name ?? '', phone, organisation }) }
    }),
  )
  return rows.length
}
