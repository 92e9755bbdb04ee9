import * as z from 'zod'
import { formatted, refusedAs } from './formatted.ts'
import { line, published, someText, webAddress } from './text-formats.ts'
import { slugPattern, WallTime } from './words.ts'

/** What organisers write is at most so long, in Unicode code points; numbers are at most so large. */
export const programmeLimits = {
  title: 200,
  about: 2000,
  summary: 5000,
  address: 300,
  /** Confirmed people, waiting people, reserved places. */
  places: 100_000,
  position: 1000,
  /** Forums in one page of a list. */
  page: 100,
} as const

const inBoth = <Schema extends z.ZodType>(text: Schema) => z.strictObject({ uk: text, en: text })

/** One line in both languages, for everybody to read. */
export const lineInBoth = (most: number) =>
  inBoth(formatted(published(line(most))).meta({ minLength: 1, maxLength: most }))

/** Some lines in both languages. */
export const textInBoth = (most: number) =>
  inBoth(formatted(published(someText(most))).meta({ minLength: 1, maxLength: most }))

export const title = lineInBoth(programmeLimits.title).meta({
  example: { uk: 'Районний громадський форум', en: 'District Civic Forum' },
})

export const webPage = formatted(webAddress).meta({ format: 'uri', example: 'https://map.example.org/hall' })

/** The name of something new, in addresses and in audit; it never changes. */
export const newSlug = z
  .string()
  .refine(slug => slug.length <= 64 && slugPattern.test(slug), refusedAs('invalid-slug'))
  .meta({ pattern: slugPattern.source, maxLength: 64, example: '2019-podilskyi' })

/** The slug of something that must be there: else 422 `unknown-reference`. */
export const reference = (example: string) => z.string().max(64).meta({ example })

/** Of this century: what is typed wrongly by a digit is refused. */
export const day = z.iso
  .date({ abort: true })
  .refine(date => date >= '2000-01-01' && date < '2100-01-01', refusedAs('out-of-range'))
  .meta({ description: 'In Kyiv', example: '2019-06-06' })

export const hour = WallTime.meta({ description: 'Wall time in Kyiv', example: '10:00' })

export const moment = z.iso.datetime({ offset: true }).meta({ example: '2019-06-05T18:00:00+03:00' })

/** From so many to as many places as there can be. */
export const places = (least: number) => z.int().min(least).max(programmeLimits.places)

export const position = z
  .int()
  .min(0)
  .max(programmeLimits.position)
  .meta({ description: 'The lower comes first', example: 6 })
