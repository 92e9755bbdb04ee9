import type { Locale } from '#contract'
import { daysAfter, isRepeated, kyiv, kyivMoment, kyivWallTime } from '../schedule/kyiv-time.ts'
import { folded, quotedValue, textValue } from './ics-text-rules.ts'
import { kyivZone } from './kyiv-zone.ts'
import type { When } from './when-rules.ts'

/** How sure it is that it takes place (RFC 5545, section 3.8.1.11). */
export type EntryStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'

/** What whoever receives it does with it (RFC 5546, section 1.4). */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** Whose entry it is, and who sends it: a calendar takes a change or a cancellation from that sender alone. */
export type Parties = {
  readonly organizer: { readonly name: string; readonly address: string }
  readonly attendee: { readonly address: string; readonly takesPart: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' }
}

/** A VEVENT (RFC 5545, section 3.6.1). */
export type Entry = {
  /** The same for as long as it is the same entry. */
  readonly uid: string
  /** Rises with every change of it. */
  readonly sequence: number
  /** When this state of it was written, in milliseconds since 1970. */
  readonly stamp: number
  /** Null: it is taken away and has no time any more; what is cancelled needs none (RFC 5546, section 3.2.5). */
  readonly when: When | null
  readonly status: EntryStatus
  /** Whether it keeps its time from being given to something else. */
  readonly isBusy: boolean
  readonly locale: Locale
  readonly summary: string
  readonly description: string
  readonly location: string | null
  readonly url: string
  readonly parties?: Parties
}

export type Calendar = {
  readonly method: Method
  readonly entries: readonly Entry[]
  /** Of a calendar to subscribe to: its name, and how often a program may ask again (RFC 7986, section 5.7). */
  readonly feed?: { readonly name: string; readonly refresh: string }
}

/** Of a forum whose end is not published, because a calendar needs one: two hours. Its description says that it is not known. */
const unknownLength = 'PT2H'

/** A whole iCalendar object (RFC 5545), lines folded and ended by CRLF. */
export const writeCalendar = ({ method, entries, feed }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kyiv Forums//Kyiv Forums//UK',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(feed ? feedLines(feed) : []),
    ...kyivZone,
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')

/** Twice each: as RFC 7986 names it, and as Apple's, Google's and Microsoft's programs knew it before. */
const feedLines = ({ name, refresh }: NonNullable<Calendar['feed']>): string[] => [
  `NAME:${textValue(name)}`,
  `X-WR-CALNAME:${textValue(name)}`,
  `X-WR-TIMEZONE:${kyiv}`,
  `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
  `X-PUBLISHED-TTL:${refresh}`,
]

const entryLines = (entry: Entry): string[] => {
  const text = (name: string, value: string) => `${name};LANGUAGE=${entry.locale}:${textValue(value)}`
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.uid)}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `SEQUENCE:${entry.sequence}`,
    ...(entry.when ? whenLines(entry.when) : []),
    `STATUS:${entry.status}`,
    `TRANSP:${entry.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    text('SUMMARY', entry.summary),
    ...(entry.location === null ? [] : [text('LOCATION', entry.location)]),
    text('DESCRIPTION', entry.description),
    `URL:${entry.url}`,
    ...(entry.parties ? partyLines(entry.parties) : []),
    'END:VEVENT',
  ]
}

/** Nobody is asked to answer: coming was promised in the form, and is cancelled by the private link. */
const partyLines = ({ organizer, attendee }: Parties): string[] => [
  `ORGANIZER;CN=${quotedValue(organizer.name)}:${mailto(organizer.address)}`,
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${attendee.takesPart};RSVP=FALSE:${mailto(attendee.address)}`,
]

/** RFC 6068, section 2: what means something in an address of the web is escaped, what does not stays as it is typed. */
const mailto = (address: string): string =>
  `mailto:${encodeURI(address).replaceAll(/[/?#&;=]/g, character => encodeURIComponent(character))}`

/** The end of a day is the next one (RFC 5545, section 3.6.1: DTEND is not part of it). */
const whenLines = (when: When): string[] => {
  if (when.kind === 'day')
    return [`DTSTART;VALUE=DATE:${compact(when.date)}`, `DTEND;VALUE=DATE:${compact(daysAfter(when.date, 1))}`]
  const length = when.end === null ? `DURATION:${unknownLength}` : wallTimeLine('DTEND', when.end)
  return [wallTimeLine('DTSTART', when.start), length]
}

/**
 * By the clocks of Kyiv. Where those alone would not say which moment is meant, other programs guess differently
 * (ical.js, and so Thunderbird, not as RFC 5545, section 3.3.5, says): an hour that is skipped is written as the one that it
 * becomes, and one that comes twice, alone of all, in UTC.
 */
const wallTimeLine = (name: 'DTSTART' | 'DTEND', wallTime: string): string => {
  const [date = '', time] = wallTime.split('T')
  const moment = kyivMoment(date, time)
  return isRepeated(moment) ? `${name}:${utc(moment)}` : `${name};TZID=${kyiv}:${compact(kyivWallTime(moment))}00`
}

const utc = (moment: number): string => `${compact(new Date(moment).toISOString().slice(0, 19))}Z`

const compact = (iso: string): string => iso.replaceAll(/[-:]/g, '')
