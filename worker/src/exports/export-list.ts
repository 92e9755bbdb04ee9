import type { ExportFormat, ExportQuery, Locale } from '#contract'
import { type Actor, note } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import { readActivityId, type ListedRecord } from '../registration-desk/choice-store.ts'
import { selected } from '../registration-desk/list-registrations.ts'
import { presentRecord } from '../registration-desk/present-record.ts'
import { kyivClock } from '../schedule/kyiv-time.ts'
import { type ForumRow, readActivities } from '../schedule/schedule-store.ts'
import type { Reading } from './columns.ts'
import { csvParts, jsonParts, xlsxParts } from './formats.ts'
import { openList } from './list.ts'
import { listMessages } from './messages/list-messages.ts'

type Parts = AsyncIterator<string | Uint8Array>

/** A list in parts, to be sent as they are taken. That it leaves the house is in the book before its first byte. */
export const exportList = async (
  database: Database,
  actor: Actor,
  { id, slug, confirmed, waitlisted, cancelled }: ForumRow['forum'],
  format: ExportFormat,
  { lang, delimiter, activity, sort, ...filters }: ExportQuery,
): Promise<{ readonly parts: Parts } | { readonly refusal: Refusal<'invalid-query'> }> => {
  const activityId = activity === undefined ? undefined : await readActivityId(database, id, activity)
  if (activity !== undefined && activityId === undefined) return { refusal: { code: 'invalid-query' } }
  const chosen = activityId !== undefined && { activityId }
  const pages = await openList(database, { forumId: id, sort, ...selected(filters), ...chosen })
  const reading = await readingOf(database, slug, lang)
  const count = confirmed + waitlisted + cancelled
  await note(database, actor, { action: 'registrations.exported', forum: slug, object: format, count })
  switch (format) {
    case 'csv':
      return { parts: csvParts(pages, reading, delimiter) }
    case 'xlsx':
      return { parts: xlsxParts(pages, reading) }
    case 'json':
      return { parts: jsonParts(slug, pages, (row: ListedRecord) => presentRecord(row)) }
  }
}

const readingOf = async (database: Database, forum: string, lang: Locale): Promise<Reading> => {
  const programme = await readActivities(database, forum)
  const titles = new Map(programme.map(({ slug, titleUk, titleEn }) => [slug, lang === 'uk' ? titleUk : titleEn]))
  return { words: listMessages[lang], titleOf: slug => titles.get(slug) ?? slug, wallTime: kyivClock() }
}
