import * as z from 'zod'

/** Something that people read, in both languages of the product. Ukrainian shows U+2019 as apostrophe. */
export const Words = z
  .object({
    uk: z.string().meta({ example: 'Святошинський район' }),
    en: z.string().meta({ example: 'Sviatoshynskyi District' }),
  })
  .meta({ id: 'Words', description: 'A text for people, in Ukrainian and English' })
export type Words = z.infer<typeof Words>

/** A component of the OpenAPI document that may be null: `anyOf` keeps the reference, `.nullable()` would change the component itself. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()])

export const Locale = z.enum(['uk', 'en'])
export type Locale = z.infer<typeof Locale>

/** The public name of a series, district, forum or activity. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Hours and minutes of a clock in Kyiv. */
export const WallTime = z
  .string()
  .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)
  .meta({ example: '10:00' })

export const Slug = z.string().max(64).regex(slugPattern).meta({ example: '2019-sviatoshynskyi' })
