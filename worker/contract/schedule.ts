import * as z from 'zod'
import { Forum } from './forum.ts'
import { Slug, Words } from './words.ts'

export const Series = z
  .object({
    slug: Slug,
    title: Words,
    about: Words,
    progress: z
      .object({ held: z.int().nonnegative(), total: z.int().nonnegative(), words: Words })
      .meta({ description: 'District forums of the whole series, whatever the answer was narrowed to' }),
    source: z
      .object({ name: Words, url: z.url() })
      .meta({ description: 'To be shown as a link wherever the schedule is shown' }),
  })
  .meta({ id: 'Series', description: "A year's round of forums under one name" })
export type Series = z.infer<typeof Series>

export const Schedule = z
  .object({
    series: Series,
    forums: z.array(Forum).meta({ description: 'By date, those without one after them, the city last' }),
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.infer<typeof Schedule>

/** What travels inside the script: the whole current series, and the districts of the site whose page asked for it. */
export type Carried = {
  readonly schedule: Schedule
  readonly site: { readonly host: string; readonly district: string | null } | null
}

/** An empty parameter is an absent one. `site` is the host name of the page that asks: a registered one narrows the schedule to its district. */
export const ScheduleQuery = z.strictObject({
  district: z
    .string()
    .max(400)
    .regex(/^(?:[a-z0-9-]+(?: [a-z0-9-]+)*)?$/)
    .optional()
    .meta({ description: 'Slugs of districts, separated by spaces; `city` for the city forum', example: 'darnytskyi' }),
  series: Slug.or(z.literal('')).optional().meta({ description: 'The current series when absent', example: '2019' }),
  site: z
    .string()
    .max(253)
    .optional()
    .meta({ description: 'Host name of the embedding page', example: 'district.example.org' }),
})
export type ScheduleQuery = z.infer<typeof ScheduleQuery>
