import type { Forum } from '#contract'
import { city, ofDistricts, slugsOf } from '#contract/districts'
import type { Choice } from './choice.ts'
import type { EmbedQuery } from './embed-query.ts'

export type Known = {
  /** Slugs of all districts, in their order. */
  readonly districts: readonly string[]
  /** Of the current series, in their order. */
  readonly forums: readonly Forum[]
  /** The district that the editor's site is registered for. */
  readonly siteDistrict: string | null
}

/** What an editor's form says, by what there is: a district or a forum that is not there is not chosen. */
export const choiceOf = (query: EmbedQuery, known: Known): Choice => {
  const whose = subjectOf(query, known)
  const { language = null, theme, accent = null, variant, place } = query
  // The colour field of a form always sends a colour: the widget's own is none.
  const own = accent === ownAccent
  const chosen = { ...whose, forum: null, language, theme, accent: own ? null : accent, variant, place }
  return { ...chosen, forum: forumOf(query, chosen, known.forums) }
}

export const ownAccent = '#0b4f9e'

const subjectOf = (query: EmbedQuery, known: Known): Pick<Choice, 'scope' | 'districts'> => {
  const everything = [...known.districts, city]
  const wanted = slugsOf(query.district ?? '')
  const chosen = everything.filter(slug => wanted.includes(slug))
  const scope = query.scope ?? (chosen.length > 0 ? 'chosen' : 'site')
  if (scope === 'all') return { scope, districts: everything }
  if (scope === 'chosen' && chosen.length > 0) return { scope, districts: chosen }
  return { scope: 'site', districts: known.siteDistrict === null ? [] : [known.siteDistrict] }
}

/** One forum is the named one or the next; a button may leave it to the day which one is next. */
const forumOf = ({ variant, forum }: EmbedQuery, chosen: Choice, forums: readonly Forum[]): string | null => {
  if (variant !== 'forum' && variant !== 'button') return null
  const named = forums.find(({ slug }) => slug === forum)
  if (named || variant === 'button') return named?.slug ?? null
  return nextForum(shownForums(chosen, forums))?.slug ?? nextForum(forums)?.slug ?? null
}

/** The one to invite to: the first that is not over, or else the last that was. */
export const nextForum = (forums: readonly Forum[]): Forum | undefined =>
  forums.find(({ state }) => state !== 'held' && state !== 'cancelled') ?? forums.at(-1)

/** The forums that a choice shows. */
export const shownForums = ({ districts, forum }: Choice, forums: readonly Forum[]): readonly Forum[] => {
  if (forum !== null) return forums.filter(({ slug }) => slug === forum)
  return districts.length === 0 ? forums : ofDistricts(forums, districts)
}
