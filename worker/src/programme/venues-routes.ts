import { createRoute } from '@hono/zod-openapi'
import { NewVenue, VenueChange, VenueList, VenueRecord } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { forOrganisers, IfMatch, jsonAnswer, problemAnswers, requiredBody, versionedAnswer } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { largeJsonBody } from '../http/json-body.ts'
import { seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { forgetSchedules } from '../schedule/schedule-cache.ts'
import { presentVenueRecord } from './present-programme.ts'
import { madeAnswer, placed, refusals, removedAnswer, VenuePath, versioned } from './programme-answers.ts'
import { changeVenue, makeVenue, readUsableVenue, removeVenue } from './venues.ts'
import { listVenues } from './venues-store.ts'

const many = { ...forOrganisers('Programme'), path: '/admin/venues' } as const
const one = { ...forOrganisers('Programme'), path: '/admin/venues/{venue}' } as const

const getAll = createRoute({
  ...many,
  method: 'get',
  summary: 'The venues that one may see, in order',
  responses: { 200: jsonAnswer(VenueList, 'The venues'), ...problemAnswers(401, 403) },
})

const post = createRoute({
  ...many,
  method: 'post',
  summary: 'Makes a venue',
  request: { body: requiredBody(NewVenue) },
  responses: {
    201: madeAnswer(VenueRecord, 'The venue', '/api/v1/admin/venues/podil-hall'),
    ...refusals.making,
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One venue',
  request: { params: VenuePath },
  responses: { 200: versionedAnswer(VenueRecord, 'The venue'), ...refusals.reading },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes a venue',
  request: { params: VenuePath, headers: IfMatch, body: requiredBody(VenueChange) },
  responses: { 200: versionedAnswer(VenueRecord, 'As it is now'), ...refusals.changing },
})

const remove = createRoute({
  ...one,
  method: 'delete',
  summary: 'Removes a venue that no forum names',
  request: { params: VenuePath, headers: IfMatch },
  responses: { ...removedAnswer, ...refusals.removing },
})

export const venueRoutes = () =>
  newApi()
    .openapi(getAll, async context => {
      const rows = await listVenues(context.var.database, context.var.organiser.districts)
      return context.json({ venues: rows.map(presentVenueRecord) }, 200)
    })
    .openapi({ ...post, middleware: largeJsonBody } as const, async context => {
      const row = await makeVenue(
        context.var.database,
        context.var.organiser,
        actorOf(context),
        context.req.valid('json'),
      )
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentVenueRecord(row), 201, placed(row.version, `/venues/${row.slug}`))
    })
    .openapi(get, async context => {
      const row = await readUsableVenue(context.var.database, context.var.organiser, context.req.valid('param').venue)
      if (!row) return problem(context, { code: 'not-found' })
      return context.json(presentVenueRecord(row), 200, versioned(row.version))
    })
    .openapi({ ...patch, middleware: largeJsonBody } as const, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { database, organiser } = context.var
      const { venue } = context.req.valid('param')
      const change = context.req.valid('json')
      const row = await changeVenue(database, organiser, actorOf(context), venue, seen, change)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetSchedules(context.env.DB)
      return context.json(presentVenueRecord(row), 200, versioned(row.version))
    })
    .openapi(remove, async context => {
      const seen = seenVersion(context)
      if (typeof seen !== 'number') return problem(context, seen.refusal)
      const { database, organiser } = context.var
      const { venue } = context.req.valid('param')
      const refused = await removeVenue(database, organiser, actorOf(context), venue, seen)
      if (refused) return problem(context, refused.refusal)
      forgetSchedules(context.env.DB)
      return context.body(null, 204)
    })
