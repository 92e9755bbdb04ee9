import { createRoute, z } from '@hono/zod-openapi'
import { idempotencyKey, Receipt, RegistrationForm, RegistrationRequest } from '#contract'
import { ForumPath, problemAnswers } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'
import { jsonBody } from '../http/json-body.ts'
import { consentText, currentConsentVersion } from '../privacy/consent.ts'
import { problem } from '../problems.ts'
import { presentAvailability } from '../schedule/present-forum.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { receiptOf } from './receipt.ts'
import { register } from './register.ts'
import { newStamp } from './stamp.ts'

const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .transform((header, context) => idempotencyKey(header) ?? (context.addIssue('not a key'), z.NEVER))
    .meta({
      description:
        '22 to 64 letters, digits, `-` or `_`, quoted or bare, new for each sending of a form and the same when that sending is repeated',
    }),
})

const getForm = createRoute({
  method: 'get',
  path: '/forums/{forum}/form',
  tags: ['Registration'],
  summary: 'What opening the form needs; never cached',
  request: { params: ForumPath },
  responses: {
    200: { description: 'The form', content: { 'application/json': { schema: RegistrationForm } } },
    ...problemAnswers(404),
  },
})

const postRegistration = createRoute({
  method: 'post',
  path: '/forums/{forum}/registrations',
  tags: ['Registration'],
  summary: 'Registers a person',
  request: {
    params: ForumPath,
    headers: IdempotencyKey,
    body: { required: true, content: { 'application/json': { schema: RegistrationRequest } } },
  },
  responses: {
    201: { description: 'A place, or one on the waitlist', content: { 'application/json': { schema: Receipt } } },
    ...problemAnswers(400, 404, 409, 413, 415, 422, 503),
  },
})

export const registrationRoutes = (): Api =>
  newApi()
    .openapi(getForm, async context => {
      const { forum } = context.req.valid('param')
      const { database, now } = context.var
      const found = await readForum(database, forum)
      const text = consentText(currentConsentVersion)
      if (!found || !text) return problem(context, { code: 'not-found' })
      return context.json(
        {
          forum,
          registration: presentAvailability(found.forum, now),
          consent: { version: currentConsentVersion, text },
          stamp: await newStamp(context.env.STAMP_SECRET, forum, now),
        },
        200,
        { 'Cache-Control': 'no-store' },
      )
    })
    .openapi({ ...postRegistration, middleware: jsonBody } as const, async context => {
      const { forum } = context.req.valid('param')
      const answer = await register(context.var.database, context.env.STAMP_SECRET, {
        forum,
        key: context.req.valid('header')['idempotency-key'],
        request: context.req.valid('json'),
        sourceHost: hostOf(context.req.header('Origin')),
        now: context.var.now,
      })
      if ('refusal' in answer) return problem(context, answer.refusal)
      return context.json(receiptOf(answer, forum), 201, { 'Cache-Control': 'no-store' })
    })

const hostOf = (origin: string | undefined): string | null =>
  origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : null
