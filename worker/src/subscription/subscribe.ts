import type { FieldProblem, SubscriptionRequest } from '#contract'
import { asksForProof, isWithinLimits } from '../abuse/admission.ts'
import { solvedChallenge } from '../abuse/challenge.ts'
import type { Refusal } from '../problems.ts'
import type { Keeper } from '../registration/register.ts'
import { refusedForm } from '../registration/registration-rules.ts'
import { openedAt } from '../registration/stamp.ts'
import { readForum } from '../schedule/schedule-store.ts'
import { awaitedOf } from './subscription-rules.ts'
import { storeSubscription } from './subscription-store.ts'

export type Subscribing = {
  readonly forum: string
  readonly request: SubscriptionRequest
  /** Where the request comes from, as `sourceOf` tells it. */
  readonly source: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type Subscribed = { readonly awaited: NonNullable<ReturnType<typeof awaitedOf>> }

type Refused = {
  readonly refusal: Refusal<
    'not-found' | 'nothing-awaited' | 'invalid-request' | 'form-too-fast' | 'form-expired' | 'too-many-requests'
  >
}

const invalidSolution: FieldProblem = { pointer: '/solution', code: 'invalid-solution' }

/** Keeps an address that is to be told of a forum, until it is confirmed for two days. Whoever sends it learns nothing of it. */
export const subscribe = async (
  { database, secret, limits }: Keeper,
  { forum, request, source, now }: Subscribing,
): Promise<Subscribed | Refused> => {
  const found = await readForum(database, forum)
  if (!found) return { refusal: { code: 'not-found' } }
  const awaited = awaitedOf(found.forum, now)
  if (awaited === null) return { refusal: { code: 'nothing-awaited' } }
  // A field that people cannot see: look as if, and store nothing.
  if ((request.website ?? '') !== '') return { awaited }
  const { email, stamp, solution } = request
  const challenge = solution === undefined ? null : await solvedChallenge(secret, forum, solution, now)
  const errors = solution !== undefined && challenge === null ? [invalidSolution] : []
  const refusal = refusedForm({ openedAt: await openedAt(stamp, secret, forum), errors }, now)
  if (refusal) return { refusal: refusal as Refused['refusal'] }
  if (challenge === null && !(await isAdmitted())) return { refusal: { code: 'too-many-requests' } }
  const stored = await storeSubscription(database, { forum: found.forum, request, challenge, now })
  return stored ? { awaited } : { refusal: { code: 'invalid-request', errors: [invalidSolution] } }

  async function isAdmitted() {
    if (await asksForProof(database, source, forum, now)) return false
    return isWithinLimits(limits, database, { source, email, forum }, now)
  }
}
