import type { Reader } from '../calendar/forum-entry.ts'
import {
  registrationCalendar,
  type RegistrationCalendar,
  type Sender,
  withoutDate,
} from '../calendar/registration-calendar.ts'
import { privateToken } from '../registration/private-link.ts'
import { signedNumber } from '../registration/signed-number.ts'
import { addressIn, forumAddress } from '../pages/page-address.ts'
import { kyivTime } from '../schedule/kyiv-time.ts'
import { presentForum } from '../schedule/present-forum.ts'
import { codePng } from './letters/code-picture.ts'
import type { LetterFacts, LetterKind, Locale } from './letters/letter-facts.ts'
import { codePicture } from './letters/letter-html.ts'
import { letter } from './letters/letter.ts'
import { letterWords } from './letters/letter-words.ts'
import type { Attachment, Letter } from './mailer.ts'
import { messageIdOf } from './outbox-rules.ts'
import type { LetterRow } from './outbox-store.ts'
import { isReminder } from './letters/letter-blocks.ts'

/** In whose name letters are written. */
export type Keeper = {
  readonly secret: string
  /** Of this worker, where the links lead: `https://forums.example.org`. */
  readonly origin: string
  /** The address that stands in From. */
  readonly from: string
}

/** The letter that a row of the outbox asks for, made of what is so at this moment. */
export const composeLetter = async (keeper: Keeper, row: LetterRow & { to: string }, now: number): Promise<Letter> => {
  const { locale, code } = row.registration
  const { kind, id } = row.outbox
  const facts = await factsOf(keeper, row, now)
  const from = { name: letterWords[locale].site, address: keeper.from }
  const calendar = calendarOf(row, { origin: keeper.origin, locale, now }, from)
  const { showsCode, ...written } = letter(kind, facts, locale, calendar !== undefined && calendar.method !== 'CANCEL')
  return {
    ...written,
    messageId: messageIdOf(id, kind, new URL(keeper.origin).hostname),
    from,
    to: row.to,
    headers: {
      // Answered by no machine (RFC 3834), and in which language it is (RFC 3282).
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      ...(isReminder(kind) && unsubscribing(facts.reminders)),
    },
    attachments: [...(showsCode ? [pictureOf(code)] : []), ...(calendar ? [entryOf(calendar)] : [])],
  }
}

const calendarOf = (row: LetterRow, reader: Reader, from: Sender): RegistrationCalendar | undefined => {
  const { registration, outbox } = row
  if (withoutCalendar.has(outbox.kind)) return undefined
  if (outbox.kind === 'forum-moved' && row.forum.date === null) return withoutDate(registration, row, reader, from)
  return registrationCalendar(registration, row, reader, from)
}

/** After the forum there is nothing to put down any more, before the address is confirmed nothing yet, and organisers' own words change no entry. */
const withoutCalendar: ReadonlySet<LetterKind> = new Set(['thanks', 'from-organisers', 'confirm-address'])

/** Mail programs offer a button of their own (RFC 2369), which asks no further question (RFC 8058). */
export const unsubscribing = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const factsOf = async ({ secret, origin }: Keeper, row: LetterRow, now: number): Promise<LetterFacts> => {
  const { registration, forum, series, letter: written } = row
  const { locale, code, status, confirmBy } = registration
  return {
    forum: presentForum(row, now),
    status,
    code,
    heldUntil: confirmBy === null ? null : kyivTime(confirmBy),
    link: `${origin}/registration#${await privateToken(secret, code)}`,
    page: pageFor(origin, forum.slug, locale),
    reminders: origin + addressIn(locale, `/reminders/${await signedNumber(secret, 'reminders', registration.id)}`),
    source: sourceOf(series),
    ...(written && { written: writtenIn(locale, written) }),
  }
}

/** The forum's own page, in the letter's language. */
export const pageFor = (origin: string, slug: string, locale: Locale): string => origin + forumAddress(locale, slug)

export const sourceOf = (series: LetterRow['series']): LetterFacts['source'] => ({
  name: { uk: series.sourceNameUk, en: series.sourceNameEn },
  url: series.sourceUrl,
})

const writtenIn = (locale: Locale, written: NonNullable<LetterRow['letter']>) =>
  locale === 'uk'
    ? { subject: written.subjectUk, text: written.textUk }
    : { subject: written.subjectEn, text: written.textEn }

/** The method has to be said of the part as well (RFC 6047, section 2.4). */
const entryOf = ({ method, text }: RegistrationCalendar): Attachment => ({
  filename: 'forum.ics',
  type: `text/calendar; charset=utf-8; method=${method}`,
  content: new TextEncoder().encode(text).toBase64(),
})

const pictureOf = (code: string): Attachment => ({
  filename: `${code}.png`,
  type: 'image/png',
  content: codePng(code).toBase64(),
  contentId: codePicture,
})
