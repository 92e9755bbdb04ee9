import type { Locale } from '#contract'
import type { Place, Scope, Theme, Variant } from '../choice.ts'
import type { Snippets } from '../snippet-rules.ts'
import { embedEn } from './embed-en.ts'
import { embedUk } from './embed-uk.ts'

type Option = { readonly label: string; readonly hint?: string }

/** Everything that `/embed` says to an editor. */
export interface EmbedMessages {
  readonly title: string
  readonly lead: string
  /** The other language of this page, in that language. */
  readonly otherLanguage: string
  readonly steps: {
    readonly choose: string
    readonly look: string
    readonly copy: string
    readonly print: string
  }
  readonly whose: string
  readonly scopes: Readonly<Record<Scope, Option>>
  readonly site: Option
  readonly siteRegistered: (hostname: string, district: string) => string
  readonly siteUnknown: (hostname: string) => string
  readonly siteUnreadable: string
  readonly wholeCity: string
  readonly districts: string
  readonly cityForum: string
  readonly noneChosen: string
  readonly variant: string
  readonly variants: Readonly<Record<Variant, Option>>
  readonly forum: string
  readonly nextForum: string
  readonly undated: string
  readonly language: string
  readonly languages: Readonly<Record<'page' | Locale, string>>
  readonly theme: string
  readonly themes: Readonly<Record<Theme, string>>
  readonly accent: Option
  readonly place: Option
  readonly places: Readonly<Record<Place, string>>
  readonly apply: string
  readonly widths: string
  readonly widthNames: Readonly<Record<'phone' | 'column' | 'wide', string>>
  readonly preview: string
  /** How high it is, in pixels, when it was measured and when it was not. */
  readonly measured: (narrow: number, wide: number) => string
  readonly estimated: (narrow: number, wide: number) => string
  readonly best: string
  readonly snippets: Readonly<Record<keyof Snippets, Option>>
  readonly more: { readonly plain: string; readonly pinned: string; readonly policy: string }
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
  readonly changed: string
  readonly changeFailed: string
  readonly qr: { readonly title: string; readonly about: string; readonly download: string }
  readonly posters: { readonly title: string; readonly about: string; readonly poster: string; readonly qr: string }
  readonly accessibility: string
  readonly api: string
  /** What a link or a frame is called. */
  readonly wholeSchedule: string
  readonly scheduleOf: (names: string) => string
  readonly forumOf: (name: string, date: string | null) => string
  readonly city: string
  readonly refusals: Readonly<Record<400 | 404, { readonly title: string; readonly advice: string }>>
}

export const embedMessages: Readonly<Record<Locale, EmbedMessages>> = { uk: embedUk, en: embedEn }
