import { createRoute, z } from '@hono/zod-openapi'
import { CheckIn, CheckInRequest, DoorList, DoorQuery, ScanBatch, ScanResults, WalkInRequest } from '#contract'
import { actorOf } from '../audit/actor.ts'
import { ForumPath, forOrganisers, jsonAnswer, problemAnswers, requiredBody } from '../http/answers.ts'
import { newApi } from '../http/api.ts'
import { IdempotencyKey } from '../http/idempotency-key.ts'
import { jsonBody, largeJsonBody } from '../http/json-body.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem } from '../problems.ts'
import { forgetForum } from '../schedule/schedule-cache.ts'
import { applyBatch } from './apply-scans.ts'
import { checkIn, undoCheckIn } from './check-in.ts'
import { lookUp } from './look-up.ts'
import { registerWalkIn } from './register-walk-in.ts'

/** People that are looked up at once. */
const aPage = 500

const getDoor = createRoute({
  ...forOrganisers('Door'),
  method: 'get',
  path: '/admin/forums/{forum}/door',
  summary: 'Who is to come, as far as a desk needs to know',
  description:
    'With `q` the people of that name. Without it everybody who is confirmed and then everybody who waits, each by the ' +
    'Ukrainian alphabet and in pages, for a device that must do without a connection. Contact data, proposals and needs ' +
    'are never in it.',
  request: { params: ForumPath, query: DoorQuery },
  responses: { 200: jsonAnswer(DoorList, 'The people'), ...problemAnswers(400, 401, 403, 404) },
})

const postCheckIn = createRoute({
  ...forOrganisers('Door'),
  method: 'post',
  path: '/admin/forums/{forum}/check-ins',
  summary: 'Checks a person in by the code',
  description:
    'Any code that a letter or the form gave the person will do. Whoever is checked in already is answered with the moment ' +
    'of the first time, and nothing changes; so a request whose answer was lost may be sent again. A code that cannot be one is ' +
    '422 `invalid-code`; one of another forum is 404, with `mayDo` `other-forum` if the desk stands there, too. 409: ' +
    '`not-the-day`, `registration-cancelled`, or `registration-waitlisted`, in which case `mayDo` tells whether there is a ' +
    'place, and the same request with `promote` gives it.',
  request: { params: ForumPath, body: requiredBody(CheckInRequest) },
  responses: {
    200: jsonAnswer(CheckIn, 'The person is here'),
    ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503),
  },
})

const CheckInPath = ForumPath.extend({ code: z.string().max(500).meta({ example: '7H3M-2Q9X' }) })

const deleteCheckIn = createRoute({
  ...forOrganisers('Door'),
  method: 'delete',
  path: '/admin/forums/{forum}/check-ins/{code}',
  summary: 'Takes a check-in back',
  description: 'Says the same when there was none. The registration stays what it is.',
  request: { params: CheckInPath },
  responses: { 204: { description: 'The person is not checked in' }, ...problemAnswers(401, 403, 404, 422) },
})

const postWalkIn = createRoute({
  ...forOrganisers('Door'),
  method: 'post',
  path: '/admin/forums/{forum}/walk-ins',
  summary: 'Registers somebody who comes without a registration, and checks them in',
  description:
    'On the day of the forum, while there is a place that is not kept back for invited people. Whoever is registered ' +
    'with the same address already is 409 `already-registered`: check them in by name.',
  request: { params: ForumPath, headers: IdempotencyKey, body: requiredBody(WalkInRequest) },
  responses: {
    201: {
      ...jsonAnswer(CheckIn, 'The person is registered and here'),
      headers: z.object({ Location: z.string().meta({ description: 'The check-in, to be taken back by DELETE' }) }),
    },
    ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503),
  },
})

const postScans = createRoute({
  ...forOrganisers('Door'),
  method: 'post',
  path: '/admin/forums/{forum}/scans',
  summary: 'Applies what a device recorded without a connection',
  description:
    'Each scan once, by the id that the device gave it: the same sent again is answered the same. They are applied in ' +
    'their order, with the device’s times. When two devices scanned one code, the scan that arrives here first counts, ' +
    'even if the other was earlier. A time that is not on the day of the forum, or more than five minutes ahead of the ' +
    'server, is `not-the-day`.',
  request: { params: ForumPath, body: requiredBody(ScanBatch) },
  responses: {
    200: jsonAnswer(ScanResults, 'What became of each'),
    ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 503),
  },
})

export const doorRoutes = () =>
  newApi()
    .openapi(getDoor, async context => {
      const { limit = aPage, ...asked } = context.req.valid('query')
      const { database, organiser } = context.var
      const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
      if (!found) return problem(context, { code: 'not-found' })
      const list = await lookUp(database, actorOf(context), found.forum, { ...asked, limit })
      return 'refusal' in list ? problem(context, list.refusal) : context.json(list, 200)
    })
    .openapi({ ...postCheckIn, middleware: jsonBody } as const, async context => {
      const { forum } = context.req.valid('param')
      const { database, organiser } = context.var
      if (!(await readOwnForum(database, organiser, forum))) return problem(context, { code: 'not-found' })
      const desk = { forum, organiser, actor: actorOf(context) }
      const request = context.req.valid('json')
      const answer = await checkIn(database, desk, request)
      if ('refusal' in answer) return problem(context, answer.refusal)
      if (request.promote) forgetForum(context.env.DB, forum)
      return context.json(answer, 200)
    })
    .openapi(deleteCheckIn, async context => {
      const { forum, code } = context.req.valid('param')
      const { database, organiser } = context.var
      if (!(await readOwnForum(database, organiser, forum))) return problem(context, { code: 'not-found' })
      const answer = await undoCheckIn(database, { forum, organiser, actor: actorOf(context) }, code)
      return answer ? problem(context, answer.refusal) : context.body(null, 204)
    })
    .openapi({ ...postWalkIn, middleware: jsonBody } as const, async context => {
      const { forum } = context.req.valid('param')
      const { database, organiser } = context.var
      const found = await readOwnForum(database, organiser, forum)
      if (!found) return problem(context, { code: 'not-found' })
      const key = context.req.valid('header')['idempotency-key']
      const walkingIn = { forum: found.forum, key, request: context.req.valid('json'), actor: actorOf(context) }
      const answer = await registerWalkIn(database, context.env.STAMP_SECRET, walkingIn)
      if ('refusal' in answer) return problem(context, answer.refusal)
      forgetForum(context.env.DB, forum)
      const location = `/api/v1/admin/forums/${forum}/check-ins/${answer.person.code}`
      return context.json(answer, 201, { Location: location })
    })
    .openapi({ ...postScans, middleware: largeJsonBody } as const, async context => {
      const { database, organiser } = context.var
      const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
      if (!found) return problem(context, { code: 'not-found' })
      const answer = await applyBatch(database, actorOf(context), found.forum, context.req.valid('json'))
      return 'refusal' in answer ? problem(context, answer.refusal) : context.json(answer, 200)
    })
