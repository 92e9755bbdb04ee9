import * as z from 'zod'
import { ScheduleQuery } from './schedule.ts'
import { Locale } from './words.ts'

const lang = Locale.or(z.literal(''))
  .optional()
  .meta({ description: 'The language of the entries; Ukrainian when absent', example: 'en' })

/** An empty parameter is an absent one. */
export const CalendarQuery = ScheduleQuery.omit({ site: true }).extend({ lang })
export type CalendarQuery = z.infer<typeof CalendarQuery>

export const CalendarFileQuery = z.strictObject({ lang })
export type CalendarFileQuery = z.infer<typeof CalendarFileQuery>
