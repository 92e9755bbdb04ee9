import type { Forum } from '#contract'
import { bodyOf, footOf } from './letter-blocks.ts'
import type { LetterFacts, LetterKind, Locale } from './letter-facts.ts'
import { asHtml, codePicture } from './letter-html.ts'
import { asText } from './letter-text.ts'
import { letterWords } from './letter-words.ts'

export type Written = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The HTML shows the code's picture, which therefore has to be attached. */
  readonly showsCode: boolean
}

/** A letter: the same facts give the same letter. `calendar` says that an entry for a calendar is attached. */
export const letter = (kind: LetterKind, facts: LetterFacts, locale: Locale, calendar = false): Written => {
  const words = letterWords[locale]
  const written = facts.written ?? { subject: words.fromOrganisers, text: '' }
  const telling = kind === 'from-organisers' ? undefined : words.tellings[kind]
  const subject = telling ? subjectOf(telling.subject, facts.forum, locale) : headerLine(written.subject)
  const told = {
    site: telling ? words.site : `${words.site}. ${words.fromOrganisers}`,
    heading: telling ? telling.heading : headerLine(written.subject),
    title: titleOf(facts.forum, locale),
    body: bodyOf(kind, facts, locale, calendar),
    foot: footOf(kind, facts, locale),
  }
  const html = asHtml(locale, subject, told)
  return { subject, text: asText(told), html, showsCode: html.includes(`cid:${codePicture}`) }
}

/** Forums of one series bear one title: the district tells them apart, and comes first where a line is cut off. */
export const subjectOf = (news: string, { title, district }: Forum, locale: Locale): string =>
  headerLine(`${news}: ${[district?.name[locale], title[locale]].filter(Boolean).join('. ')}`)

export const titleOf = ({ title, district }: Forum, locale: Locale): string =>
  [title[locale], district?.name[locale]].filter(Boolean).join(', ')

/** As long as a subject line is read anywhere. */
const most = 200

/** One line without what could end or turn it (RFC 5322, section 2.2): whatever is written in a title stays a title. */
export const headerLine = (text: string): string =>
  [
    ...text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replaceAll(/[\p{Bidi_Control}]/gu, '')
      .trim(),
  ]
    .slice(0, most)
    .join('')
