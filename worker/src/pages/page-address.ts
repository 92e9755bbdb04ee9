import type { Context } from 'hono'
import type { Locale } from '#contract'
import type { Env } from '../http/api.ts'

/** Ukrainian has the plain address, the other language a parameter. */
export const addressIn = (locale: Locale, path: string): string =>
  locale === 'uk' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`

export const forumAddress = (locale: Locale, slug: string): string => addressIn(locale, `/forums/${slug}`)

/** The language that was asked for; undefined for one that there is not. */
export const requestedLocale = (context: Context<Env>): Locale | undefined => {
  const lang = context.req.query('lang') || 'uk'
  return lang === 'uk' || lang === 'en' ? lang : undefined
}

export const localeOf = (context: Context<Env>): Locale => requestedLocale(context) ?? 'uk'

/** Pages of people, whose refusals are pages too. */
export const isForPeople = (path: string): boolean =>
  /^\/(?:forums|schedule|reminders|subscriptions)(?:\/|$)/.test(path)
