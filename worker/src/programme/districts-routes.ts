import { createRoute } from '@hono/zod-openapi'
import { DistrictChange, DistrictList, DistrictRecord, NewDistrict } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { forOrganisers, IfMatch, jsonAnswer, problemAnswers, requiredBody, versionedAnswer } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { presentDistrictRecord } from './present-programme.ts'
import { DistrictPath, madeAnswer, placed, refusals, removedAnswer, versioned } from './programme-answers.ts'
import { changeDistrict, makeDistrict, removeDistrict } from './districts.ts'
import { listDistricts, readDistrict } from './districts-store.ts'

const many = { ...forOrganisers('Programme'), path: '/admin/districts' } as const
const one = { ...forOrganisers('Programme'), path: '/admin/districts/{district}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'All districts, in their order',
  responses: { 200: jsonAnswer(DistrictList, 'The districts'), ...problemAnswers(401, 403) },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Makes a district',
  request: { body: requiredBody(NewDistrict) },
  responses: {
    201: madeAnswer(DistrictRecord, 'The district', '/api/v1/admin/districts/podilskyi'),
    ...refusals.making,
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One district',
  request: { params: DistrictPath },
  responses: { 200: versionedAnswer(DistrictRecord, 'The district'), ...refusals.reading },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes a district',
  request: { params: DistrictPath, headers: IfMatch, body: requiredBody(DistrictChange) },
  responses: { 200: versionedAnswer(DistrictRecord, 'As it is now'), ...refusals.changing },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes a district that has no forums, sites and venues',
  request: { params: DistrictPath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

export const districtRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const rows = await listDistricts(context.var.database)
      return context.json({ districts: rows.map(presentDistrictRecord) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const row = await makeDistrict(context.var.database, actorOf(context), context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentDistrictRecord(row), 201, placed(row.version, `/districts/${row.slug}`))
    })
    .openapi(get, async context => {
      const row = await readDistrict(context.var.database, context.req.valid('param').district)
      if (!row) return problem(context, { code: 'not-found' })
      return context.json(presentDistrictRecord(row), 200, versioned(row.version))
    })
    .openapi({ ...patch, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { district } = context.req.valid('param')
      const change = context.req.valid('json')
      const row = await changeDistrict(context.var.database, actorOf(context), district, seen, change)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentDistrictRecord(row), 200, versioned(row.version))
    })
    .openapi(remove, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { district } = context.req.valid('param')
      const refused = await removeDistrict(context.var.database, actorOf(context), district, seen)
      if (refused) return problem(context, refused.refusal)
      forgetSchedules(context.env.DB)
      return context.body(null, 204)
    })
