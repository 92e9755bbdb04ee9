import * as z from 'zod'
import { nextPage } from './page-query.ts'
import { Slug } from './words.ts'

export const webhookEvents = ['registration', 'check-in', 'forum'] as const

export const WebhookEvent = z.enum(webhookEvents).meta({
  id: 'WebhookEvent',
  description:
    '`registration`: somebody has registered, or the status of a registration has changed; `check-in`: somebody has come, or that was undone; `forum`: a published forum has changed',
})
export type WebhookEvent = z.infer<typeof WebhookEvent>

const url = z.string().max(2000).meta({
  description: 'An https address of a public host name, on port 443, without credentials',
  example: 'https://crm.example.org/kyiv-forums',
})
const events = z
  .array(WebhookEvent)
  .min(1)
  .max(webhookEvents.length)
  .meta({ example: ['registration', 'forum'] })
const districts = z.array(Slug).min(1).max(50).nullable()
const disabled = z.boolean().meta({ description: 'Nothing is sent', example: false })

export const Webhook = z
  .object({
    id: z.int().meta({ example: 12 }),
    url,
    events,
    districts: districts.meta({ description: 'Whose forums it hears of; null: all', example: ['darnytskyi'] }),
    disabled: disabled.meta({ description: 'Nothing is sent; so it is after an answer 410, too' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Webhook', description: 'A program that wants to hear of changes' })
export type Webhook = z.infer<typeof Webhook>

export const WebhookWithSecret = Webhook.extend({
  secret: z.string().meta({
    description: 'By which its requests are known to be ours (standardwebhooks.com). Shown this once',
    example: 'whsec_K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  }),
}).meta({ id: 'WebhookWithSecret', description: 'A new webhook' })
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>

export const WebhookList = z
  .object({ webhooks: z.array(Webhook), next: nextPage })
  .meta({ id: 'WebhookList', description: 'In the order in which they were made' })
export type WebhookList = z.infer<typeof WebhookList>

export const NewWebhook = z
  .strictObject({
    url,
    events,
    districts: districts.optional().meta({
      description: 'Absent: all that the organiser has; null: all, for organisers of the whole city',
      example: ['darnytskyi'],
    }),
  })
  .meta({ id: 'NewWebhook' })
export type NewWebhook = z.infer<typeof NewWebhook>

export const WebhookChange = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    districts: districts.optional().meta({ example: ['darnytskyi'] }),
    disabled: disabled.optional(),
  })
  .meta({ id: 'WebhookChange', description: 'What is absent stays' })
export type WebhookChange = z.infer<typeof WebhookChange>

/** Why a delivery failed, in a word of ours: what the other side says is not kept. */
export const deliveryFailures = ['refused', 'redirected', 'gone', 'timeout', 'unreachable'] as const
export type DeliveryFailure = (typeof deliveryFailures)[number]

export const Delivery = z
  .object({
    id: z.int().meta({ example: 4711 }),
    event: WebhookEvent,
    state: z
      .enum(['delivered', 'due', 'failed'])
      .meta({ description: '`due`: will be tried, again or for the first time; `failed`: given up' }),
    data: z
      .record(z.string(), z.unknown())
      .meta({ example: { forum: '2019-darnytskyi', code: '7H3M-2Q9X', status: 'confirmed' } }),
    attempts: z.int().meta({ example: 1 }),
    createdAt: z.iso.datetime(),
    nextAttemptAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    lastStatus: z.int().nullable().meta({ description: 'HTTP status of the last answer', example: 503 }),
    lastError: z.enum(deliveryFailures).nullable(),
  })
  .meta({ id: 'Delivery', description: 'Something that a webhook is told, and how it went' })
export type Delivery = z.infer<typeof Delivery>

export const DeliveryList = z
  .object({ deliveries: z.array(Delivery), next: nextPage })
  .meta({ id: 'DeliveryList', description: 'The newest first; kept for 30 days' })
export type DeliveryList = z.infer<typeof DeliveryList>
