import { and, eq, getTableColumns, gt, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { type SQLiteColumn, unionAll } from 'drizzle-orm/sqlite-core'
import type { Database } from '../database/database.ts'
import { registrationActivities, registrations } from '../database/tables.ts'
import type { ListedRow } from '../registration/registration-store.ts'
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

const {
  linkHash: _linkHash,
  consentHash: _consentHash,
  words: _words,
  changedAt: _changedAt,
  version: _version,
  ...listed
} = getTableColumns(registrations)

/** Where ranges of an index are merged, SQLite looks one row ahead in each of them: three statuses, two ranges of each. */
const ahead = 6

/**
 * At most `limit` people of a selection after a position, read along an index: at most `mayRead` rows are
 * read, or as many as are wanted. What no index knows is left out of what was read, so a page may be short; the list ends where
 * `next` is undefined. Rows that arrive meanwhile move nobody to another page.
 */
export const readPage = async (
  database: Database,
  selection: Selection,
  after: Position | undefined,
  limit: number,
  mayRead = 3 * limit,
): Promise<Page> => {
  const most = Math.max(limit + 1, mayRead - ahead)
  const few = await readFew(database, selection, Math.floor((2 * most) / 3))
  if (few?.isAll) return pageOf(selection, { rows: few.rows.filter(row => isAfter(row, after)), end: undefined }, limit)
  const rest = most - (few?.rows.length ?? 0)
  return pageOf(selection, await readStretch(database, selection, after, limit, rest), limit)
}

const isAfter = (row: ListedRow, after: Position | undefined): boolean =>
  !after || comparePositions(positionIn('name', row), after) > 0

type Few = { readonly rows: readonly ListedRow[]; readonly isAll: boolean }

/** By name there is no index of an organisation, a host or of who came: when they are few, all are read and put in order. */
const readFew = async (database: Database, selection: Selection, most: number): Promise<Few | undefined> => {
  const list = listOf(selection)
  if (selection.sort !== 'name' || selection.activityId !== undefined || !list || most < 2) return undefined
  const rows = await database.select(listed).from(registrations).where(list).limit(most)
  return { rows: rows.toSorted(byName), isAll: rows.length < most }
}

const byName = (one: ListedRow, other: ListedRow): number =>
  comparePositions(positionIn('name', one), positionIn('name', other))

/** The list of its own that an index has; undefined: only those of the forum by status. */
const listOf = ({ forumId, organisation, host, came }: Selection): SQL | undefined => {
  const ofForum = eq(registrations.forumId, forumId)
  if (organisation !== undefined) return and(ofForum, eq(registrations.organisationKey, organisation))
  if (host !== undefined) return and(ofForum, eq(registrations.sourceHost, host))
  return came === true ? and(ofForum, isNotNull(registrations.cameAt)) : undefined
}

const readStretch = async (
  database: Database,
  selection: Selection,
  after: Position | undefined,
  limit: number,
  most: number,
): Promise<Stretch> => {
  const { activityId } = selection
  if (activityId !== undefined) {
    const half = Math.max(1, Math.floor(most / 2))
    return readChosen(database, selection, activityId, after, leavesOut(selection) ? half : Math.min(limit + 1, half))
  }
  const reach = leavesOut(selection) ? most : Math.min(limit + 1, most)
  return stretchOf(orderOf(selection), await going(database, selection, after, reach), reach)
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

const keys = {
  registered: registrations.createdAt,
  came: registrations.cameAt,
  name: registrations.sortKey,
} as const

/** Along the index from a position on. Several lists, and both parts of what comes after it, are merged by SQLite. */
const going = (database: Database, selection: Selection, after: Position | undefined, reach: number) => {
  const order = orderOf(selection)
  const { id } = registrations
  const key = keys[order === 'chosen' ? 'registered' : order]
  const { since, until } = order === 'registered' ? selection : {}
  const begins = since !== undefined && Number(after?.key ?? -1) < since
  const [from, then] = begins ? [gte(key, since)] : further(key, id, after)
  const ends = until === undefined ? undefined : lt(key, until)
  const people = (...where: (SQL | undefined)[]) =>
    database
      .select(listed)
      .from(registrations)
      .where(and(...where, ends))
  const part = (list: SQL | undefined) => {
    const one = people(list, from)
    // In brackets, because a compound SELECT has at most five terms in D1.
    return then ? database.select().from(one.unionAll(people(list, then)).as('registrations')) : one
  }
  const [first, ...others] = listsOf(selection, order)
  const [second, ...more] = others.map(part)
  return (second ? unionAll(part(first), second, ...more) : part(first)).orderBy(key, id).limit(reach)
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
  reach: number,
): Promise<Stretch> => {
  const order = orderOf(selection)
  const { registrationId: id, sortKey: key } = registrationActivities
  const people = (where: SQL | undefined) =>
    database
      .select({ key, id, registration: listed })
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

const stretchOf = (order: Order, rows: readonly ListedRow[], reach: number): Stretch => {
  const last = rows.at(-1)
  return { rows, end: last && rows.length === reach ? positionIn(order, last) : undefined }
}
