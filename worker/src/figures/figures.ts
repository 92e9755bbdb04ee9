import { type Figures, type FiguresQuery, limits, type Words } from '#contract'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import type { Refusal } from '../problems.ts'
import { daysAfter, kyivMoment } from '../schedule/kyiv-time.ts'
import { byDay, foldOthers, least, type Counts, type Row, sumByKey, sumOf, suppress } from './figures-rules.ts'
import {
  type Among,
  countAll,
  countByActivity,
  countByHour,
  countByOrganisation,
  countBySite,
  type CountedForum,
  countedForums,
} from './figures-store.ts'

type Refused = { readonly refusal: Refusal<'invalid-query' | 'forbidden' | 'not-found'> }
type Table = { readonly rows: readonly Row[]; readonly total: Counts }

/** How many are registered and how many came, as far as this organiser may know. */
export const figures = async (
  database: Database,
  organiser: Organiser,
  query: FiguresQuery,
): Promise<Figures | Refused> => {
  const code = refusalOf(organiser, query)
  if (code) return { refusal: { code } }
  if (query.forum !== undefined && !(await readOwnForum(database, organiser, query.forum)))
    return { refusal: { code: 'not-found' } }
  const isAnalyst = organiser.role === 'analyst'
  const { rows, total } = await tableOf(database, organiser, query)
  const folded =
    query.by === 'organisation' ? foldOthers(rows, { least: isAnalyst ? least : 0, most: limits.page }) : rows
  const shown = isAnalyst ? suppress(folded, total) : { rows: folded, total, suppressed: false }
  return { by: query.by, ...shown, rows: [...shown.rows] }
}

/** These read every registration of what is asked for. */
const readsAll: ReadonlySet<FiguresQuery['by']> = new Set(['day', 'site', 'organisation', 'activity'])

/**
 * Who may see no small figure may not narrow the question either: the difference of two answers, of which one leaves out
 * a forum or a day, would be that figure.
 */
const refusalOf = ({ role }: Organiser, { by, series, forum, since, until }: FiguresQuery) => {
  if (role === 'analyst' && (forum ?? since ?? until) !== undefined) return 'forbidden'
  return readsAll.has(by) && (series ?? forum) === undefined ? 'invalid-query' : undefined
}

const tableOf = async (
  database: Database,
  { districts }: Organiser,
  { by, series, forum, since, until }: FiguresQuery,
): Promise<Table> => {
  const dates = readsAll.has(by) ? {} : { since, until }
  const forums = await countedForums(database, { districts, series, forum, ...dates })
  const of: Among = {
    forums: forums.map(({ id }) => id),
    from: since === undefined ? undefined : kyivMoment(since),
    before: until === undefined ? undefined : kyivMoment(daysAfter(until, 1)),
  }
  const rows = await rowsOf(database, by, forums, of)
  return { rows, total: by === 'activity' ? await countAll(database, of) : sumOf(rows) }
}

const rowsOf = async (
  database: Database,
  by: FiguresQuery['by'],
  forums: readonly CountedForum[],
  of: Among,
): Promise<readonly Row[]> => {
  switch (by) {
    case 'forum':
    case 'district':
    case 'series':
      return sumByKey(forums.map(forum => ({ ...labels[by](forum), ...countsOf(forum) })))
    case 'day':
      return byDay(await countByHour(database, of))
    case 'site':
      return sumByKey(await countBySite(database, of))
    case 'organisation':
      return sumByKey((await countByOrganisation(database, of)).map(named))
    case 'activity':
      return sumByKey((await countByActivity(database, of)).map(chosen))
  }
}

const city: Words = { uk: 'Київ', en: 'Kyiv' }

const labels = {
  forum: ({ slug, title }: CountedForum) => ({ key: slug, name: title }),
  district: ({ district, districtName }: CountedForum) => ({ key: district ?? 'city', name: districtName ?? city }),
  series: ({ series, seriesTitle }: CountedForum) => ({ key: series, name: seriesTitle }),
}

const countsOf = ({ registered, waiting, cancelled, came }: CountedForum): Counts => ({
  registered,
  waiting,
  cancelled,
  came,
})

/** A name as people type it is the same in both languages. */
const named = ({ title, ...row }: Awaited<ReturnType<typeof countByOrganisation>>[number]): Row => ({
  ...row,
  ...(title !== null && { name: { uk: title, en: title } }),
})

const chosen = ({ slug, forum, title, ...counts }: Awaited<ReturnType<typeof countByActivity>>[number]): Row =>
  slug === null ? { key: null, ...counts } : { key: `${forum}/${slug}`, ...(title && { name: title }), ...counts }
