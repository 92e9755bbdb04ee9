import type { Forum, Schedule } from '#contract'
import { ofDistricts } from '#contract/districts'
import { sentences } from '#contract/messages/sentences'
import { presentForum } from './present-forum.ts'
import type { ForumRow, SeriesRow } from './schedule-store.ts'

/**
 * The schedule of a series at a moment. `districts` narrows the forums; the progress of the series is always told of
 * the whole.
 */
export const presentSchedule = (
  series: SeriesRow,
  rows: readonly ForumRow[],
  districts: readonly string[] | undefined,
  now: number,
): Schedule => {
  const forums = rows.toSorted(byDateThenDistrict).map(row => presentForum(row, now))
  const districtForums = forums.filter(forum => forum.district !== null)
  return {
    series: {
      slug: series.slug,
      title: { uk: series.titleUk, en: series.titleEn },
      about: { uk: series.aboutUk, en: series.aboutEn },
      progress: progressOf(districtForums.filter(isHeld).length, districtForums.length),
      source: { name: { uk: series.sourceNameUk, en: series.sourceNameEn }, url: series.sourceUrl },
    },
    forums: districts ? ofDistricts(forums, districts) : forums,
  }
}

const progressOf = (held: number, total: number): Schedule['series']['progress'] => ({
  held,
  total,
  words: { uk: sentences.uk.progress(held, total), en: sentences.en.progress(held, total) },
})

const isHeld = (forum: Forum): boolean => forum.state === 'held'

/** Those with a date by it, those without after them in the order of the districts, the city last of its kind. */
const byDateThenDistrict = (one: ForumRow, other: ForumRow): number =>
  (one.forum.date ?? '9999').localeCompare(other.forum.date ?? '9999') ||
  (one.forum.startTime ?? '').localeCompare(other.forum.startTime ?? '') ||
  (one.district?.position ?? Infinity) - (other.district?.position ?? Infinity) ||
  one.forum.id - other.forum.id
