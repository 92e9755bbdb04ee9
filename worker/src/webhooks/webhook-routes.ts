import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  Delivery,
  DeliveryList,
  NewWebhook,
  pageLength,
  PageQuery,
  Webhook,
  WebhookChange,
  WebhookList,
  WebhookWithSecret,
} from '#contract'
import { actorOf } from '../audit/actor.ts'
import { afterwards } from '../http/afterwards.ts'
import {
  createdAnswer,
  forOrganisers,
  IfMatch,
  jsonAnswer,
  NumberPath,
  problemAnswers,
  requiredBody,
  versionedAnswer,
} from '../http/answers.ts'
import { type Env, newApi } from '../http/api.ts'
import { jsonBody } from '../http/json-body.ts'
import { etagOf, seenVersion } from '../http/precondition.ts'
import { problem } from '../problems.ts'
import { deliverDue } from './deliver-due.ts'
import { listDeliveries } from './delivery-store.ts'
import { presentDelivery, presentWebhook } from './present-webhook.ts'
import { sendMessage } from './send-message.ts'
import { secretOf } from './standard-webhook.ts'
import { listWebhooks } from './webhook-store.ts'
import { addWebhook, changeWebhook, ownWebhook, removeWebhook, replay } from './webhooks.ts'

const ofWebhooks = forOrganisers('Webhooks')
const path = '/admin/webhooks'
const params = z.object({ webhook: NumberPath })

const getWebhooks = createRoute({
  ...ofWebhooks,
  method: 'get',
  path,
  summary: 'Which programs hear of changes',
  request: { query: PageQuery },
  responses: { 200: jsonAnswer(WebhookList, 'A page of them'), ...problemAnswers(400, 401, 403) },
})

const postWebhook = createRoute({
  ...ofWebhooks,
  method: 'post',
  path,
  summary: 'Lets a program hear of changes; the answer holds the secret, this once',
  request: { body: requiredBody(NewWebhook) },
  responses: {
    201: createdAnswer(WebhookWithSecret, 'The webhook with its secret'),
    ...problemAnswers(400, 401, 403, 413, 415, 422),
  },
})

const getWebhook = createRoute({
  ...ofWebhooks,
  method: 'get',
  path: `${path}/{webhook}` as const,
  summary: 'One webhook',
  request: { params },
  responses: { 200: versionedAnswer(Webhook, 'The webhook'), ...problemAnswers(401, 403, 404) },
})

const patchWebhook = createRoute({
  ...ofWebhooks,
  method: 'patch',
  path: `${path}/{webhook}` as const,
  summary: 'Changes a webhook; the secret stays',
  request: { params, headers: IfMatch, body: requiredBody(WebhookChange) },
  responses: {
    200: versionedAnswer(Webhook, 'As it is now'),
    ...problemAnswers(400, 401, 403, 404, 412, 413, 415, 422, 428),
  },
})

const deleteWebhook = createRoute({
  ...ofWebhooks,
  method: 'delete',
  path: `${path}/{webhook}` as const,
  summary: 'Removes a webhook and the log of what it was told',
  request: { params, headers: IfMatch },
  responses: { 204: { description: 'It is gone' }, ...problemAnswers(400, 401, 403, 404, 412, 428) },
})

const getDeliveries = createRoute({
  ...ofWebhooks,
  method: 'get',
  path: `${path}/{webhook}/deliveries` as const,
  summary: 'What a webhook was told, and how it went',
  request: { params, query: PageQuery },
  responses: { 200: jsonAnswer(DeliveryList, 'A page of the log'), ...problemAnswers(400, 401, 403, 404) },
})

const postReplay = createRoute({
  ...ofWebhooks,
  method: 'post',
  path: `${path}/{webhook}/deliveries/{delivery}/replay` as const,
  summary: 'Tells a webhook the same once more, under the same id',
  request: { params: params.extend({ delivery: NumberPath }) },
  responses: { 202: jsonAnswer(Delivery, 'It is due now'), ...problemAnswers(401, 403, 404, 409) },
})

const deskOf = (context: Context<Env>) => {
  const { database, organiser, trusts } = context.var
  return { database, organiser, trusts, actor: actorOf(context) }
}

export const webhookRoutes = () =>
  newApi()
    .openapi(getWebhooks, async context => {
      const { cursor = 0, limit = pageLength } = context.req.valid('query')
      const { database, organiser } = context.var
      const rows = await listWebhooks(database, organiser.districts, cursor, limit)
      return context.json({ webhooks: rows.map(presentWebhook), next: nextOf(rows, limit) }, 200)
    })
    .openapi({ ...postWebhook, middleware: jsonBody } as const, async context => {
      const added = await addWebhook(deskOf(context), context.req.valid('json'))
      if ('refusal' in added) return problem(context, added.refusal)
      const secret = await secretOf(context.env.STAMP_SECRET, added)
      return context.json({ ...presentWebhook(added), secret }, 201, {
        Location: `/api/v1${path}/${added.id}`,
        ETag: etagOf(added.version),
      })
    })
    .openapi(getWebhook, async context => {
      const { database, organiser } = context.var
      const found = await ownWebhook(database, organiser, context.req.valid('param').webhook)
      if (!found) return problem(context, { code: 'not-found' })
      return context.json(presentWebhook(found), 200, { ETag: etagOf(found.version) })
    })
    .openapi({ ...patchWebhook, middleware: jsonBody } as const, async context => {
      const version = seenVersion(context)
      if (typeof version !== 'number') return problem(context, version.refusal)
      const { webhook } = context.req.valid('param')
      const changed = await changeWebhook(deskOf(context), webhook, version, context.req.valid('json'))
      if ('refusal' in changed) return problem(context, changed.refusal)
      return context.json(presentWebhook(changed), 200, { ETag: etagOf(changed.version) })
    })
    .openapi(deleteWebhook, async context => {
      const version = seenVersion(context)
      if (typeof version !== 'number') return problem(context, version.refusal)
      const refused = await removeWebhook(deskOf(context), context.req.valid('param').webhook, version)
      return refused ? problem(context, refused.refusal) : context.body(null, 204)
    })
    .openapi(getDeliveries, async context => {
      const { webhook } = context.req.valid('param')
      const { cursor, limit = pageLength } = context.req.valid('query')
      const { database, organiser } = context.var
      if (!(await ownWebhook(database, organiser, webhook))) return problem(context, { code: 'not-found' })
      const rows = await listDeliveries(database, webhook, cursor, limit)
      return context.json({ deliveries: rows.map(presentDelivery), next: nextOf(rows, limit) }, 200)
    })
    .openapi(postReplay, async context => {
      const { webhook, delivery } = context.req.valid('param')
      const due = await replay(deskOf(context), webhook, delivery)
      if ('refusal' in due) return problem(context, due.refusal)
      const { database, now } = context.var
      const secret = context.env.STAMP_SECRET
      afterwards(context, () => deliverDue({ database, secret, now, send: sendMessage, chance: Math.random }))
      return context.json(presentDelivery(due), 202)
    })

const nextOf = (rows: readonly { id: number }[], limit: number): string | null =>
  rows.length === limit ? String(rows.at(-1)?.id) : null
