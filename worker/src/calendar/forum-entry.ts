import type { Forum, ForumState, Locale } from '#contract'
import { messages } from '#contract/messages/messages'
import { pageWords } from '../pages/page-words.ts'
import { forumAddress } from '../pages/page-address.ts'
import { presentForum } from '../schedule/present-forum.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { calendarWords } from './calendar-words.ts'
import type { Entry, EntryStatus } from './ics-rules.ts'
import { whenOf } from './when-rules.ts'

/** For whom a calendar is written. `origin` is the worker's, of which its entries bear the host; `now` is in milliseconds since 1970. */
export type Reader = { readonly origin: string; readonly locale: Locale; readonly now: number }

/** What is told of a forum in any calendar, in files and in links. */
export const toldOf = (forum: Forum, origin: string, locale: Locale) => ({
  summary: [forum.title[locale], forum.district?.name[locale]].filter(Boolean).join(', '),
  location: placeOf(forum, locale),
  description: describe(forum, origin, locale).join('\n'),
  url: origin + forumAddress(locale, forum.slug),
})

const placeOf = ({ venue }: Forum, locale: Locale): string | null =>
  venue && [venue.name[locale], venue.address?.[locale], pageWords[locale].city].filter(Boolean).join(', ')

/** Only what stays true while the forum does: an entry is not read again every day, so it does not say how registration stands. */
const describe = (forum: Forum, origin: string, locale: Locale): string[] => {
  const { hoursToCome, placeToCome, shelter, access } = messages[locale]
  const { startTime, endTime, venue, words, slug } = forum
  const said = (name: string, value: string | undefined) => value && `${name}: ${value}`
  return [
    words[locale].moved,
    startTime === null && hoursToCome,
    startTime !== null && endTime === null && calendarWords[locale].endToCome,
    venue === null && placeToCome,
    said(shelter, venue?.shelter?.[locale]),
    said(access, venue?.access?.[locale]),
    origin + forumAddress(locale, slug),
    calendarWords[locale].source,
  ].filter(line => typeof line === 'string' && line !== '') as string[]
}

const statuses: Readonly<Record<ForumState, EntryStatus>> = {
  announced: 'CONFIRMED',
  scheduled: 'CONFIRMED',
  moved: 'CONFIRMED',
  held: 'CONFIRMED',
  paused: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/** The forum for everybody; undefined without a date. It keeps nobody's time: who only looks has not promised to come. */
export const forumEntry = (row: ForumRow, { origin, locale, now }: Reader): Entry | undefined => {
  const forum = presentForum(row, now)
  const when = whenOf(forum)
  return when && { ...entryOf(row, { origin, locale, now }), when }
}

/** All of it but when it is. */
export const entryOf = (row: ForumRow, { origin, locale, now }: Reader): Omit<Entry, 'when'> => {
  const forum = presentForum(row, now)
  const { summary, ...told } = toldOf(forum, origin, locale)
  return {
    uid: `forum-${forum.slug}@${new URL(origin).host}`,
    sequence: row.forum.version,
    stamp: row.forum.changedAt ?? row.forum.publishedAt ?? 0,
    status: statuses[forum.state],
    isBusy: false,
    locale,
    summary: marked(stateMark(forum.state, locale), summary),
    ...told,
  }
}

/** What became of it, where a program shows no status: «Скасовано: …». */
const stateMark = (state: ForumState, locale: Locale): string | null => {
  const { cancelled, paused } = calendarWords[locale]
  if (state === 'cancelled') return cancelled
  return state === 'paused' ? paused : null
}

export const marked = (mark: string | null, summary: string): string =>
  mark === null ? summary : `${mark}: ${summary}`
