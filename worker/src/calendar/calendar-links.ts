import type { CalendarLinks, Forum, Locale } from '#contract'
import { city } from '#contract/districts'
import { isToCome } from '#contract/forum-reading'
import { addressIn } from '../pages/page-address.ts'
import { daysAfter, kyiv, kyivIso, kyivMoment, kyivWallTime } from '../schedule/kyiv-time.ts'
import { calendarWords } from './calendar-words.ts'
import { toldOf } from './forum-entry.ts'
import { type When, whenOf } from './when-rules.ts'

/** Ways to put a forum into a calendar, each a plain link. */
export type WaysIntoCalendar = {
  readonly google: string
  /** Of people. */
  readonly outlook: string
  /** Of organisations: Microsoft 365. */
  readonly office: string
  readonly file: string
  /** To subscribe to all forums of its district, or to the city's. */
  readonly feed: string
}

/** Undefined without a date: there is nothing to put anywhere. */
export const addToCalendarLinks = (forum: Forum, locale: Locale, origin: string): WaysIntoCalendar | undefined => {
  const when = whenOf(forum)
  if (!when) return undefined
  const told = toldOf(forum, origin, locale)
  return {
    google: googleLink(told, when),
    outlook: outlookLink('https://outlook.live.com', told, when),
    office: outlookLink('https://outlook.office.com', told, when),
    file: origin + filePath(forum, locale),
    feed: subscriptionLink(feedAddress({ district: forum.district?.slug ?? city }, locale, origin)),
  }
}

/** Of a forum's file, on this worker. */
export const filePath = ({ slug }: Forum, locale: Locale): string => addressIn(locale, `/api/v1/forums/${slug}.ics`)

const ways = ['google', 'outlook', 'office', 'file'] as const

/** What a person is offered in both languages; undefined of a forum that is not to come on a day that is known. */
export const calendarLinks = (forum: Forum, origin: string): CalendarLinks | undefined => {
  const uk = addToCalendarLinks(forum, 'uk', origin)
  const en = addToCalendarLinks(forum, 'en', origin)
  if (!uk || !en || !isToCome(forum)) return undefined
  return {
    title: inBoth('add'),
    links: ways.map(way => ({ name: inBoth(way), address: { uk: uk[way], en: en[way] } })),
  }
}

const inBoth = (word: 'add' | (typeof ways)[number]) => ({ uk: calendarWords.uk[word], en: calendarWords.en[word] })

/** The address of a feed. Without a series it follows the current one, from year to year. */
export const feedAddress = (
  { district, series }: { readonly district?: string | undefined; readonly series?: string | undefined },
  locale: Locale,
  origin: string,
): string => {
  const query = new URLSearchParams({ ...(district && { district }), ...(series && { series }) })
  return origin + addressIn(locale, `/api/v1/schedule.ics${query.size > 0 ? `?${query}` : ''}`)
}

/** What makes a calendar subscribe instead of taking in a file once. */
export const subscriptionLink = (address: string): string => address.replace(/^https?:/, 'webcal:')

type Told = ReturnType<typeof toldOf>

/**
 * Google says nothing of these parameters itself; people keep note of them:
 * https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/google.md
 */
const googleLink = ({ summary, description, location }: Told, when: When): string => {
  const [start, end] = boundsOf(when).map(compact)
  return link('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: summary,
    dates: `${start}/${end}`,
    ...(when.kind === 'hours' && { ctz: kyiv }),
    details: description,
    ...(location && { location }),
  })
}

/** As above: https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/outlook-web.md */
const outlookLink = (site: string, { summary, description, location }: Told, when: When): string => {
  const [start = '', end = ''] = boundsOf(when).map(withOffset)
  return link(`${site}/calendar/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    startdt: start,
    enddt: end,
    ...(when.kind === 'day' && { allday: 'true' }),
    subject: summary,
    body: description,
    ...(location && { location }),
  })
}

/** `%20`, because Outlook shows a `+` as it is. */
const link = (address: string, parameters: Record<string, string>): string =>
  `${address}?${new URLSearchParams(parameters).toString().replaceAll('+', '%20')}`

/** Beginning and end, in days or in wall times; of a day, the end is the next. */
const boundsOf = (when: When): readonly [start: string, end: string] =>
  when.kind === 'day' ? [when.date, daysAfter(when.date, 1)] : [when.start, when.end ?? twoHoursAfter(when.start)]

/** As long as the file says of a forum whose end is not published. */
const twoHoursAfter = (wallTime: string): string => {
  const [date = '', time] = wallTime.split('T')
  return kyivWallTime(kyivMoment(date, time) + 2 * 60 * 60 * 1000)
}

/** `2026-12-01T10:00` as `20261201T100000`, a day as `20261201`. */
const compact = (iso: string): string => `${iso.replaceAll(/[-:]/g, '')}${iso.includes('T') ? '00' : ''}`

/** `2026-12-01T10:00` as `2026-12-01T10:00:00+02:00`; a day stays as it is. */
const withOffset = (iso: string): string => {
  const [date = '', time] = iso.split('T')
  return time === undefined ? date : kyivIso(date, time).replace(/(?=\+)/, ':00')
}
