import type { Registered } from '#contract'
import type { ListedRow } from './registration-store.ts'

/** A stored registration as the person and the organisers see it. */
export const presentRegistered = (row: ListedRow): Registered => ({
  code: row.code,
  status: row.status,
  name: row.name ?? '',
  email: row.email ?? '',
  phone: row.phone,
  organisation:
    row.organisationName === null
      ? null
      : { name: row.organisationName, edrpou: row.organisationEdrpou, role: row.organisationRole },
  proposal: row.proposalText === null ? null : { topic: row.proposalTopic, text: row.proposalText },
  needs: row.needs,
  locale: row.locale,
  createdAt: new Date(row.createdAt).toISOString(),
  confirmBy: row.confirmBy === null ? null : new Date(row.confirmBy).toISOString(),
})
