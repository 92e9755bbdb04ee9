import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import type { Bindings } from '../bindings.ts'

/**
 * The address of whom Cloudflare Access has let in, out of its signed assertion; undefined when the assertion is not
 * Access's, not for this application, or not valid now. Throws when its keys cannot be had.
 * https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json/
 */
export const addressVouchedFor = async (
  { ACCESS_ISSUER: issuer, ACCESS_AUDIENCE: audience }: Bindings,
  assertion: string,
  now: number,
): Promise<string | undefined> => {
  if (!issuer || !audience) return undefined
  try {
    const { payload } = await jwtVerify(assertion, keysOf(issuer), {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'email'],
      currentDate: new Date(now),
    })
    return typeof payload['email'] === 'string' ? payload['email'].trim().toLowerCase() : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined
    throw error
  }
}

const minute = 60_000

/** Of each team that this isolate has met. */
const keySets = new Map<string, JWTVerifyGetKey>()

/** Keys change every few weeks; a key that is not known makes us ask again, but once in a minute at most, whoever asks. */
const keysOf = (issuer: string): JWTVerifyGetKey => {
  const known = keySets.get(issuer)
  if (known) return known
  const keys = createRemoteJWKSet(new URL('/cdn-cgi/access/certs', issuer), {
    cooldownDuration: minute,
    cacheMaxAge: 24 * 60 * minute,
    timeoutDuration: 5_000,
    [customFetch]: atMostOnceAMinute(),
  })
  keySets.set(issuer, keys)
  return keys
}

/** Also when the answer was no key set at all: then the isolate waits, too. */
const atMostOnceAMinute = () => {
  let askedAt = -Infinity
  return async (url: string, options: RequestInit): Promise<Response> => {
    if (Date.now() - askedAt < minute) throw new errors.JWKSNoMatchingKey()
    askedAt = Date.now()
    return fetch(url, { ...options, redirect: 'error' })
  }
}
