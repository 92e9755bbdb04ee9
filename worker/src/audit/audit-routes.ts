import { createRoute } from '@hono/zod-openapi'
import { type AuditAction, type AuditEntry, AuditList, AuditQuery, pageLength } from '#contract'
import { forOrganisers, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { type AuditRow, readAudit } from './read-audit-store.ts'

const getAudit = createRoute({
  ...forOrganisers('Audit'),
  method: 'get',
  path: '/admin/audit',
  summary: 'What organisers saw, took out and changed',
  request: { query: AuditQuery },
  responses: { 200: jsonAnswer(AuditList, 'A page of the book'), ...problemAnswers(400, 401, 403) },
})

export const auditRoutes = () =>
  newApi().openapi(getAudit, async context => {
    const { cursor, limit = pageLength, ...filter } = context.req.valid('query')
    const rows = await readAudit(context.var.database, filter, cursor, limit)
    const next = rows.length === limit ? String(rows.at(-1)?.entry.id) : null
    return context.json({ entries: rows.map(presentEntry), next }, 200)
  })

const presentEntry = ({ entry, organiser }: AuditRow): AuditEntry => ({
  id: entry.id,
  at: new Date(entry.at).toISOString(),
  organiser,
  action: entry.action as AuditAction,
  forum: entry.forum,
  object: entry.object,
  count: entry.count,
  requestId: entry.requestId,
})
