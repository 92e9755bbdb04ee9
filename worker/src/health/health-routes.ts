import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { Health } from '#contract'
import { version } from '../../../package.json'
import { postOf } from '../email/post.ts'
import { jsonAnswer } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Operation'],
  summary: 'Whether the worker and its database answer',
  responses: { 200: jsonAnswer(Health, 'Both do'), 503: jsonAnswer(Health, 'The database does not') },
})

export const healthRoutes = (): Api =>
  newApi().openapi(getHealth, async context => {
    const noStore = { 'Cache-Control': 'no-store' }
    const letters = postOf(context.env) ? 'sent' : 'waiting'
    try {
      await context.var.database.run(sql`SELECT 1 FROM forums LIMIT 1`)
      return context.json({ status: 'ok', version, database: 'ok', letters } as const, 200, noStore)
    } catch {
      return context.json({ status: 'unavailable', version, database: 'unavailable', letters } as const, 503, noStore)
    }
  })
