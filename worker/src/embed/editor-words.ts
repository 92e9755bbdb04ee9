import type { Forum, Locale, Words } from '#contract'
import { city } from '#contract/districts'
import { forumName } from '#contract/forum-reading'
import { dayIn } from '#contract/wording'
import type { Choice, ReservedHeight } from './choice.ts'
import type { SiteFound } from './editor.ts'
import type { EmbedMessages } from './messages/embed-messages.ts'

export type Named = { readonly slug: string; readonly name: Words }

/** What a link or a frame is called, in the language of the widget. */
export const labelOf = (
  { scope, districts, forum }: Pick<Choice, 'scope' | 'districts' | 'forum'>,
  lang: Locale,
  words: EmbedMessages,
  known: { readonly districts: readonly Named[]; readonly forums: readonly Forum[] },
): string => {
  const one = known.forums.find(({ slug }) => slug === forum)
  if (one) return words.forumOf(forumName(one, lang), one.date && dayIn(lang, 'date', one.date))
  if (scope === 'all' || districts.length === 0) return words.wholeSchedule
  const names = known.districts.filter(({ slug }) => districts.includes(slug)).map(({ name }) => name[lang])
  return words.scheduleOf([...names, ...(districts.includes(city) ? [words.city] : [])].join(', '))
}

/** What an editor is told of the address of the site. */
export const siteSentence = (site: SiteFound | null, lang: Locale, words: EmbedMessages): string => {
  if (site === null) return ''
  if (site.hostname === null) return words.siteUnreadable
  return site.isRegistered
    ? words.siteRegistered(site.hostname, site.district?.name[lang] ?? words.wholeCity)
    : words.siteUnknown(site.hostname)
}

export const heightSentence = ({ narrow, wide }: ReservedHeight, isMeasured: boolean, words: EmbedMessages): string =>
  isMeasured ? words.measured(narrow, wide) : words.estimated(narrow, wide)
