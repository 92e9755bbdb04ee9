import type { Forum, Locale } from '#contract'
import { hoursOf } from '#contract/forum-reading'
import { messages } from '#contract/messages/messages'
import { posterMessages } from './messages/poster-messages.ts'

export type Fact = { readonly name: string; readonly fact: string; readonly more?: string | undefined }

/**
 * What a poster tells of a forum. What is not known of one to come is said to be announced later; of one that was held,
 * what came of it is told instead.
 */
export const posterFacts = (forum: Forum, lang: Locale): Fact[] => {
  const { venue, state, date, outcome, words: told } = forum
  const words = messages[lang]
  const isAwaited = date !== null && (state === 'scheduled' || state === 'moved')
  const hours = hoursOf(forum) ?? (isAwaited ? words.hoursToCome : null)
  const place = venue?.name[lang] ?? (isAwaited ? words.placeToCome : null)
  const facts: { name: string; fact: string | null | undefined; more?: string | undefined }[] = [
    { name: words.hours, fact: hours },
    { name: words.place, fact: place, more: venue?.address?.[lang] },
    { name: words.shelter, fact: venue?.shelter?.[lang] },
    { name: words.access, fact: venue?.access?.[lang] },
    { name: posterMessages[lang].outcome, fact: told[lang].attendance, more: outcome?.summary?.[lang] },
  ]
  return facts.flatMap(({ fact, ...rest }) => (fact ? [{ ...rest, fact }] : []))
}
