import type { Locale } from '#contract'
import { type Actor, note } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { readActivity } from '../exports/export-store.ts'
import { openList } from '../exports/list.ts'
import type { Selection, Status } from '../registration-desk/selection-store.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { sheetPage } from './sheet-page.ts'

type Wishes = { readonly lang: Locale; readonly status: Status; readonly activity?: string | undefined }

/**
 * The sheet for the door, in parts, by the Ukrainian alphabet. That it is printed is in the book before its first byte.
 * Undefined when the programme has no such activity.
 */
export const printSheet = async (
  database: Database,
  actor: Actor,
  found: ForumRow,
  { lang, status, activity: slug }: Wishes,
): Promise<AsyncIterator<string> | undefined> => {
  const { id, confirmed, waitlisted, cancelled } = found.forum
  const activity = slug === undefined ? undefined : await readActivity(database, id, slug)
  if (slug !== undefined && !activity) return undefined
  const selection: Selection = {
    forumId: id,
    status,
    sort: 'name',
    ...(activity && { activityId: activity.id }),
  }
  const { pages } = await openList(database, selection)
  await note(database, actor, {
    action: 'sign-in-sheet.printed',
    forum: found.forum.slug,
    object: activity?.slug ?? status,
    count: { confirmed, waitlisted, cancelled }[status],
  })
  const sheet = {
    lang,
    status,
    forum: presentForum(found, actor.now),
    activity: activity && { uk: activity.titleUk, en: activity.titleEn },
    counts: { confirmed, waitlisted },
    now: actor.now,
  }
  return sheetPage(sheet, pages)
}
