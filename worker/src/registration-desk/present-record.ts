import type { RegistrationRecord } from '#contract'
import { presentRegistered } from '../registration/present-registered.ts'
import type { ListedRecord } from './choice-store.ts'

const moment = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString()

/** A registration as an organiser sees it; with its forum where several are looked through. */
export const presentRecord = (row: ListedRecord, forum?: string): RegistrationRecord => ({
  ...presentRegistered(row),
  ...(forum !== undefined && { forum }),
  activities: [...row.activities],
  note: row.note,
  invited: row.invited === 1,
  origin: row.origin,
  cameAt: moment(row.cameAt),
  sourceHost: row.sourceHost,
  consent: {
    version: row.consentVersion,
    givenAt: new Date(row.createdAt).toISOString(),
    channel: row.consentChannel,
  },
  erasedAt: moment(row.erasedAt),
})
