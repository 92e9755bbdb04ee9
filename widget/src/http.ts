import type { FieldProblem } from '#contract'
import type { ProblemCode } from '#contract/problem-codes'

/** Why an answer is missing: what the API says, or what only this side can know. */
export type FailureCode = ProblemCode | 'network' | 'timeout' | 'bad-api'

export interface Refusal {
  readonly kind: 'refusal'
  readonly code: FailureCode
  readonly errors: readonly FieldProblem[]
}

export type Answer<Body> = { readonly kind: 'answer'; readonly body: Body } | Refusal

export const refusal = (code: FailureCode, errors: readonly FieldProblem[] = []): Refusal => ({
  kind: 'refusal',
  code,
  errors,
})

/** Milliseconds after which nobody waits any longer. */
const patience = 10_000

/** What every answer of the API is: an object, which tells a `code` when it refuses. */
type Json<Body> = Body & { readonly code?: ProblemCode; readonly errors?: readonly FieldProblem[] }

/** Fetches JSON without cookies. Never rejects: a lost connection is a refusal too. `signal` ends it early. */
export const ask = async <Body>(url: string, request: RequestInit = {}): Promise<Answer<Body>> => {
  const abort = new AbortController()
  request.signal?.addEventListener('abort', () => abort.abort())
  let failure: FailureCode = 'network'
  const timer = setTimeout(() => {
    failure = 'timeout'
    abort.abort()
  }, patience)
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', signal: abort.signal })
    if (!response.ok) failure = 'internal-error'
    const body: Json<Body> = await response.json()
    return response.ok ? { kind: 'answer', body } : refusal(body.code ?? failure, body.errors)
  } catch {
    return refusal(failure)
  } finally {
    clearTimeout(timer)
  }
}
