import * as z from 'zod'
import { RegistrationStatus } from './registered.ts'
import { Locale, Slug } from './words.ts'

export const ExportFormat = z.enum(['csv', 'xlsx', 'json']).meta({ id: 'ExportFormat' })
export type ExportFormat = z.infer<typeof ExportFormat>

/** What separates the cells of a CSV file: spreadsheets of Ukrainian computers expect `;`. */
export const Delimiter = z.enum([';', ','])
export type Delimiter = z.infer<typeof Delimiter>

/** How a list leaves the house, besides whom it holds. */
export const exportWishes = {
  lang: Locale.default('uk').meta({ description: 'Of the headers and of what is chosen, not typed' }),
  delimiter: Delimiter.default(';').meta({ description: 'Of CSV alone' }),
}

export const ExportQuery = z.strictObject({
  status: RegistrationStatus.optional(),
  sort: z.enum(['arrival', 'name']).default('arrival'),
  ...exportWishes,
})

/** Whom the sheet for the door names. */
export const SheetQuery = z.strictObject({
  lang: Locale.default('uk'),
  status: RegistrationStatus.default('confirmed'),
  activity: Slug.optional().meta({ description: 'Only those who chose it' }),
})
