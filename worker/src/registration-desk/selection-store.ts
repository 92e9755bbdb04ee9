import { and, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
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
export type { Selection, Status } from './selection.ts'

/**
 * At most `limit` people of a selection after a position, read along an index: at most three rows for each that is
 * wanted. What no index knows is left out of what was read, so a page may be short; the list ends where `next` is
 * undefined. Rows that arrive meanwhile move nobody to another page.
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
  const [first, ...others] = lists.map(list => {
    const { where, by } = going(order, list, selection, after)
    return database
      .select()
      .from(registrations)
      .where(where)
      .orderBy(...by)
      .limit(reach)
  })
  return first ? (await database.batch([first, ...others])).map(rows => stretchOf(order, rows, reach, after)) : []
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

/** Along the index from a position on. Row values (SQLite, "Row Values", section 2.2) keep the index in use. */
const going = (order: Order, list: SQL | undefined, { since, until }: Selection, after: Position | undefined) => {
  const key = keys[order === 'chosen' ? 'registered' : order]
  const { id } = registrations
  const lower = order === 'registered' && since !== undefined && Number(after?.key ?? -1) < since ? since : undefined
  const from = lower === undefined ? further(key, id, after) : sql`${key} >= ${lower}`
  const before = order === 'registered' && until !== undefined ? lt(key, until) : undefined
  return { where: and(list, from, before), by: after?.key === null ? [id] : [key, id] }
}

type Column = typeof registrations.id | (typeof keys)[keyof typeof keys] | typeof registrationActivities.sortKey

/** Those without a key come first, and are a list of their own. */
const further = (
  key: Column,
  id: Column | typeof registrationActivities.registrationId,
  after: Position | undefined,
) => {
  if (!after) return undefined
  return after.key === null
    ? and(isNull(key), sql`${id} > ${after.id}`)
    : sql`(${key}, ${id}) > (${after.key}, ${after.id})`
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
  const { registrationId: id, sortKey } = registrationActivities
  const reach = reachOf(selection, limit, Math.max(1, Math.floor((3 * limit) / 2)))
  const [from, by] =
    order === 'name'
      ? [further(sortKey, id, after), after?.key === null ? [id] : [sortKey, id]]
      : [after && sql`${id} > ${after.id}`, [id]]
  const rows = await database
    .select({ registration: registrations })
    .from(registrationActivities)
    .innerJoin(registrations, eq(registrations.id, id))
    .where(and(eq(registrationActivities.activityId, activityId), from))
    .orderBy(...by)
    .limit(reach)
  return stretchOf(
    order,
    rows.map(({ registration }) => registration),
    reach,
    after,
  )
}

const stretchOf = (
  order: Order,
  rows: readonly RegistrationRow[],
  reach: number,
  after: Position | undefined,
): Stretch => {
  const last = rows.at(-1)
  if (last && rows.length === reach) return { rows, end: positionIn(order, last) }
  return { rows, end: after?.key === null ? firstNamed : undefined }
}

const firstNamed: Position = { order: 'name', key: '', id: 0 }
