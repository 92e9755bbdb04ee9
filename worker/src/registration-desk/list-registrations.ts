import { limits, type RegistrationListQuery, type RegistrationSearchQuery } from '#contract'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsForum } from '../organisers/scope-rules.ts'
import type { Refusal } from '../problems.ts'
import { organisationKeyOf } from '../registration/searchable.ts'
import { type RecordRow, readActivityId, withActivities } from './choice-store.ts'
import { comparePositions, decodePosition, encodePosition, type Position } from './position.ts'
import { find, type Found } from './search.ts'
import { readForumNames } from './search-store.ts'
import { fits, isMeant, positionIn, type Selection } from './selection.ts'
import { readPage } from './selection-store.ts'

/** A page of people; `more` when a search did not look at all of them. */
export type Listed = { readonly rows: readonly RecordRow[]; readonly next: string | null; readonly more?: true }

type BadQuery = { readonly refusal: Refusal<'invalid-query'> }

const badQuery: BadQuery = { refusal: { code: 'invalid-query' } }

type Filters = Omit<RegistrationSearchQuery, 'q'>

/** What is asked for, without what was left out. */
export const selected = ({ site, organisation, cursor: _cursor, limit: _limit, ...filters }: Filters) => ({
  ...filters,
  ...(site !== undefined && { host: site }),
  ...(organisation !== undefined && { organisation: organisationKeyOf(organisation) }),
})

/** A page of a forum's list, or of those in it who are searched for. */
export const listRegistrations = async (
  database: Database,
  forumId: number,
  { q, activity, sort, ...filters }: RegistrationListQuery,
): Promise<Listed | BadQuery> => {
  const activityId = activity === undefined ? undefined : await readActivityId(database, forumId, activity)
  if (activity !== undefined && activityId === undefined) return badQuery
  const selection: Selection = {
    forumId,
    ...selected(filters),
    ...(activityId !== undefined && { activityId }),
    sort: isSaid(q) ? 'name' : sort,
  }
  const after = filters.cursor === undefined ? undefined : decodePosition(filters.cursor)
  if (filters.cursor !== undefined && (!after || !fits(selection, after))) return badQuery
  const { limit = limits.page } = filters
  if (isSaid(q)) return pageOfFound(database, await find(database, [forumId], q), { selection, activity, after, limit })
  const { rows, next } = await readPage(database, selection, after, limit)
  return { rows: await withActivities(database, rows), next: next ? encodePosition(next) : null }
}

const isSaid = (q: string | undefined): q is string => q !== undefined && q.trim() !== ''

type Page = {
  readonly selection: Selection
  readonly activity?: string | undefined
  readonly after: Position | undefined
  readonly limit: number
}

/** Of all that were found, those who are meant, by name. */
const pageOfFound = async (
  database: Database,
  { rows: found, more }: Found,
  { selection, activity, after, limit }: Page,
): Promise<Listed> => {
  const meant = await withActivities(
    database,
    found.filter(row => isMeant(selection, row)),
  )
  const rest = meant
    .filter(row => activity === undefined || row.activities.includes(activity))
    .map(row => ({ row, position: positionIn('name', row) }))
    .filter(({ position }) => !after || comparePositions(position, after) > 0)
    .toSorted((one, other) => comparePositions(one.position, other.position))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ row }) => row),
    next: rest.length > limit && last ? encodePosition(last.position) : null,
    ...(more && { more }),
  }
}

/** In all forums of one's own; with each forum's name. */
export const searchRegistrations = async (
  database: Database,
  organiser: Organiser,
  { q, ...filters }: RegistrationSearchQuery,
): Promise<(Listed & { readonly forums: ReadonlyMap<number, string> }) | BadQuery> => {
  const after = filters.cursor === undefined ? undefined : decodePosition(filters.cursor)
  const selection: Selection = { forumId: 0, ...selected(filters), sort: 'name' }
  if (filters.cursor !== undefined && (!after || !fits(selection, after))) return badQuery
  const own = (await readForumNames(database)).filter(forum => holdsForum(organiser, forum))
  const forums = new Map(own.map(({ id, slug }) => [id, slug]))
  const [first, ...others] = forums.keys()
  const found = first === undefined ? { rows: [], more: false } : await find(database, [first, ...others], q)
  const page = await pageOfFound(database, found, { selection, after, limit: filters.limit ?? limits.page })
  return { ...page, forums }
}
