import { messages } from '#contract/messages/messages'
import { dayIn } from '#contract/wording'
import { keptDays } from '../../privacy/retention.ts'
import { daysAfter } from '../../schedule/kyiv-time.ts'
import type { LetterFacts, LetterKind, Locale } from './letter-facts.ts'
import { letterWords } from './letter-words.ts'

export type Row = { readonly label: string; readonly value: string }
export type Link = { readonly label: string; readonly address: string }

/** What a letter consists of, in the order in which it is read; told once, shown as text and as HTML. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'code'; readonly label: string; readonly code: string; readonly hint: string; readonly qr: string }
  | { readonly kind: 'action'; readonly link: Link; readonly note?: string }
  | { readonly kind: 'link'; readonly link: Link }

const over: ReadonlySet<LetterKind> = new Set(['cancelled', 'forum-cancelled', 'thanks'])
const standingIsNews: ReadonlySet<LetterKind> = new Set([
  'confirmed',
  'waitlisted',
  'promoted',
  'cancelled',
  'forum-cancelled',
  'thanks',
  'from-organisers',
])

export const bodyOf = (kind: LetterKind, facts: LetterFacts, locale: Locale, hasCalendar: boolean): Block[] => [
  ...openingOf(kind, facts, locale).map(paragraph),
  ...(kind === 'thanks' ? resultsOf(facts, locale) : [{ kind: 'rows', rows: whenAndWhere(facts, locale) } as const]),
  ...(over.has(kind) ? [] : placeOnTheMap(facts, locale)),
  ...(hasCalendar ? [paragraph(letterWords[locale].calendar)] : []),
  ...codeOf(kind, facts, locale),
  ...wayOn(kind, facts, locale),
]

/** What stands below: what is stored, why the letter came, whose material it is. */
export const footOf = (kind: LetterKind, { forum, source, reminders }: LetterFacts, locale: Locale): Block[] => {
  const words = letterWords[locale]
  return [
    paragraph(kind === 'confirm-address' ? words.notYou : words.stored(forum.date && lastDayOf(forum.date, locale))),
    paragraph(words.why),
    ...(isReminder(kind) ? [link(words.switchOff, reminders)] : []),
    attribution(source, locale),
  ]
}

export const attribution = (source: LetterFacts['source'], locale: Locale): Block =>
  link(`${messages[locale].source} ${source.name[locale]}`, source.url)

const lastDayOf = (date: string, locale: Locale): string => {
  const last = daysAfter(date, keptDays)
  return letterWords[locale].dayOf(dayIn(locale, 'date', last), last.slice(0, 4))
}

/** Whoever gets one may switch the others off. */
export const isReminder = (kind: LetterKind): boolean =>
  kind === 'reminder-3-days' || kind === 'reminder-1-day' || kind === 'thanks'

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const link = (label: string, address: string): Block => ({ kind: 'link', link: { label, address } })

const openingOf = (kind: LetterKind, facts: LetterFacts, locale: Locale): readonly string[] => {
  const { status, heldUntil, written } = facts
  const words = letterWords[locale]
  if (kind === 'from-organisers') return (written?.text ?? '').split(/\n{2,}/)
  const { opening } = words.tellings[kind]
  if (kind === 'confirm-address')
    return [(status === 'waitlisted' ? words.heldInLine : words.held)(heldUntil ?? ''), ...opening]
  return standingIsNews.has(kind) ? opening : [...opening, words.standing[status]]
}

export const whenAndWhere = ({ forum }: Pick<LetterFacts, 'forum'>, locale: Locale): Row[] => {
  const words = letterWords[locale]
  const labels = messages[locale]
  const { venue, startTime, endTime } = forum
  const told = forum.words[locale]
  const place = venue && [venue.name[locale], venue.address?.[locale]].filter(Boolean).join(', ')
  const hours = startTime && [startTime, endTime].filter(Boolean).join('–')
  return [
    { label: words.date, value: [told.date ?? words.dateToCome, told.moved].filter(Boolean).join('\n') },
    ...(forum.date ? [{ label: labels.hours, value: hours ?? labels.hoursToCome }] : []),
    { label: labels.place, value: place ?? labels.placeToCome },
    ...(venue
      ? [
          { label: labels.shelter, value: venue.shelter?.[locale] ?? words.unknown },
          { label: labels.access, value: venue.access?.[locale] ?? words.unknown },
        ]
      : []),
  ]
}

export const placeOnTheMap = ({ forum }: Pick<LetterFacts, 'forum'>, locale: Locale): Block[] =>
  forum.venue?.mapUrl ? [link(messages[locale].map, forum.venue.mapUrl)] : []

const resultsOf = ({ forum }: LetterFacts, locale: Locale): Block[] => {
  const words = letterWords[locale]
  const results = [forum.words[locale].attendance, forum.outcome?.summary?.[locale]].filter(text => text != null)
  return results.length > 0
    ? [{ kind: 'rows', rows: results.map((value, place) => ({ label: place === 0 ? words.results : '', value })) }]
    : [paragraph(words.resultsToCome)]
}

const codeOf = (kind: LetterKind, { code, status }: LetterFacts, locale: Locale): Block[] => {
  // The code belongs to a place: it comes with the letter that says so.
  if (over.has(kind) || status === 'cancelled' || kind === 'confirm-address') return []
  const words = letterWords[locale]
  return [
    {
      kind: 'code',
      label: words.code,
      code,
      hint: status === 'waitlisted' ? words.forLater : words.atTheDoor,
      qr: words.qr(code),
    },
  ]
}

/** The private link where there is a registration to look at; the forum's page where one may begin again or read on. */
const wayOn = (kind: LetterKind, { link: own, page }: LetterFacts, locale: Locale): Block[] => {
  const words = letterWords[locale]
  const toPage = link(words.forumPage, page)
  const label = over.has(kind) ? words.ownData : kind === 'confirm-address' ? words.toConfirm : words.own
  const toOwn: Block = { kind: 'action', link: { label, address: own }, note: words.isPersonal }
  if (kind === 'cancelled') return [paragraph(words.registerAgain), toPage, toOwn]
  return kind === 'thanks' || kind === 'forum-cancelled' ? [toPage, toOwn] : [toOwn]
}
