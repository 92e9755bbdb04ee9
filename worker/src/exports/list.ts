import type { Database } from '../database/database.ts'
import { type ListedRecord, withActivities } from '../registration-desk/choice-store.ts'
import { type Position, readPage, type Selection } from '../registration-desk/selection-store.ts'
import { pagesOf } from './pages.ts'

/**
 * Rows of a page. Two pages lie in memory, the one that is being written and the one ahead; of many small ones the
 * statements would lie there. 100,000 people are 200 queries of the 1,000 that D1 allows an invocation.
 */
const atOnce = 500

/**
 * Everybody of a selection, page after page. The first is read at once: what stands in the way is then told as of any
 * other request.
 */
export const openList = async (
  database: Database,
  selection: Selection,
): Promise<AsyncGenerator<readonly ListedRecord[]>> => {
  const read = async (after?: Position) => {
    const { rows, next } = await readPage(database, selection, after, atOnce)
    return { rows: await withActivities(database, rows), next }
  }
  return pagesOf(read, await read())
}
