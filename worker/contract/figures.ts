import * as z from 'zod'
import { Slug, Words } from './words.ts'

/** By what people are counted. */
export const FiguresBy = z
  .enum(['forum', 'district', 'series', 'day', 'site', 'organisation', 'activity'])
  .meta({ id: 'FiguresBy', description: 'By what people are counted' })
export type FiguresBy = z.infer<typeof FiguresBy>

const date = z.iso.date().meta({ example: '2019-06-06' })

export const FiguresQuery = z.strictObject({
  by: FiguresBy,
  series: Slug.optional().meta({ description: 'The forums of one series', example: '2019' }),
  forum: Slug.optional().meta({ description: 'One forum alone' }),
  since: date.optional().meta({
    description: 'The first day in Kyiv: of forums by `forum`, `district` and `series`, otherwise of registration',
  }),
  until: date.optional().meta({ description: 'The last day, itself included' }),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

const figure = z.int().nonnegative().nullable()

const counts = {
  registered: figure.meta({ description: 'Who have a place', example: 64 }),
  waiting: figure.meta({ description: 'Who are on the waitlist', example: 8 }),
  cancelled: figure.meta({ description: 'Who gave their place back', example: 5 }),
  came: figure.meta({ description: 'Of the registered, who were checked in', example: 51 }),
}

export const Figures = z
  .object({
    by: FiguresBy,
    rows: z.array(
      z.object({
        key: z
          .string()
          .nullable()
          .meta({
            description:
              'A slug (`city` for forums without a district), a date, a host name, an organisation’s number in the register or ' +
              'name in lower case, `forum/activity`; `other`: organisations that are not told apart; null: none was given',
            example: '2019-sviatoshynskyi',
          }),
        name: Words.optional(),
        ...counts,
      }),
    ),
    total: z.object(counts).meta({
      description: 'Of people, each once: by `activity` less than the sum of the rows when somebody chose several',
    }),
    suppressed: z.boolean().meta({ description: 'Some figures are null, because they would tell of too few people' }),
  })
  .meta({ id: 'Figures', description: 'Numbers of people, without any person' })
export type Figures = z.infer<typeof Figures>
