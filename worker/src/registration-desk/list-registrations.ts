import { limits, type RegistrationListQuery, type RegistrationSearchQuery } from '#contract'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsForum } from '../organisers/scope-rules.ts'
import type { Refusal } from '../problems.ts'
import { organisationKeyOf } from '../registration/searchable.ts'
import { type ListedRecord, readProgramme, withActivities, withActivitiesOf } from './choice-store.ts'
import { comparePositions, decodePosition, encodePosition, type Position } from './position.ts'
import { find, type Found } from './search.ts'
import { readForumNames } from './search-store.ts'
import { fits, isMeant, type Page, positionIn, type Selection } from './selection.ts'
import { readPage } from './selection-store.ts'

/** A page of people; `more` when a search did not look at all of them. */
export type Listed = { readonly rows: readonly ListedRecord[]; readonly next: string | null; readonly more?: true }

type BadQuery = { readonly refusal: Refusal<'invalid-query'> }

const badQuery: BadQuery = { refusal: { code: 'invalid-query' } }

type Filters = Omit<RegistrationSearchQuery, 'q'>

/** What is asked for, without what was left out. */
export const selected = ({ site, organisation, cursor: _cursor, limit: _limit, ...filters }: Filters) => ({
  ...filters,
  ...(site !== undefined && { host: site }),
  ...(organisation !== undefined && { organisation: organisationKeyOf(organisation) }),
})

/** Rows that a request reads besides those of the list: of who asks, and of the forum with all that it names. */
const besides = 8

/**
 * A page of a forum's list, or of those in it who are searched for. The programme is read as well: so the page looks at
 * fewer rows, and may be short, where that is not much smaller than the page.
 */
export const listRegistrations = async (
  database: Database,
  forumId: number,
  { q, activity, sort, ...filters }: RegistrationListQuery,
): Promise<Listed | BadQuery> => {
  const programme = await readProgramme(database, forumId)
  const activityId = programme.find(({ slug }) => slug === activity)?.id
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
  const { rows, next, more }: Shown = isSaid(q)
    ? pageOfFound(await find(database, [forumId], q), { selection, after, limit })
    : await readPage(database, selection, after, limit, 3 * limit - programme.length - besides)
  return { rows: withActivitiesOf(programme, rows), next: next ? encodePosition(next) : null, ...(more && { more }) }
}

const isSaid = (q: string | undefined): q is string => q !== undefined && q.trim() !== ''

type Wanted = { readonly selection: Selection; readonly after: Position | undefined; readonly limit: number }

type Shown = Page & Pick<Listed, 'more'>

/** Of all that were found, those who are meant, by name. */
const pageOfFound = ({ rows: found, more }: Found, { selection, after, limit }: Wanted): Shown => {
  const rest = found
    .filter(row => isMeant(selection, row))
    .map(row => ({ row, position: positionIn('name', row) }))
    .filter(({ position }) => !after || comparePositions(position, after) > 0)
    .toSorted((one, other) => comparePositions(one.position, other.position))
  const page = rest.slice(0, limit)
  return {
    rows: page.map(({ row }) => row),
    next: rest.length > limit ? page.at(-1)?.position : undefined,
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
  const { rows, next, more } = pageOfFound(found, { selection, after, limit: filters.limit ?? limits.page })
  return {
    rows: await withActivities(database, rows),
    next: next ? encodePosition(next) : null,
    ...(more && { more }),
    forums,
  }
}
