import { createRoute } from '@hono/zod-openapi'
import { NewSite, SiteChange, SiteList, SiteRecord } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { forOrganisers, IfMatch, jsonAnswer, problemAnswers, requiredBody, versionedAnswer } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { presentSite } from './present-programme.ts'
import { madeAnswer, placed, refusals, removedAnswer, SitePath, versioned } from './programme-answers.ts'
import { changeSite, makeSite, readOwnSite, removeSite } from './sites.ts'
import { listSites } from './sites-store.ts'

const many = { ...forOrganisers('Programme'), path: '/admin/sites' } as const
const one = { ...forOrganisers('Programme'), path: '/admin/sites/{hostname}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'The sites that one may see, in order',
  responses: { 200: jsonAnswer(SiteList, 'The sites'), ...problemAnswers(401, 403) },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Makes a site',
  request: { body: requiredBody(NewSite) },
  responses: {
    201: madeAnswer(SiteRecord, 'The site', '/api/v1/admin/sites/podil.example.org'),
    ...refusals.making,
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One site',
  request: { params: SitePath },
  responses: { 200: versionedAnswer(SiteRecord, 'The site'), ...refusals.reading },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes a site',
  request: { params: SitePath, headers: IfMatch, body: requiredBody(SiteChange) },
  responses: { 200: versionedAnswer(SiteRecord, 'As it is now'), ...refusals.changing },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes a site: people can no longer register there',
  request: { params: SitePath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

export const siteRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const rows = await listSites(context.var.database, context.var.organiser.districts)
      return context.json({ sites: rows.map(presentSite) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const row = await makeSite(
        context.var.database,
        context.var.organiser,
        actorOf(context),
        context.req.valid('json'),
      )
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentSite(row), 201, placed(row.version, `/sites/${row.hostname}`))
    })
    .openapi(get, async context => {
      const row = await readOwnSite(context.var.database, context.var.organiser, context.req.valid('param').hostname)
      if (!row) return problem(context, { code: 'not-found' })
      return context.json(presentSite(row), 200, versioned(row.version))
    })
    .openapi({ ...patch, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { database, organiser } = context.var
      const { hostname } = context.req.valid('param')
      const change = context.req.valid('json')
      const row = await changeSite(database, organiser, actorOf(context), hostname, seen, change)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentSite(row), 200, versioned(row.version))
    })
    .openapi(remove, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { database, organiser } = context.var
      const { hostname } = context.req.valid('param')
      const refused = await removeSite(database, organiser, actorOf(context), hostname, seen)
      if (refused) return problem(context, refused.refusal)
      forgetSchedules(context.env.DB)
      return context.body(null, 204)
    })
