import { city } from '#contract/districts'
import { forumName } from '#contract/forum-reading'
import { presentForum } from '../schedule/present-forum.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { calendarWords } from './calendar-words.ts'
import { forumEntry, type Reader } from './forum-entry.ts'
import { writeCalendar } from './ics-rules.ts'

/** How soon a program may ask again: a forum that was moved should not be looked for at its old hour. */
const refresh = 'PT1H'

/** A calendar to subscribe to: the forums of a series that have a date, or those of some districts. */
export const scheduleCalendar = (
  rows: readonly ForumRow[],
  districts: readonly string[] | undefined,
  reader: Reader,
): string => {
  const meant = districts ? rows.filter(({ forum }) => districts.includes(forum.district ?? city)) : rows
  const entries = meant.toSorted(byDate).flatMap(row => forumEntry(row, reader) ?? [])
  const whose = districts && meant.length > 0 ? namesOf(meant, reader).join(', ') : null
  return writeCalendar({
    method: 'PUBLISH',
    entries,
    feed: { name: calendarWords[reader.locale].feed(whose), refresh },
  })
}

/** A file with one forum; undefined while it has no date. */
export const forumCalendar = (row: ForumRow, reader: Reader): string | undefined => {
  const entry = forumEntry(row, reader)
  return entry && writeCalendar({ method: 'PUBLISH', entries: [entry] })
}

const byDate = ({ forum: one }: ForumRow, { forum: other }: ForumRow): number =>
  (one.date ?? '').localeCompare(other.date ?? '') || one.id - other.id

const namesOf = (rows: readonly ForumRow[], { locale, now }: Reader): string[] => [
  ...new Set(rows.map(row => forumName(presentForum(row, now), locale))),
]
