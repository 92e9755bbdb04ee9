import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { AuditAction } from '#contract'
import type { Database } from '../database/database.ts'
import { audit, organisers } from '../database/tables.ts'

export type AuditFilter = {
  readonly forum?: string | undefined
  readonly organiser?: number | undefined
  readonly action?: AuditAction | undefined
  /** Milliseconds since 1970, the first included, the second not. */
  readonly since?: number | undefined
  readonly until?: number | undefined
}

/** The newest lines before this one. A forum's and an organiser's are found by index; any other filter is sought among them. */
export const readAudit = (
  database: Database,
  { forum, organiser, action, since, until }: AuditFilter,
  before: number | undefined,
  limit: number,
) =>
  database
    .select({ entry: audit, organiser: { id: organisers.id, name: organisers.name } })
    .from(audit)
    .leftJoin(organisers, eq(organisers.id, audit.organiserId))
    .where(
      and(
        before === undefined ? undefined : lt(audit.id, before),
        forum === undefined ? undefined : eq(audit.forum, forum),
        organiser === undefined ? undefined : eq(audit.organiserId, organiser),
        action === undefined ? undefined : eq(audit.action, action),
        since === undefined ? undefined : gte(audit.at, since),
        until === undefined ? undefined : lt(audit.at, until),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit)

export type AuditRow = Awaited<ReturnType<typeof readAudit>>[number]
