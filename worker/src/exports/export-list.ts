import type { Delimiter, ExportFormat, Locale } from '#contract'
import { type Actor, note } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Selection } from '../registration-desk/selection-store.ts'
import { kyivClock } from '../schedule/kyiv-time.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { csvParts, jsonParts, xlsxParts } from './formats.ts'
import { type List, openList } from './list.ts'
import { listMessages } from './messages/list-messages.ts'
import { presentRecord } from '../registration-desk/present-record.ts'

type Wishes = { readonly format: ExportFormat; readonly lang: Locale; readonly delimiter: Delimiter }

/** A list in parts, to be sent as they are taken. That it leaves the house is in the book before its first byte. */
export const exportList = async (
  database: Database,
  actor: Actor,
  { slug, confirmed, waitlisted, cancelled }: ForumRow['forum'],
  selection: Selection,
  wishes: Wishes,
): Promise<AsyncIterator<string | Uint8Array>> => {
  const list = await openList(database, selection)
  await note(database, actor, {
    action: 'registrations.exported',
    forum: slug,
    object: wishes.format,
    count: confirmed + waitlisted + cancelled,
  })
  return partsOf(slug, list, wishes)
}

const partsOf = (forum: string, { activities, pages }: List, { format, lang, delimiter }: Wishes) => {
  const titles = new Map(activities.map(({ slug, titleUk, titleEn }) => [slug, lang === 'uk' ? titleUk : titleEn]))
  const reading = {
    words: listMessages[lang],
    titleOf: (slug: string) => titles.get(slug) ?? slug,
    wallTime: kyivClock(),
  }
  switch (format) {
    case 'csv':
      return csvParts(pages, reading, delimiter)
    case 'xlsx':
      return xlsxParts(pages, reading)
    case 'json':
      return jsonParts(forum, pages, presentRecord)
  }
}
