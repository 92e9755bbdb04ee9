import type { ListedRow, RegistrationRow } from '../registration/registration-store.ts'
import type { Order, Position } from './position.ts'

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

export const positionIn = (order: Order, row: ListedRow): Position => ({
  order,
  key: { registered: row.createdAt, came: row.cameAt ?? 0, chosen: 0, name: row.sortKey }[order],
  id: row.id,
})

/** Ids of the activities that somebody chose. */
export const chosenBy = ({ chosen }: Pick<RegistrationRow, 'chosen'>): readonly number[] =>
  chosen === null ? [] : (JSON.parse(chosen) as number[])

/** Whether somebody of the forum is meant. */
export const isMeant = (
  { status, activityId, host, organisation, since, until, came, invited }: Selection,
  row: ListedRow,
): boolean =>
  (status === undefined || row.status === status) &&
  (activityId === undefined || chosenBy(row).includes(activityId)) &&
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

/** What was read of an index, in order, and how far: undefined when there was no more. */
export type Stretch = { readonly rows: readonly ListedRow[]; readonly end: Position | undefined }

export type Page = { readonly rows: ListedRow[]; readonly next: Position | undefined }

/**
 * A page out of what was read, as far as it was read. It may hold fewer rows than are wanted; the list ends where there
 * is no next.
 */
export const pageOf = (selection: Selection, { rows, end }: Stretch, limit: number): Page => {
  const meant = rows.filter(row => isMeant(selection, row))
  const page = meant.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: meant.length > limit && last ? positionIn(orderOf(selection), last) : end }
}
