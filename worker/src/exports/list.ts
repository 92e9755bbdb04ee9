import { limits } from '#contract'
import type { Database } from '../database/database.ts'
import { type Position, readPage, type Selection } from '../registration-desk/selection-store.ts'
import type { RegistrationRow } from '../registration/registration-store.ts'
import type { ListedRow } from './columns.ts'
import { type Activity, readActivities, readChoices } from './export-store.ts'
import { pagesOf } from './pages.ts'

/** Everybody of a selection, page after page, and the programme of the forum. */
export type List = { readonly activities: readonly Activity[]; readonly pages: AsyncGenerator<readonly ListedRow[]> }

/** The first page is read at once: what stands in the way is then told as of any other request. */
export const openList = async (database: Database, selection: Selection): Promise<List> => {
  const activities = await readActivities(database, selection.forumId)
  const read = async (after?: Position) => {
    const { rows, next } = await readPage(database, selection, after, limits.page)
    return { rows: await withChoices(database, activities, rows), next }
  }
  return { activities, pages: pagesOf(read, await read()) }
}

const withChoices = async (
  database: Database,
  activities: readonly Activity[],
  rows: readonly RegistrationRow[],
): Promise<ListedRow[]> => {
  const ids = rows.map(({ id }) => id)
  const choices = activities.length === 0 || ids.length === 0 ? [] : await readChoices(database, ids)
  const chosen = Map.groupBy(choices, ({ registrationId }) => registrationId)
  return rows.map(row => {
    const own = new Set(chosen.get(row.id)?.map(({ activityId }) => activityId))
    return { ...row, activities: activities.filter(({ id }) => own.has(id)).map(({ slug }) => slug) }
  })
}
