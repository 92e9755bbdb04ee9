import type { Locale } from '#contract'
import type { Choice } from './choice.ts'

type Shown = Pick<Choice, 'scope' | 'districts' | 'forum'>

/** The page of the worker that shows what was chosen. It cannot know the host name of a site, so that one is everybody's. */
export const hostedPath = ({ scope, districts, forum }: Shown, lang: Locale | null): string => {
  const query = new URLSearchParams()
  if (forum === null && scope !== 'all' && districts.length > 0) query.set('district', districts.join(' '))
  if (lang === 'en') query.set('lang', lang)
  return withQuery(forum === null ? '/schedule' : `/forums/${forum}`, query)
}

/** What stands in an editor's iframe. What is the widget's own way is left out. */
export const framePath = (choice: Choice): string => {
  const { language, theme, accent, variant } = choice
  const query = subject(choice)
  if (language !== null) query.set('lang', language)
  if (theme !== 'light') query.set('theme', theme)
  if (variant === 'list' || variant === 'button') query.set('variant', variant)
  if (accent !== null) query.set('accent', accent)
  return withQuery('/embed/frame', query)
}

/** The QR code of the page that shows what was chosen. */
export const qrPath = (shown: Shown, lang: Locale | null): string => printed('/embed/qr.svg', shown, lang)

/** A forum's poster. */
export const posterPath = (forum: string, lang: Locale | null): string =>
  printed('/embed/poster', { scope: 'all', districts: [], forum }, lang)

const printed = (path: string, shown: Shown, lang: Locale | null): string => {
  const query = subject(shown)
  if (lang === 'en') query.set('lang', lang)
  return withQuery(path, query)
}

const subject = ({ scope, districts, forum }: Shown): URLSearchParams => {
  const query = new URLSearchParams()
  if (forum !== null) query.set('forum', forum)
  else if (scope !== 'all' && districts.length > 0) query.set('district', districts.join(' '))
  return query
}

const withQuery = (path: string, query: URLSearchParams): string => (query.size > 0 ? `${path}?${query}` : path)
