import type { Locale } from '#contract'

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

/** `forum` is the full look of one forum; the widget knows it by the attribute of that name. */
export const variants = ['full', 'list', 'forum', 'button'] as const
export type Variant = (typeof variants)[number]

/** Where on the editor's page it will stand; decides the height that is reserved. */
export const places = ['column', 'text', 'wide'] as const
export type Place = (typeof places)[number]

/** Whose forums: of the district that the site is registered for, of the whole city, or of chosen districts. */
export const scopes = ['site', 'all', 'chosen'] as const
export type Scope = (typeof scopes)[number]

/** What an editor chose on `/embed`. */
export type Choice = {
  readonly scope: Scope
  /** Slugs of what `scope` means, `city` among them: of a site, the one it is registered for, if it is. */
  readonly districts: readonly string[]
  readonly forum: string | null
  /** Null: that of the page on which it stands. */
  readonly language: Locale | null
  readonly theme: Theme
  /** `#rrggbb`; null: the widget's own. */
  readonly accent: string | null
  readonly variant: Variant
  readonly place: Place
}

/** Pixels, on phones and on everything wider than `phoneUpTo`. */
export type ReservedHeight = { readonly narrow: number; readonly wide: number }

/** The width of a window, in pixels, up to which the height for phones is reserved. */
export const phoneUpTo = 700
