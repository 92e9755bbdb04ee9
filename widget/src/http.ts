import type { FieldProblem } from '#contract'
import type { ProblemCode } from '#contract/problem-codes'

/** Why an answer is missing: what the API says, or what only this side can know. */
export type FailureCode = ProblemCode | 'network' | 'timeout' | 'blocked' | 'bad-api'

export interface Refusal {
  readonly kind: 'refusal'
  readonly code: FailureCode
  readonly errors: readonly FieldProblem[]
  /** Of HTTP; 0 when no answer came. */
  readonly status: number
  /** Seconds for which the API wants to be left alone; dates are not read. */
  readonly retryAfter: number
}

export type Answer<Body> = { readonly kind: 'answer'; readonly body: Body } | Refusal

export const refusal = (
  code: FailureCode,
  errors: readonly FieldProblem[] = [],
  status = 0,
  retryAfter = 0,
): Refusal => ({ kind: 'refusal', code, errors, status, retryAfter })

/** What the page's own Content-Security-Policy has refused last. */
let refusedByPage = ''
globalThis.addEventListener?.('securitypolicyviolation', ({ blockedURI, disposition }) => {
  if (disposition === 'enforce') refusedByPage = blockedURI
})

/** The page's word about its policy comes after the failure. */
const isBlocked = async (url: string): Promise<boolean> => {
  await new Promise(resolve => setTimeout(resolve))
  return refusedByPage !== '' && url.startsWith(refusedByPage)
}

/** Milliseconds after which nobody waits any longer for one answer. */
const most = 10_000

/** What every answer of the API is: an object, which tells a `code` when it refuses. */
type Json<Body> = Body & { readonly code?: ProblemCode; readonly errors?: readonly FieldProblem[] }

/** Fetches JSON without cookies. Never rejects: a lost connection is a refusal too. Waits no longer than `left` milliseconds. */
export const ask = async <Body>(url: string, request: RequestInit = {}, left = most): Promise<Answer<Body>> => {
  const abort = new AbortController()
  let failure: FailureCode = 'network'
  let status = 0
  let retryAfter = 0
  const timer = setTimeout(
    () => {
      failure = 'timeout'
      abort.abort()
    },
    Math.min(left, most),
  )
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', signal: abort.signal })
    if (!response.ok) {
      failure = 'internal-error'
      ;({ status } = response)
      retryAfter = Number(response.headers.get('retry-after')) || 0
    }
    const body: Json<Body> = await response.json()
    return response.ok ? { kind: 'answer', body } : refusal(body.code ?? failure, body.errors, status, retryAfter)
  } catch {
    if (failure === 'network' && (await isBlocked(url))) failure = 'blocked'
    return refusal(failure, [], status, retryAfter)
  } finally {
    clearTimeout(timer)
  }
}
