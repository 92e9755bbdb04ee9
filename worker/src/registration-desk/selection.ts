import type { RegistrationRow } from '../registration/registration-store.ts'
import { comparePositions, type Order, type Position } from './position.ts'

export type Status = RegistrationRow['status']

/** Whom of a forum a list shows, and in which order. What is absent does not matter. */
export type Selection = {
  readonly forumId: number
  readonly status?: Status | undefined
  readonly activityId?: number | undefined
  /** Host name of the page on which they registered. */
  readonly host?: string | undefined
  /** `organisation_key`. */
  readonly organisation?: string | undefined
  /** Registered at this moment or later; milliseconds since 1970. */
  readonly since?: number | undefined
  /** Registered before this moment. */
  readonly until?: number | undefined
  readonly came?: boolean | undefined
  readonly invited?: boolean | undefined
  readonly sort: 'arrival' | 'name'
}

/** The order in which a selection is read: the one that an index has. */
export const orderOf = ({ sort, activityId, came, host, organisation }: Selection): Order => {
  if (sort === 'name') return 'name'
  if (activityId !== undefined) return 'chosen'
  return came === true && host === undefined && organisation === undefined ? 'came' : 'registered'
}

/** Whether a page of the selection can begin after this position: it may be another list's. */
export const fits = (selection: Selection, position: Position): boolean => position.order === orderOf(selection)

export const positionIn = (order: Order, row: RegistrationRow): Position => ({
  order,
  key: { registered: row.createdAt, came: row.cameAt ?? 0, chosen: 0, name: row.sortKey }[order],
  id: row.id,
})

/** Whether somebody of the forum is meant. Of activities the rows know nothing: those are read by their own index. */
export const isMeant = (
  { status, host, organisation, since, until, came, invited }: Selection,
  row: RegistrationRow,
): boolean =>
  (status === undefined || row.status === status) &&
  (host === undefined || row.sourceHost === host) &&
  (organisation === undefined || row.organisationKey === organisation) &&
  (since === undefined || row.createdAt >= since) &&
  (until === undefined || row.createdAt < until) &&
  (came === undefined || (row.cameAt !== null) === came) &&
  (invited === undefined || (row.invited === 1) === invited)

/** Whether some of those along the index are not meant, because it does not know a filter. */
export const leavesOut = (selection: Selection): boolean => {
  const known = knownFilters(selection)
  return filters.some(filter => selection[filter] !== undefined && !known.includes(filter))
}

const filters = ['status', 'activityId', 'host', 'organisation', 'since', 'until', 'came', 'invited'] as const

const knownFilters = (selection: Selection): readonly (typeof filters)[number][] => {
  if (selection.activityId !== undefined) return ['activityId']
  switch (orderOf(selection)) {
    case 'name':
      return ['status']
    case 'came':
      return ['came']
    default:
      return ['since', 'until', selection.organisation !== undefined ? 'organisation' : hostOrStatus(selection)]
  }
}

const hostOrStatus = ({ host }: Selection) => (host === undefined ? 'status' : 'host')

/** What was read of one index, in order, and how far: undefined when there was no more. */
export type Stretch = { readonly rows: readonly RegistrationRow[]; readonly end: Position | undefined }

export type Page = { readonly rows: RegistrationRow[]; readonly next: Position | undefined }

/**
 * A page out of what was read of several indexes: as far as all of them were read. It may hold fewer rows than are
 * wanted; the list ends where there is no next.
 */
export const pageOf = (selection: Selection, stretches: readonly Stretch[], limit: number): Page => {
  const [end] = stretches.flatMap(stretch => stretch.end ?? []).toSorted(comparePositions)
  const order = orderOf(selection)
  const meant = stretches
    .flatMap(({ rows }) => rows.map(row => ({ row, position: positionIn(order, row) })))
    .filter(({ row, position }) => isMeant(selection, row) && (!end || comparePositions(position, end) <= 0))
    .toSorted((one, other) => comparePositions(one.position, other.position))
  const page = meant.slice(0, limit)
  return { rows: page.map(({ row }) => row), next: meant.length > limit ? page.at(-1)?.position : end }
}
