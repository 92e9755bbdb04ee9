import { limits } from '#contract'
import type { Database } from '../database/database.ts'
import { type RecordRow, withActivities } from '../registration-desk/choice-store.ts'
import { type Position, readPage, type Selection } from '../registration-desk/selection-store.ts'
import { pagesOf } from './pages.ts'

/**
 * Everybody of a selection, page after page. The first is read at once: what stands in the way is then told as of any
 * other request.
 */
export const openList = async (
  database: Database,
  selection: Selection,
): Promise<AsyncGenerator<readonly RecordRow[]>> => {
  const read = async (after?: Position) => {
    const { rows, next } = await readPage(database, selection, after, limits.page)
    return { rows: await withActivities(database, rows), next }
  }
  return pagesOf(read, await read())
}
