import type { Locale, RegistrationStatus } from '#contract'
import { formMessages } from '#contract/messages/form-messages'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { calendarWords } from './calendar-words.ts'
import { entryOf, forumEntry, marked, type Reader } from './forum-entry.ts'
import { type Entry, type EntryStatus, type Method, type Parties, writeCalendar } from './ics-rules.ts'

/** What of a registration stands in its calendar entry. */
export type RegistrationFacts = {
  readonly code: string
  readonly status: RegistrationStatus
  readonly version: number
  readonly email: string | null
}

/** Whose letters carry the entry: the address that stands in their From. */
export type Sender = { readonly name: string; readonly address: string }

/** `method` also has to stand in the Content-Type of the letter's part (RFC 6047, section 2.4). */
export type RegistrationCalendar = { readonly method: Method; readonly text: string }

/**
 * A person's own entry, for their letters and for them to take along; undefined while the forum has no date. The same
 * UID for as long as the registration lives, whatever becomes of it and of the forum.
 *
 * With a `sender` it is a REQUEST that its attendee has already accepted, later changed by another REQUEST or taken
 * away by a CANCEL, since that is what keeps the entry right without a click: Google's calendar takes no cancellation
 * of what came as PUBLISH, and wants the sender as ORGANIZER (https://github.com/Wunderbyte-GmbH/moodle-mod_booking/issues/1107);
 * Outlook takes PUBLISH from a file only and shows it as raw lines in a letter
 * (https://learn.microsoft.com/openspecs/exchange_standards/ms-stanoical/829f98b5-a367-497c-9844-5cd33c215ee2).
 * Without one, as in a file to take along, it is a PUBLISH with neither party (RFC 5546, section 3.2.1).
 */
export const registrationCalendar = (
  registration: RegistrationFacts,
  row: ForumRow,
  reader: Reader,
  sender: Sender | null,
): RegistrationCalendar | undefined => {
  const entry = forumEntry(row, reader)
  if (!entry) return undefined
  const parties = partiesOf(registration, sender)
  const own = { ...ownEntry(registration, entry, row, reader), ...(parties && { parties }) }
  const method = methodOf(own.status, parties)
  return { method, text: writeCalendar({ method, entries: [own] }) }
}

/**
 * Takes a person's entry away, as of a forum that has lost its date: whoever had none loses nothing by it. When there is
 * a date again the entry comes back, under the same UID.
 */
export const withoutDate = (
  registration: RegistrationFacts,
  row: ForumRow,
  reader: Reader,
  sender: Sender,
): RegistrationCalendar => {
  const parties = partiesOf(registration, sender)
  const entry: Entry = {
    ...entryOf(row, reader),
    when: null,
    uid: uidOf(registration, reader),
    sequence: sequenceOf(registration, row),
    stamp: reader.now,
    status: 'CANCELLED',
    isBusy: false,
    ...(parties && { parties }),
  }
  return { method: 'CANCEL', text: writeCalendar({ method: 'CANCEL', entries: [entry] }) }
}

const uidOf = ({ code }: RegistrationFacts, { origin }: Reader): string => `${code}@${new URL(origin).host}`

const methodOf = (status: EntryStatus, parties: Parties | undefined): Method => {
  if (status === 'CANCELLED') return 'CANCEL'
  return parties ? 'REQUEST' : 'PUBLISH'
}

const ownEntry = (registration: RegistrationFacts, entry: Entry, row: ForumRow, reader: Reader) => {
  const { locale, now } = reader
  const { code, status } = registration
  const words = calendarWords[locale]
  return {
    ...entry,
    uid: uidOf(registration, reader),
    sequence: sequenceOf(registration, row),
    stamp: now,
    status: statusOf(status, entry.status),
    isBusy: status === 'confirmed' && entry.status === 'CONFIRMED' && entry.when?.kind === 'hours',
    summary: entry.status === 'CANCELLED' ? entry.summary : marked(markOf(status, locale), entry.summary),
    description: [`${formMessages[locale].code}: ${code}`, entry.description, words.ownEntry].join('\n'),
  }
}

/**
 * The registration's version first, and within it the forum's: both only rise, and so does this, even when a person is
 * transferred to a forum that was changed less often. A calendar takes no entry whose SEQUENCE is lower than the one it has.
 */
const sequenceOf = ({ version }: RegistrationFacts, { forum }: ForumRow): number =>
  version * versionsOfForum + Math.min(forum.version, versionsOfForum - 1)

/** More than an organiser ever makes; and SEQUENCE stays within 31 bits (RFC 5545, section 3.3.8) for 214,000 versions of a registration. */
const versionsOfForum = 10_000

const statusOf = (status: RegistrationStatus, forum: EntryStatus): EntryStatus => {
  if (status === 'cancelled' || forum === 'CANCELLED') return 'CANCELLED'
  return status === 'waitlisted' ? 'TENTATIVE' : forum
}

const markOf = (status: RegistrationStatus, locale: Locale): string | null => {
  const { cancelled, waitlisted } = calendarWords[locale]
  if (status === 'cancelled') return cancelled
  return status === 'waitlisted' ? waitlisted : null
}

const takesPart = { confirmed: 'ACCEPTED', waitlisted: 'TENTATIVE', cancelled: 'DECLINED' } as const

const partiesOf = ({ email, status }: RegistrationFacts, sender: Sender | null): Parties | undefined =>
  sender && email !== null
    ? { organizer: sender, attendee: { address: email, takesPart: takesPart[status] } }
    : undefined
