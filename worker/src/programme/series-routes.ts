import { createRoute } from '@hono/zod-openapi'
import { NewSeries, SeriesChange, SeriesList, SeriesRecord } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { forOrganisers, IfMatch, jsonAnswer, problemAnswers, requiredBody, versionedAnswer } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { presentSeriesRecord } from './present-programme.ts'
import { madeAnswer, placed, refusals, removedAnswer, SeriesPath, versioned } from './programme-answers.ts'
import { changeSeries, makeSeries, removeSeries } from './series.ts'
import { listSeries, readSeries } from './series-store.ts'

const many = { ...forOrganisers('Programme'), path: '/admin/series' } as const
const one = { ...forOrganisers('Programme'), path: '/admin/series/{series}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'All series, the newest name first',
  responses: { 200: jsonAnswer(SeriesList, 'The series'), ...problemAnswers(401, 403) },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Makes a series',
  request: { body: requiredBody(NewSeries) },
  responses: {
    201: madeAnswer(SeriesRecord, 'The series', '/api/v1/admin/series/2019'),
    ...refusals.making,
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One series',
  request: { params: SeriesPath },
  responses: { 200: versionedAnswer(SeriesRecord, 'The series'), ...refusals.reading },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes a series',
  request: { params: SeriesPath, headers: IfMatch, body: requiredBody(SeriesChange) },
  responses: { 200: versionedAnswer(SeriesRecord, 'As it is now'), ...refusals.changing },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes a series that has no forums and is not the current one',
  request: { params: SeriesPath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

export const seriesRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const rows = await listSeries(context.var.database)
      return context.json({ series: rows.map(presentSeriesRecord) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const row = await makeSeries(context.var.database, actorOf(context), context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentSeriesRecord(row), 201, placed(row.version, `/series/${row.slug}`))
    })
    .openapi(get, async context => {
      const row = await readSeries(context.var.database, context.req.valid('param').series)
      if (!row) return problem(context, { code: 'not-found' })
      return context.json(presentSeriesRecord(row), 200, versioned(row.version))
    })
    .openapi({ ...patch, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { series } = context.req.valid('param')
      const change = context.req.valid('json')
      const row = await changeSeries(context.var.database, actorOf(context), series, seen, change)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentSeriesRecord(row), 200, versioned(row.version))
    })
    .openapi(remove, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { series } = context.req.valid('param')
      const refused = await removeSeries(context.var.database, actorOf(context), series, seen)
      if (refused) return problem(context, refused.refusal)
      forgetSchedules(context.env.DB)
      return context.body(null, 204)
    })
