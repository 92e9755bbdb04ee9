import { createMiddleware } from 'hono/factory'
import type { Env } from '../http/api.ts'
import { problem } from '../problems.ts'

/** Lets pass whoever holds the organisers' token (RFC 6750), of which only the hash is known here. */
export const organisersOnly = createMiddleware<Env>(async (context, next) => {
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(context.req.header('Authorization') ?? '') ?? []
  const expected = context.env.ORGANISER_TOKEN_SHA256
  if (token === undefined || !expected || !(await hasHash(token, expected)))
    return problem(context, { code: 'unauthorised' })
  context.header('Cache-Control', 'no-store')
  return next()
})

const hasHash = async (token: string, expected: string): Promise<boolean> => {
  if (!/^[0-9a-f]{64}$/i.test(expected)) return false
  const actual = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return crypto.subtle.timingSafeEqual(actual, Uint8Array.fromHex(expected))
}
