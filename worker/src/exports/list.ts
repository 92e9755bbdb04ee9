import { limits } from '#contract'
import type { Database } from '../database/database.ts'
import { type RecordRow, withActivities } from '../registration-desk/choice-store.ts'
import { comparePositions } from '../registration-desk/position.ts'
import { orderOf, positionIn } from '../registration-desk/selection.ts'
import { type Position, readPage, type Selection } from '../registration-desk/selection-store.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'
import { merged } from './merged.ts'
import { pagesOf } from './pages.ts'

type Pages = AsyncGenerator<readonly RecordRow[]>

/**
 * Everybody of a selection, page after page. The first is read at once: what stands in the way is then told as of any
 * other request.
 */
export const openList = async (database: Database, selection: Selection): Promise<Pages> => {
  const lists = await Promise.all(oneByOne(selection).map(of => openOne(database, of)))
  const [only, ...others] = lists
  if (only && others.length === 0) return only
  const order = orderOf(selection)
  const compare = (one: RegistrationRow, other: RegistrationRow) =>
    comparePositions(positionIn(order, one), positionIn(order, other))
  return merged(lists, compare)
}

const openOne = async (database: Database, selection: Selection): Promise<Pages> => {
  const read = async (after?: Position) => {
    const { rows, next } = await readPage(database, selection, after, limits.page)
    return { rows: await withActivities(database, rows), next }
  }
  return pagesOf(read, await read())
}

const statuses = ['confirmed', 'waitlisted', 'cancelled'] as const

/**
 * Where no index has everybody in one order, each status is a list of its own, read once from its beginning to its end.
 * A page of all three would read rows of each that it then leaves to the next.
 */
const oneByOne = (selection: Selection): Selection[] => {
  const { status, activityId, host, organisation, came } = selection
  const isOne = [status, activityId, host, organisation].some(filter => filter !== undefined) || came === true
  return isOne ? [selection] : statuses.map(each => ({ ...selection, status: each }))
}
