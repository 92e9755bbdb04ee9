import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { MadeOrganiser, NewOrganiser, OrganiserChange, OrganiserList, OrganiserRecord } from '#contract'
import { actorOf } from '../audit/actor.ts'
import {
  createdAnswer,
  forOrganisers,
  IfMatch,
  jsonAnswer,
  problemAnswers,
  requiredBody,
  versionedAnswer,
} from '../http/answers.ts'
import { type Env, newApi } from '../http/api.ts'
import { jsonBody } from '../http/json-body.ts'
import { etagOf, seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { changeIn, letIn, seeOrganiser, seeOrganisers, shutOut } from './organisers.ts'
import { presentOrganiser } from './present-organiser.ts'

const OrganiserPath = z.object({
  organiser: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/)
    .transform(Number)
    .meta({ type: 'integer', example: 7 }),
})

const ours = forOrganisers('Organisers')

const getOrganisers = createRoute({
  ...ours,
  method: 'get',
  path: '/admin/organisers',
  summary: 'Who may do what, within one’s own scope',
  responses: { 200: jsonAnswer(OrganiserList, 'Those who are shut out, too'), ...problemAnswers(401, 403) },
})

const postOrganiser = createRoute({
  ...ours,
  method: 'post',
  path: '/admin/organisers',
  summary: 'Lets somebody in',
  description: 'By a token, which the answer tells this once; or by the address that Cloudflare Access vouches for.',
  request: { body: requiredBody(NewOrganiser) },
  responses: {
    201: createdAnswer(MadeOrganiser, 'The organiser, and the token'),
    ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422),
  },
})

const getOrganiser = createRoute({
  ...ours,
  method: 'get',
  path: '/admin/organisers/{organiser}',
  summary: 'One organiser',
  request: { params: OrganiserPath },
  responses: { 200: versionedAnswer(OrganiserRecord, 'The organiser'), ...problemAnswers(401, 403, 404) },
})

const patchOrganiser = createRoute({
  ...ours,
  method: 'patch',
  path: '/admin/organisers/{organiser}',
  summary: 'Changes name, scope or end',
  request: { params: OrganiserPath, headers: IfMatch, body: requiredBody(OrganiserChange) },
  responses: {
    200: versionedAnswer(OrganiserRecord, 'The organiser as it is now'),
    ...problemAnswers(400, 401, 403, 404, 412, 413, 415, 422, 428),
  },
})

const deleteOrganiser = createRoute({
  ...ours,
  method: 'delete',
  path: '/admin/organisers/{organiser}',
  summary: 'Shuts somebody out, at once',
  description: 'Needs no `If-Match`: who has lost a token must not lose time. The row stays, for the audit.',
  request: { params: OrganiserPath },
  responses: {
    204: { description: 'The token or the address opens nothing any more' },
    ...problemAnswers(401, 403, 404),
  },
})

const asking = (context: Context<Env>) => ({ organiser: context.var.organiser, actor: actorOf(context) })

export const organiserRoutes = () =>
  newApi()
    .openapi(getOrganisers, async context => {
      const rows = await seeOrganisers(context.var.database, asking(context))
      return context.json({ organisers: rows.map(presentOrganiser) }, 200)
    })
    .openapi({ ...postOrganiser, middleware: jsonBody } as const, async context => {
      const made = await letIn(context.var.database, asking(context), context.req.valid('json'))
      if ('refusal' in made) return problem(context, made.refusal)
      context.header('ETag', etagOf(made.row.version))
      context.header('Location', `/api/v1/admin/organisers/${made.row.id}`)
      return context.json({ organiser: presentOrganiser(made.row), token: made.token }, 201)
    })
    .openapi(getOrganiser, async context => {
      const row = await seeOrganiser(context.var.database, asking(context), context.req.valid('param').organiser)
      if (!row) return problem(context, { code: 'not-found' })
      context.header('ETag', etagOf(row.version))
      return context.json(presentOrganiser(row), 200)
    })
    .openapi({ ...patchOrganiser, middleware: jsonBody } as const, async context => {
      const version = seenVersion(context)
      if (typeof version === 'object') return problem(context, version.refusal)
      const { organiser: id } = context.req.valid('param')
      const row = await changeIn(context.var.database, asking(context), { id, version }, context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      context.header('ETag', etagOf(row.version))
      return context.json(presentOrganiser(row), 200)
    })
    .openapi(deleteOrganiser, async context => {
      const row = await shutOut(context.var.database, asking(context), context.req.valid('param').organiser)
      return 'refusal' in row ? problem(context, row.refusal) : context.body(null, 204)
    })
