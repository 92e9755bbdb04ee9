import type { Context } from 'hono'
import type { Refusal } from '../problems.ts'
import type { Env } from './api.ts'

/** The strong validator of a row (RFC 9110, section 8.8.3): its version. */
export const etagOf = (version: number): string => `"${version}"`

type Refused = Refusal<'precondition-required' | 'invalid-precondition' | 'precondition-failed'>

/**
 * The version that `If-Match` says was seen. Missing is 428 (RFC 6585); `*`, which says nothing of what was seen, and
 * anything that is no entity tag are 400; a weak tag or one of something else never matches (RFC 9110, section 13.1.1): 412.
 */
export const seenVersion = (context: Context<Env>): number | { readonly refusal: Refused } => {
  const header = context.req.header('If-Match')?.trim()
  if (header === undefined) return { refusal: { code: 'precondition-required' } }
  if (!/^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/.test(header)) return { refusal: { code: 'invalid-precondition' } }
  const version = /^"([1-9][0-9]{0,14})"$/.exec(header)?.[1]
  return version === undefined ? { refusal: { code: 'precondition-failed' } } : Number(version)
}
