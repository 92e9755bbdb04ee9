import type { Locale, RegistrationRecord } from '#contract'
import type { ColumnName } from '../columns.ts'
import { listEn } from './list-en.ts'
import { listUk } from './list-uk.ts'

/** What a list says when it leaves the house. */
export interface ListMessages {
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly statuses: Readonly<Record<RegistrationRecord['status'], string>>
  readonly locales: Readonly<Record<Locale, string>>
  /** Who entered it. */
  readonly origins: Readonly<Record<'form' | 'organiser' | 'door', string>>
  readonly yes: string
  /** Of the sheet in a workbook. */
  readonly sheet: string
  /** In the name of a file, after the forum's. */
  readonly file: string
}

export const listMessages: Readonly<Record<Locale, ListMessages>> = { uk: listUk, en: listEn }
