import { attribution, type Block, link, paragraph, placeOnTheMap, whenAndWhere } from './letter-blocks.ts'
import type { LetterFacts, Locale } from './letter-facts.ts'
import { asHtml } from './letter-html.ts'
import type { SubscriptionLetterKind } from './letter-kinds.ts'
import { asText } from './letter-text.ts'
import { letterWords } from './letter-words.ts'
import { subjectOf, titleOf } from './letter.ts'

/** What a letter may say to whoever waits for news of a forum: nothing that they or anybody else has typed. */
export type SubscriptionFacts = Pick<LetterFacts, 'forum' | 'page' | 'source'> & {
  /** Where the address is confirmed. */
  readonly confirm: string
  /** Where it is taken away. */
  readonly leave: string
}

type Written = { readonly subject: string; readonly text: string; readonly html: string }

/** The same facts give the same letter. */
export const subscriptionLetter = (kind: SubscriptionLetterKind, facts: SubscriptionFacts, locale: Locale): Written => {
  const { site, subscription: words } = letterWords[locale]
  const { subject: news, heading, opening } = words.tellings[kind]
  const subject = subjectOf(news, facts.forum, locale)
  const told = {
    site,
    heading,
    title: titleOf(facts.forum, locale),
    body: [...opening.map(paragraph), ...rest[kind](facts, locale)],
    foot: footOf(kind, facts, locale),
  }
  return { subject, text: asText(told), html: asHtml(locale, subject, told) }
}

const rest: Readonly<Record<SubscriptionLetterKind, (facts: SubscriptionFacts, locale: Locale) => Block[]>> = {
  'subscription-confirm': ({ confirm }, locale) => [
    action(letterWords[locale].subscription.confirm, confirm),
    paragraph(letterWords[locale].subscription.notMe),
  ],
  'subscription-date': (facts, locale) => [
    ...place(facts, locale),
    paragraph(`${facts.forum.words[locale].registration}.`),
    action(letterWords[locale].forumPage, facts.page),
  ],
  'subscription-open': (facts, locale) => [
    ...place(facts, locale),
    action(letterWords[locale].subscription.register, facts.page),
  ],
  'subscription-cancelled': ({ page }, locale) => [link(letterWords[locale].forumPage, page)],
}

const place = (facts: SubscriptionFacts, locale: Locale): Block[] => [
  { kind: 'rows', rows: whenAndWhere(facts, locale) },
  ...placeOnTheMap(facts, locale),
]

const action = (label: string, address: string): Block => ({ kind: 'action', link: { label, address } })

const footOf = (
  kind: SubscriptionLetterKind,
  { leave: address, source }: SubscriptionFacts,
  locale: Locale,
): Block[] => {
  const { stored, why, leave } = letterWords[locale].subscription
  const isFirst = kind === 'subscription-confirm'
  return [paragraph(stored), ...(isFirst ? [] : [paragraph(why), link(leave, address)]), attribution(source, locale)]
}
