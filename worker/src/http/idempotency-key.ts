import { z } from '@hono/zod-openapi'
import { idempotencyKey } from '#contract'

/** The header by which a repeated sending is known. */
export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .transform((header, context) => idempotencyKey(header) ?? (context.addIssue('not a key'), z.NEVER))
    .meta({
      description:
        '22 to 64 letters, digits, `-` or `_`, quoted or bare, new for each sending of a form and the same when that sending is repeated',
    }),
})
