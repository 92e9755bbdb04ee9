import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  HandRegistration,
  Merge,
  Promotion,
  Receipt,
  RecordChange,
  RegistrationRecord,
  Slug,
  Transfer,
} from '#contract'
import { actorOf } from '../audit/actor.ts'
import { note } from '../audit/audit-store.ts'
import { ForumPath, forOrganisers, IfMatch, problemAnswers, requiredBody, versionedAnswer } from '../http/answers.ts'
import { type Env, newApi } from '../http/api.ts'
import { IdempotencyKey } from '../http/idempotency-key.ts'
import { jsonBody } from '../http/json-body.ts'
import { etagOf, seenVersion } from '../http/precondition.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { problem, type Refusal } from '../problems.ts'
import { readCode } from '../registration/code.ts'
import { receiptOf } from '../registration/receipt.ts'
import { forgetForum } from '../schedule/schedule-cache.ts'
import { cancelRecord } from './cancel-record.ts'
import { changeRecord } from './change-record.ts'
import type { RecordRow } from './choice-store.ts'
import { mergeRecords } from './merge-records.ts'
import { presentRecord } from './present-record.ts'
import { promoteRecord } from './promote-record.ts'
import type { Desk } from './record.ts'
import { readRecord } from './record-store.ts'
import { registerByHand } from './register-by-hand.ts'
import { transferRecord } from './transfer-record.ts'

const RecordPath = z.object({
  forum: Slug,
  code: z.string().max(40).meta({
    description: 'Of any sending that led to the registration, in any spelling',
    example: '7H3M-2Q9X',
  }),
})

const one = { ...forOrganisers('Registrations'), path: '/admin/forums/{forum}/registrations/{code}' } as const

/** What an organiser does with a registration: `POST …/{code}/<deed>`. */
const deed = <Deed extends string>(name: Deed) =>
  ({
    ...forOrganisers('Registrations'),
    method: 'post',
    path: `/admin/forums/{forum}/registrations/{code}/${name}`,
  }) as const

const asItIs = (description: string) => ({ 200: versionedAnswer(RegistrationRecord, description) })

const post = createRoute({
  ...forOrganisers('Registrations'),
  method: 'post',
  path: '/admin/forums/{forum}/registrations',
  summary: 'Enters somebody who phoned, wrote or came by',
  description:
    'Also before registration opens and after it closes. The same one mechanism as for everybody: a place if one is free, else the waitlist.',
  request: { params: ForumPath, headers: IdempotencyKey, body: requiredBody(HandRegistration) },
  responses: {
    201: {
      ...versionedAnswer(Receipt, 'A place, or one on the waitlist'),
      headers: z.object({
        ETag: z.string().meta({ description: 'Of the registration', example: '"1"' }),
        Location: z.string().meta({
          description: 'Where the registration is',
          example: '/api/v1/admin/forums/2019-sviatoshynskyi/registrations/7H3M-2Q9X',
        }),
      }),
    },
    ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503),
  },
})

const get = createRoute({
  ...one,
  method: 'get',
  summary: 'One registration, by any of its codes',
  request: { params: RecordPath },
  responses: { ...asItIs('The registration'), ...problemAnswers(401, 403, 404) },
})

