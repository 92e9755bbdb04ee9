import * as z from 'zod'
import { Locale, ScheduleQuery, Slug } from '#contract'
import { places, scopes, themes, variants } from './choice.ts'

/** The longest address that a browser shows in full; of what an editor typed, no more is looked at. */
const longestAddress = 2_000

/** Pixels: more than the whole city's schedule on the narrowest phone. */
const height = z.coerce.number().int().min(20).max(20_000)

const accent = z.stringFormat('hex colour', /^#[0-9a-f]{6}$/)

/** What a frame is told to show. Other parameters, which pages add to count their visitors, are nobody's concern. */
export const FrameQuery = z.object({
  district: ScheduleQuery.shape.district,
  forum: Slug.optional(),
  series: Slug.optional(),
  lang: Locale.default('uk'),
  theme: z.enum(themes).default('light'),
  variant: z.enum(['list', 'button']).optional(),
  accent: accent.optional(),
})
export type FrameQuery = z.infer<typeof FrameQuery>

/** The form of `/embed`, sent by a browser. `lang` is the page's own; `language` is what the widget will speak. */
export const EmbedQuery = z.object({
  lang: Locale.default('uk'),
  scope: z.enum(scopes).optional(),
  site: z.string().max(longestAddress).default(''),
  district: ScheduleQuery.shape.district,
  forum: Slug.optional(),
  language: Locale.optional(),
  theme: z.enum(themes).default('light'),
  accent: accent.optional(),
  variant: z.enum(variants).default('full'),
  place: z.enum(places).default('text'),
  /** Measured in the preview. */
  narrow: height.optional(),
  wide: height.optional(),
})
export type EmbedQuery = z.infer<typeof EmbedQuery>

/** What is printed and scanned: a forum, or what a district has. */
export const PrintQuery = z.object({
  forum: Slug.optional(),
  district: ScheduleQuery.shape.district,
  lang: Locale.default('uk'),
})
export type PrintQuery = z.infer<typeof PrintQuery>

/** The parameters of an address: an empty one is absent, districts that were ticked one by one are a list. */
export const asked = (address: string): Readonly<Record<string, string>> => {
  const { searchParams } = new URL(address)
  const given = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''))
  const districts = searchParams.getAll('district').filter(value => value !== '')
  return {
    ...given,
    ...(districts.length > 0 && { district: districts.join(' ') }),
    ...(given['accent'] !== undefined && { accent: given['accent'].toLowerCase() }),
  }
}
