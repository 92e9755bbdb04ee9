import { createRoute } from '@hono/zod-openapi'
import { Receipt, RegistrationForm, RegistrationRequest } from '#contract'
import { ForumPath, jsonAnswer, problemAnswers, requiredBody } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'
import { IdempotencyKey } from '../http/idempotency-key.ts'
import { jsonBody } from '../http/json-body.ts'
import { senderOf } from '../http/sender.ts'
import { problem } from '../problems.ts'
import { forgetForum } from '../schedule/schedule-cache.ts'
import { openForm } from './open-form.ts'
import { wholeReceiptOf } from './receipt.ts'
import { register } from './register.ts'

const getForm = createRoute({
  method: 'get',
  path: '/forums/{forum}/form',
  tags: ['Registration'],
  summary: 'What opening the form needs; never cached',
  request: { params: ForumPath },
  responses: {
    200: jsonAnswer(RegistrationForm, 'The form'),
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
    body: requiredBody(RegistrationRequest),
  },
  responses: {
    201: jsonAnswer(Receipt, 'A place, or one on the waitlist'),
    ...problemAnswers(400, 403, 404, 409, 413, 415, 422, 429, 503),
  },
})

export const registrationRoutes = (): Api =>
  newApi()
    .openapi(getForm, async context => {
      const { forum } = context.req.valid('param')
      const { database, now } = context.var
      const { source } = await senderOf(context)
      const opened = await openForm(database, context.env.STAMP_SECRET, { forum, source, now })
      if (!opened) return problem(context, { code: 'not-found' })
      const { form } = opened
      const answer = context.var.mayRegister ? form : { ...form, elsewhere: true as const }
      return context.json(answer, 200, { 'Cache-Control': 'no-store' })
    })
    .openapi({ ...postRegistration, middleware: jsonBody } as const, async context => {
      const { forum } = context.req.valid('param')
      const { database, now } = context.var
      const answer = await register(
        { database, secret: context.env.STAMP_SECRET, limits: context.env },
        {
          forum,
          key: context.req.valid('header')['idempotency-key'],
          request: context.req.valid('json'),
          ...(await senderOf(context)),
          now,
        },
      )
      if ('refusal' in answer) return problem(context, answer.refusal)
      forgetForum(context.env.DB, forum)
      const { origin } = new URL(context.req.url)
      return context.json(wholeReceiptOf(answer, origin, now), 201, { 'Cache-Control': 'no-store' })
    })