const patch = createRoute({
  ...one,
  method: 'patch',
  summary: 'Changes what is stored of a person; what is absent stays, null takes away',
  request: { params: RecordPath, headers: IfMatch, body: requiredBody(RecordChange) },
  responses: { ...asItIs('As it is now'), ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const cancellation = createRoute({
  ...deed('cancellation'),
  summary: 'Cancels; the place goes to whoever waits. A second time answers the same',
  request: { params: RecordPath, headers: IfMatch },
  responses: { ...asItIs('Cancelled'), ...problemAnswers(400, 401, 403, 404, 409, 412, 428) },
})

const promotion = createRoute({
  ...deed('promotion'),
  summary: 'Gives a free place to one who waits, out of turn',
  request: { params: RecordPath, headers: IfMatch, body: requiredBody(Promotion) },
  responses: {
    ...asItIs('With a place'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
})

const transfer = createRoute({
  ...deed('transfer'),
  summary: 'Moves somebody to another forum, to a place there or to the end of its waitlist',
  description:
    'Codes and the private link lead to the new place; activities and a reserved place are of the old forum.',
  request: { params: RecordPath, headers: IfMatch, body: requiredBody(Transfer) },
  responses: {
    ...asItIs('At the other forum'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503),
  },
})

const merge = createRoute({
  ...deed('merge'),
  summary: 'One person who registered twice: this one is cancelled without a letter, the other one kept',
  request: { params: RecordPath, headers: IfMatch, body: requiredBody(Merge) },
  responses: {
    ...asItIs('The one that is kept'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
})

type Pathed = Context<Env, string, { out: { param: z.output<typeof RecordPath> } }>

type Stopped = {
  readonly refusal: Refusal<Exclude<ReturnType<typeof seenVersion>, number>['refusal']['code'] | 'not-found'>
}

/** Whom an organiser works on, if it is one of theirs, and what they have seen. */
const deskOf = async (context: Pathed): Promise<Desk | Stopped> => {
  const { database, organiser } = context.var
  const { forum, code } = context.req.valid('param')
  const [found, read] = [await readOwnForum(database, organiser, forum), readCode(code)]
  if (!found || read === 'typo') return { refusal: { code: 'not-found' } }
  const seen = seenVersion(context)
  if (typeof seen !== 'number') return seen
  return { database, actor: actorOf(context), forum: found.forum, code: read.code, seen }
}

const versioned = ({ version }: RecordRow) => ({ ETag: etagOf(version) })

export const recordRoutes = () =>
  newApi()
    .openapi({ ...post, middleware: jsonBody } as const, async context => {
      const { database, organiser } = context.var
      const found = await readOwnForum(database, organiser, context.req.valid('param').forum)
      if (!found) return problem(context, { code: 'not-found' })
      const { id, slug } = found.forum
      const key = context.req.valid('header')['idempotency-key']
      const entering = { forum: { id, slug }, key, request: context.req.valid('json'), actor: actorOf(context) }
      const answer = await registerByHand(database, context.env.STAMP_SECRET, entering)
      if ('refusal' in answer) return problem(context, answer.refusal)
      forgetForum(context.env.DB, slug)
      const row = await readRecord(database, id, answer.code)
      return context.json(receiptOf({ ...answer, confirmBy: null }, slug), 201, {
        Location: `/api/v1/admin/forums/${slug}/registrations/${answer.code}`,
        ETag: etagOf(row?.version ?? 1),
      })
    })
    .openapi(get, async context => {
      const { database, organiser } = context.var
      const { forum, code } = context.req.valid('param')
      const [found, read] = [await readOwnForum(database, organiser, forum), readCode(code)]
      const row = found && read !== 'typo' ? await readRecord(database, found.forum.id, read.code) : undefined
      if (!row) return problem(context, { code: 'not-found' })
      await note(database, actorOf(context), { action: 'registration.read', forum, object: row.code, count: 1 })
      return context.json(presentRecord(row, forum), 200, versioned(row))
    })
    .openapi({ ...patch, middleware: jsonBody } as const, async context => {
      const desk = await deskOf(context)
      if ('refusal' in desk) return problem(context, desk.refusal)
      const row = await changeRecord(desk, context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      forgetForum(context.env.DB, desk.forum.slug)
      return context.json(presentRecord(row, desk.forum.slug), 200, versioned(row))
    })
    .openapi(cancellation, async context => {
      const desk = await deskOf(context)
      if ('refusal' in desk) return problem(context, desk.refusal)
      const row = await cancelRecord(desk)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetForum(context.env.DB, desk.forum.slug)
      return context.json(presentRecord(row, desk.forum.slug), 200, versioned(row))
    })
    .openapi({ ...promotion, middleware: jsonBody } as const, async context => {
      const desk = await deskOf(context)
      if ('refusal' in desk) return problem(context, desk.refusal)
      const row = await promoteRecord(desk, context.req.valid('json'))
      if ('refusal' in row) return problem(context, row.refusal)
      forgetForum(context.env.DB, desk.forum.slug)
      return context.json(presentRecord(row, desk.forum.slug), 200, versioned(row))
    })
    .openapi({ ...transfer, middleware: jsonBody } as const, async context => {
      const desk = await deskOf(context)
      if ('refusal' in desk) return problem(context, desk.refusal)
      const moved = await transferRecord(desk, context.var.organiser, context.req.valid('json').forum)
      if ('refusal' in moved) return problem(context, moved.refusal)
      forgetForum(context.env.DB, desk.forum.slug)
      forgetForum(context.env.DB, moved.forum)
      return context.json(presentRecord(moved.row, moved.forum), 200, versioned(moved.row))
    })
    .openapi({ ...merge, middleware: jsonBody } as const, async context => {
      const desk = await deskOf(context)
      if ('refusal' in desk) return problem(context, desk.refusal)
      const into = readCode(context.req.valid('json').into)
      const row = await mergeRecords(desk, into === 'typo' ? '' : into.code)
      if ('refusal' in row) return problem(context, row.refusal)
      forgetForum(context.env.DB, desk.forum.slug)
      return context.json(presentRecord(row, desk.forum.slug), 200, versioned(row))
    })
