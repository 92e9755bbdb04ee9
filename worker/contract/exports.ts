import * as z from 'zod'
import { RegistrationStatus } from './registered.ts'
import { RegistrationListQuery } from './registration-desk.ts'
import { Locale, Slug } from './words.ts'

export const ExportFormat = z.enum(['csv', 'xlsx', 'json']).meta({ id: 'ExportFormat' })
export type ExportFormat = z.infer<typeof ExportFormat>

/** What separates the cells of a CSV file: spreadsheets of Ukrainian computers expect `;`. */
const Delimiter = z.enum([';', ','])
export type Delimiter = z.infer<typeof Delimiter>

/** Whom a list holds, as on the screen, and how it leaves the house. */
export const ExportQuery = RegistrationListQuery.omit({ q: true, cursor: true, limit: true }).extend({
  lang: Locale.default('uk').meta({ description: 'Of the headers and of what is chosen, not typed' }),
  delimiter: Delimiter.default(';').meta({ description: 'Of CSV alone' }),
})
export type ExportQuery = z.output<typeof ExportQuery>

/** Whom the sheet for the door names. */
export const SheetQuery = z.strictObject({
  lang: Locale.default('uk'),
  status: RegistrationStatus.default('confirmed'),
  activity: Slug.optional().meta({ description: 'Only those who chose it' }),
})
export type SheetQuery = z.output<typeof SheetQuery>
