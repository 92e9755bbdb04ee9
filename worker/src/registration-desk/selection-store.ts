import { and, eq, gt, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../database/database.ts'
import { registrationActivities, registrations } from '../database/tables.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'
import { comparePositions, type Order, type Position } from './position.ts'
import {
  leavesOut,
  orderOf,
  type Page,
  pageOf,
  positionIn,
  type Selection,
  type Status,
  type Stretch,
} from './selection.ts'

export { decodePosition, encodePosition, type Position } from './position.ts'
export type { Selection } from './selection.ts'

/**
 * At most `limit` people of a selection after a position, read along an index: at most three rows for each that is
 * wanted. What no index knows is left out of what was read, so a page may be short; the list ends where `next` is
 * undefined. Rows that arrive meanwhile move nobody to another page. (Where two ranges of an index are merged, SQLite
 * looks one row ahead in each list.)
 */
export const readPage = async (
  database: Database,
  selection: Selection,
  after: Position | undefined,
  limit: number,
): Promise<Page> => {
  const few = await readFew(database, selection, 2 * limit)
  if (few && few.length < 2 * limit)
    return pageOf(selection, [{ rows: few.filter(row => isAfter(row, after)), end: undefined }], limit)
  const most = 3 * limit - (few?.length ?? 0)
  return pageOf(selection, await readStretches(database, selection, after, limit, most), limit)
}

const isAfter = (row: RegistrationRow, after: Position | undefined): boolean =>
  !after || comparePositions(positionIn('name', row), after) > 0

/** By name there is no index of an organisation, a host or of who came: when they are few, all are read and put in order. */
const readFew = async (
  database: Database,
  selection: Selection,
  most: number,
): Promise<RegistrationRow[] | undefined> => {
  const list = listOf(selection)
  if (selection.sort !== 'name' || selection.activityId !== undefined || !list || most < 6) return undefined
  return database.select().from(registrations).where(list).limit(most)
}

/** The list of its own that an index has; undefined: only those of the forum by status. */
const listOf = ({ forumId, organisation, host, came }: Selection): SQL | undefined => {
  const ofForum = eq(registrations.forumId, forumId)
  if (organisation !== undefined) return and(ofForum, eq(registrations.organisationKey, organisation))
  if (host !== undefined) return and(ofForum, eq(registrations.sourceHost, host))
  return came === true ? and(ofForum, isNotNull(registrations.cameAt)) : undefined
}

const readStretches = async (
  database: Database,
  selection: Selection,
  after: Position | undefined,
  limit: number,
  most: number,
): Promise<Stretch[]> => {
  const order = orderOf(selection)
  const { activityId } = selection
  if (activityId !== undefined) return [await readChosen(database, selection, activityId, after, limit)]
  const lists = listsOf(selection, order)
  const reach = reachOf(selection, limit, Math.max(1, Math.floor(most / lists.length)))
  const [first, ...others] = lists.map(list => going(database, order, list, selection, after, reach))
  // Alone, because D1 answers a batch with objects, which cost more than rows do.
  if (first && others.length === 0) return [stretchOf(order, await first, reach)]
  return first ? (await database.batch([first, ...others])).map(rows => stretchOf(order, rows, reach)) : []
}

/** The lists that are read side by side: one, or that of each status. */
const listsOf = (selection: Selection, order: Order): (SQL | undefined)[] => {
  const list = order === 'name' ? undefined : listOf(selection)
  if (list) return [list]
  return statusesOf(selection).map(status =>
    and(eq(registrations.forumId, selection.forumId), eq(registrations.status, status)),
  )
}

const statusesOf = ({ status, came }: Selection): readonly Status[] => {
  if (status !== undefined) return [status]
  return came === true ? ['confirmed'] : ['confirmed', 'waitlisted', 'cancelled']
}

/** One row more than is wanted tells whether there are any; where others must be left out, as many as may be read. */
const reachOf = (selection: Selection, limit: number, most: number): number =>
  leavesOut(selection) ? most : Math.min(limit + 1, most)

const keys = {
  registered: registrations.createdAt,
  came: registrations.cameAt,
  name: registrations.sortKey,
} as const

/** Along the index from a position on. */
const going = (
  database: Database,
  order: Order,
  list: SQL | undefined,
  { since, until }: Selection,
  after: Position | undefined,
  reach: number,
) => {
  const key = keys[order === 'chosen' ? 'registered' : order]
  const isTimed = order === 'registered'
  const begins = isTimed && since !== undefined && Number(after?.key ?? -1) < since
  const [from, then] = begins ? [gte(key, since)] : further(key, registrations.id, after)
  const ends = isTimed && until !== undefined ? lt(key, until) : undefined
  const people = (where: SQL | undefined) =>
    database
      .select()
      .from(registrations)
      .where(and(list, where, ends))
  return (then ? people(from).unionAll(people(then)) : people(from)).orderBy(key, registrations.id).limit(reach)
}

/**
 * What comes after a position, in one part or two: the others of the same key, and those of a greater one. Those without
 * a key come first. Each part is a range of the index; SQLite would read all of a key for a comparison of row values.
 */
const further = (key: SQLiteColumn, id: SQLiteColumn, after: Position | undefined): (SQL | undefined)[] => {
  if (!after) return [undefined]
  return after.key === null
    ? [and(isNull(key), gt(id, after.id)), isNotNull(key)]
    : [and(eq(key, after.key), gt(id, after.id)), gt(key, after.key)]
}

/** Of an activity: two rows are read for each. */
const readChosen = async (
  database: Database,
  selection: Selection,
  activityId: number,
  after: Position | undefined,
  limit: number,
): Promise<Stretch> => {
  const order = orderOf(selection)
  const { registrationId: id, sortKey: key } = registrationActivities
  const reach = reachOf(selection, limit, Math.max(1, Math.floor((3 * limit - 1) / 2)))
  const people = (where: SQL | undefined) =>
    database
      .select({ key, id, registration: registrations })
      .from(registrationActivities)
      .innerJoin(registrations, eq(registrations.id, id))
      .where(and(eq(registrationActivities.activityId, activityId), where))
  const [from, then] = order === 'name' ? further(key, id, after) : [after && gt(id, after.id)]
  const found = then ? people(from).unionAll(people(then)) : people(from)
  // By their places in what is selected: the registrations have a column of the same name.
  const rows = await found.orderBy(order === 'name' ? sql`1, 2` : sql`2`).limit(reach)
  return stretchOf(
    order,
    rows.map(({ registration }) => registration),
    reach,
  )
}

const stretchOf = (order: Order, rows: readonly RegistrationRow[], reach: number): Stretch => {
  const last = rows.at(-1)
  return { rows, end: last && rows.length === reach ? positionIn(order, last) : undefined }
}
