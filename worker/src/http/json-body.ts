import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { limits } from '#contract'
import { problem } from '../problems.ts'
import type { Env } from './api.ts'

const isJson = createMiddleware<Env>(async (context, next) => {
  const [type = ''] = (context.req.header('Content-Type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json' || context.req.header('Content-Encoding') !== undefined)
    return problem(context, { code: 'unsupported-media-type' })
  return next()
})

const isAtMost = (maxSize: number) =>
  bodyLimit({ maxSize, onError: context => problem(context, { code: 'body-too-large' }) })

const isReadable = createMiddleware<Env>(async (context, next) => {
  const bytes = await context.req.arrayBuffer()
  return parses(bytes) ? next() : problem(context, { code: 'malformed-json' })
})

/** UTF-8 (RFC 8259, section 8.1) and JSON; a byte order mark is forgiven. */
const parses = (bytes: ArrayBuffer): boolean => {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
    return true
  } catch {
    return false
  }
}

/** A body that is small, is said to be JSON and is JSON; before anything of it is looked at. */
export const jsonBody = [isJson, isAtMost(limits.body), isReadable]

/** As much as an organiser's program may send at once. */
export const largeJsonBody = [isJson, isAtMost(limits.largeBody), isReadable]
