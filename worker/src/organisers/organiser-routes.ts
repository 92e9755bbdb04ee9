import { createRoute } from '@hono/zod-openapi'
import { limits, RegistrationList, RegistrationListQuery, type RegistrationRecord } from '#contract'
import { ForumPath, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'
import { problem } from '../problems.ts'
import { presentRegistered } from '../registration/present-registered.ts'
import { listRegistrations, type RegistrationRow } from '../registration/registration-store.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { organisersOnly } from './organiser-token.ts'

const getRegistrations = createRoute({
  method: 'get',
  path: '/admin/forums/{forum}/registrations',
  tags: ['Organisers'],
  summary: 'Who comes',
  security: [{ organiser: [] }],
  request: { params: ForumPath, query: RegistrationListQuery },
  responses: {
    200: jsonAnswer(RegistrationList, 'A page of the list'),
    ...problemAnswers(400, 401, 403, 404),
  },
})

export const organiserRoutes = (): Api => {
  const routes = newApi()
  routes.openAPIRegistry.registerComponent('securitySchemes', 'organiser', { type: 'http', scheme: 'bearer' })
  routes.use('/admin/*', organisersOnly)
  return routes.openapi(getRegistrations, async context => {
    const { cursor = '0', limit = limits.page } = context.req.valid('query')
    const { database } = context.var
    const found = await readForum(database, context.req.valid('param').forum)
    if (!found) return problem(context, { code: 'not-found' })
    const { id, slug, capacity, confirmed, waitlisted } = found.forum
    const rows = await listRegistrations(database, id, Number(cursor), limit)
    return context.json(
      {
        forum: slug,
        capacity,
        counts: { confirmed, waitlisted, overbooked: Math.max(0, confirmed - (capacity ?? 0)) },
        registrations: rows.map(presentRecord),
        next: rows.length === limit ? String(rows.at(-1)?.id) : null,
      },
      200,
    )
  })
}

const presentRecord = (row: RegistrationRow): RegistrationRecord => ({
  ...presentRegistered(row),
  consent: { version: row.consentVersion, givenAt: new Date(row.createdAt).toISOString() },
})
