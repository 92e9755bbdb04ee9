import { sign } from '../registration/signing.ts'

/**
 * The secret of a webhook, as Standard Webhooks writes it: made of the worker's own whenever it is needed, and stored
 * nowhere. When it was made is part of it, because a database may give a number that has become free again.
 */
export const secretOf = async (secret: string, { id, createdAt }: { id: number; createdAt: number }): Promise<string> =>
  `whsec_${(await sign(secret, 'webhook', String(id), String(createdAt))).toBase64()}`

/** A message to a webhook: its id stays the same however often it is sent, so that a receiver can tell. */
export type Message = { readonly id: string; readonly body: string; readonly secret: string }

const encoder = new TextEncoder()

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const signedHeaders = async ({ id, body, secret }: Message, now: number): Promise<Record<string, string>> => {
  const timestamp = String(Math.floor(now / 1000))
  const bytes = Uint8Array.fromBase64(secret.slice('whsec_'.length))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${timestamp}.${body}`))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${new Uint8Array(signature).toBase64()}`,
  }
}
