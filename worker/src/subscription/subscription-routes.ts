import { createRoute } from '@hono/zod-openapi'
import { SubscriptionReceipt, SubscriptionRequest } from '#contract'
import { ForumPath, jsonAnswer, problemAnswers, requiredBody } from '../http/answers.ts'
import { type Api, newApi } from '../http/api.ts'
import { jsonBody } from '../http/json-body.ts'
import { senderOf } from '../http/sender.ts'
import { problem } from '../problems.ts'
import { asked, nextOf } from './next.ts'
import { subscribe } from './subscribe.ts'

const postSubscription = createRoute({
  method: 'post',
  path: '/forums/{forum}/subscriptions',
  tags: ['Registration'],
  summary: 'Asks to be told of a forum’s date or of its opening',
  description:
    'For a forum that has no date, or for which one cannot register yet. A letter asks to confirm the address; then one ' +
    'letter comes of each of the two, the first of which may be left out when both are known at once. Sent twice, it is asked once.',
  request: { params: ForumPath, body: requiredBody(SubscriptionRequest) },
  responses: {
    202: jsonAnswer(SubscriptionReceipt, 'Once the address is confirmed'),
    ...problemAnswers(400, 403, 404, 409, 413, 415, 422, 429, 503),
  },
})

export const subscriptionRoutes = (): Api =>
  newApi().openapi({ ...postSubscription, middleware: jsonBody } as const, async context => {
    const { forum } = context.req.valid('param')
    const { database, now } = context.var
    const { source } = await senderOf(context)
    const answer = await subscribe(
      { database, secret: context.env.STAMP_SECRET, limits: context.env },
      { forum, request: context.req.valid('json'), source, now },
    )
    if ('refusal' in answer) return problem(context, answer.refusal)
    return context.json({ forum, title: asked, next: [...nextOf[answer.awaited]] }, 202, {
      'Cache-Control': 'no-store',
    })
  })
