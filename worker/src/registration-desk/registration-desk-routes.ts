import { createRoute } from '@hono/zod-openapi'
import { limits, RegistrationList, RegistrationListQuery, type RegistrationRecord } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { note } from '../audit/audit-store.ts'
import { ForumPath, forOrganisers, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { presentRegistered } from '../registration/present-registered.ts'
import { listRegistrations, type RegistrationRow } from '../registration/registration-store.ts'

const getRegistrations = createRoute({
  ...forOrganisers('Registrations'),
  method: 'get',
  path: '/admin/forums/{forum}/registrations',
  summary: 'Who comes',
  request: { params: ForumPath, query: RegistrationListQuery },
  responses: {
    200: jsonAnswer(RegistrationList, 'A page of the list'),
    ...problemAnswers(400, 401, 403, 404),
  },
})

export const registrationDeskRoutes = () =>
  newApi().openapi(getRegistrations, async context => {
    const { cursor = '0', limit = limits.page } = context.req.valid('query')
    const { database, organiser } = context.var
    const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
    if (!found) return problem(context, { code: 'not-found' })
    const { id, slug, capacity, confirmed, waitlisted } = found.forum
    const rows = await listRegistrations(database, id, Number(cursor), limit)
    await note(database, actorOf(context), { action: 'registrations.listed', forum: slug, count: rows.length })
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

const presentRecord = (row: RegistrationRow): RegistrationRecord => ({
  ...presentRegistered(row),
  consent: { version: row.consentVersion, givenAt: new Date(row.createdAt).toISOString() },
})
