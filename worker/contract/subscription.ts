import * as z from 'zod'
import { formatted } from './formatted.ts'
import { solution, stamp, website } from './form-guards.ts'
import { email } from './text-formats.ts'
import { Locale, Slug, Words } from './words.ts'

/** An address, to be told of a forum's date or of its opening. Nothing else of the person is asked for. */
export const SubscriptionRequest = z
  .strictObject({
    email: formatted(email).meta({ format: 'email', example: 'olena@example.com' }),
    locale: Locale,
    stamp,
    solution,
    website,
  })
  .meta({ id: 'SubscriptionRequest' })
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>

export const SubscriptionReceipt = z
  .object({
    forum: Slug,
    title: Words.meta({ description: 'What has become of it, in short' }),
    next: z.array(Words).meta({ description: 'What happens next, a sentence each' }),
  })
  .meta({ id: 'SubscriptionReceipt', description: 'The same for a new and for a known address' })
export type SubscriptionReceipt = z.infer<typeof SubscriptionReceipt>
