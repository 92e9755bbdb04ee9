import type { SheetQuery } from '#contract'
import { type Actor, note } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { openList } from '../exports/list.ts'
import type { Refusal } from '../problems.ts'
import { presentForum } from '../schedule/present-forum.ts'
import { type ForumRow, readActivities } from '../schedule/schedule-store.ts'
import { sheetPage } from './sheet-page.ts'

type Parts = AsyncIterator<string>

/** The sheet for the door, in parts, by the Ukrainian alphabet. That it is printed is in the book before its first byte. */
export const printSheet = async (
  database: Database,
  actor: Actor,
  found: ForumRow,
  { lang, status, activity: slug }: SheetQuery,
): Promise<{ readonly parts: Parts } | { readonly refusal: Refusal<'invalid-query'> }> => {
  const { forum } = found
  const programme = slug === undefined ? [] : await readActivities(database, forum.slug)
  const activity = programme.find(of => of.slug === slug)
  if (slug !== undefined && !activity) return { refusal: { code: 'invalid-query' } }
  const chosen = activity && { activityId: activity.id }
  const pages = await openList(database, { forumId: forum.id, status, sort: 'name', ...chosen })
  await note(database, actor, {
    action: 'sign-in-sheet.printed',
    forum: forum.slug,
    object: slug ?? status,
    count: forum[status],
  })
  const { confirmed, waitlisted } = forum
  const sheet = {
    lang,
    status,
    forum: presentForum(found, actor.now),
    activity: activity && { uk: activity.titleUk, en: activity.titleEn },
    counts: { confirmed, waitlisted },
    now: actor.now,
  }
  return { parts: sheetPage(sheet, pages) }
}
