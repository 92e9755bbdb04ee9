import { cors } from 'hono/cors'

/**
 * What strangers' pages need: they may read the schedule and send the form, without cookies or tokens. Everything else
 * answers no other origin.
 */
export const openToEveryPage = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST'],
  allowHeaders: ['Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['ETag', 'Retry-After'],
  maxAge: 86_400,
})
