import type { RegistrationRecord } from '#contract'
import { presentRegistered } from '../registration/present-registered.ts'
import type { ListedRow } from './columns.ts'

export const presentRecord = (row: ListedRow): RegistrationRecord => ({
  ...presentRegistered(row),
  consent: { version: row.consentVersion, givenAt: new Date(row.createdAt).toISOString() },
})
