import * as z from 'zod'
import { ScheduleQuery } from './schedule.ts'
import { Locale, Words } from './words.ts'

const lang = Locale.or(z.literal(''))
  .optional()
  .meta({ description: 'The language of the entries; Ukrainian when absent', example: 'en' })

/** An empty parameter is an absent one. */
export const CalendarQuery = ScheduleQuery.omit({ site: true }).extend({ lang })
export type CalendarQuery = z.infer<typeof CalendarQuery>

export const CalendarFileQuery = z.strictObject({ lang })
export type CalendarFileQuery = z.infer<typeof CalendarFileQuery>

const address = z.url().meta({ example: 'https://forums.example.org/api/v1/forums/2019-sviatoshynskyi.ics' })

/** The same way in both languages: what it is called, and where it leads. */
export const CalendarLink = z
  .object({
    name: Words.meta({ example: { uk: 'Файл для будь-якого календаря (.ics)', en: 'A file for any calendar (.ics)' } }),
    address: z.object({ uk: address, en: address }),
  })
  .meta({ id: 'CalendarLink', description: 'A plain link, which needs no script' })
export type CalendarLink = z.infer<typeof CalendarLink>

export const CalendarLinks = z
  .object({
    title: Words.meta({ example: { uk: 'Додати до календаря', en: 'Add to calendar' } }),
    links: z.array(CalendarLink),
  })
  .meta({
    id: 'CalendarLinks',
    description: 'Ways to put the forum into a calendar; absent while it has no date, is paused, cancelled or over',
  })
export type CalendarLinks = z.infer<typeof CalendarLinks>
