import * as z from 'zod'
import { limits } from './limits.ts'

/** Which page of a list that is kept by numbers. */
export const PageQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/)
    .transform(Number)
    .optional()
    .meta({ type: 'string', description: '`next` of the page before; the first page has none', example: '4711' }),
  limit: z
    .string()
    .regex(/^[0-9]{1,4}$/)
    .transform(Number)
    .refine(count => count >= 1 && count <= limits.page)
    .optional()
    .meta({
      type: 'integer',
      minimum: 1,
      maximum: limits.page,
      default: 100,
      description: 'Things on a page, at most',
      example: 100,
    }),
})
export type PageQuery = z.infer<typeof PageQuery>

/** Things on a page of which no other number is asked. */
export const pageLength = 100

export const nextPage = z.string().nullable().meta({ description: '`cursor` of the next page', example: '4711' })
