import { createRoute } from '@hono/zod-openapi'
import { FoundRegistrations, RegistrationList, RegistrationListQuery, RegistrationSearchQuery } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { note } from '../audit/audit-store.ts'
import { ForumPath, forOrganisers, jsonAnswer, problemAnswers } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { listRegistrations, searchRegistrations } from './list-registrations.ts'
import { presentRecord } from './present-record.ts'

const getRegistrations = createRoute({
  ...forOrganisers('Registrations'),
  method: 'get',
  path: '/admin/forums/{forum}/registrations',
  summary: 'Who comes, as a filtered list or by a search',
  request: { params: ForumPath, query: RegistrationListQuery },
  responses: {
    200: jsonAnswer(RegistrationList, 'A page of the list'),
    ...problemAnswers(400, 401, 403, 404),
  },
})

const findRegistrations = createRoute({
  ...forOrganisers('Registrations'),
  method: 'get',
  path: '/admin/registrations',
  summary: 'Searches in all forums of one’s own',
  request: { query: RegistrationSearchQuery },
  responses: {
    200: jsonAnswer(FoundRegistrations, 'Whoever was found'),
    ...problemAnswers(400, 401, 403),
  },
})

export const registrationDeskRoutes = () =>
  newApi()
    .openapi(getRegistrations, async context => {
      const { database, organiser } = context.var
      const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
      if (!found) return problem(context, { code: 'not-found' })
      const query = context.req.valid('query')
      const { id, slug, capacity, confirmed, waitlisted } = found.forum
      const page = await listRegistrations(database, id, query)
      if ('refusal' in page) return problem(context, page.refusal)
      const action = query.q ? 'registrations.searched' : 'registrations.listed'
      await note(database, actorOf(context), { action, forum: slug, count: page.rows.length })
      return context.json(
        {
          forum: slug,
          capacity,
          counts: { confirmed, waitlisted, overbooked: Math.max(0, confirmed - (capacity ?? 0)) },
          registrations: page.rows.map(row => presentRecord(row)),
          next: page.next,
          ...(page.more && { more: page.more }),
        },
        200,
      )
    })
    .openapi(findRegistrations, async context => {
      const { database, organiser } = context.var
      const page = await searchRegistrations(database, organiser, context.req.valid('query'))
      if ('refusal' in page) return problem(context, page.refusal)
      await note(database, actorOf(context), { action: 'registrations.searched', count: page.rows.length })
      return context.json(
        {
          registrations: page.rows.map(row => presentRecord(row, page.forums.get(row.forumId) ?? '')),
          next: page.next,
          ...(page.more && { more: page.more }),
        },
        200,
      )
    })
