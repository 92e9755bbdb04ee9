import type { Context } from 'hono'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { problem } from '../problems.ts'
import type { Env } from './api.ts'

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

/** What is answered depends on the page that asks, even where every page may read it (RFC 9110, section 12.5.5). */
export const varyingByOrigin = createMiddleware<Env>(async (context, next) => {
  await next()
  context.header('Vary', 'Origin', { append: true })
})

/**
 * For what only this worker's own pages and programs do. CORS alone would let a foreign page's request run and merely
 * hide the answer; a program sends no `Origin`.
 */
export const ownOriginOnly = createMiddleware<Env>(async (context, next) =>
  isOwnOrigin(context) ? next() : problem(context, { code: 'foreign-origin' }),
)

/** A program or an old browser says no origin; a sandboxed page says `null`. */
export const isOwnOrigin = ({ req }: Context<Env>): boolean => {
  const origin = req.header('Origin')
  return origin === undefined || origin === new URL(req.url).origin
}
