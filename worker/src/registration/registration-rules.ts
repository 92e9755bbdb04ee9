import { type FieldProblem, limits, type ProblemCode, type ReceiptStatus } from '#contract'
import type { ForumFacts } from '../schedule/forum-facts.ts'
import { refusals, registrationState } from '../schedule/forum-rules.ts'

/** What was said to a sending. `confirmBy`: until when the place is held, in milliseconds since 1970; null: it is not. */
export type Answered = { readonly code: string; readonly status: ReceiptStatus; readonly confirmBy: number | null }

/** What `look` found before anything is written. */
export type Seen = {
  readonly forum: ForumFacts
  /** The earlier sending under the same key. */
  readonly submission: (Answered & { readonly fingerprint: string }) | null
  /** This person's live registration at this forum. */
  readonly registrationId: number | null
  /** Whom the person represents has all the places here that one organisation may have. */
  readonly organisationIsFull?: boolean
}

/** One sending of the form, reduced to what the decision needs. */
export type Sending = {
  readonly fingerprint: string
  /** A field that people cannot see was filled. */
  readonly byMachine: boolean
  /** When the form was opened; null when its stamp is not ours. Milliseconds since 1970. */
  readonly openedAt: number | null
  readonly errors: readonly FieldProblem[]
}

export type RegistrationRefusal = Extract<
  ProblemCode,
  | 'not-open-yet'
  | 'registration-closed'
  | 'forum-full'
  | 'organisation-full'
  | 'key-reused'
  | 'invalid-request'
  | 'form-too-fast'
  | 'form-expired'
>

export type Decision =
  | { readonly kind: 'refuse'; readonly code: RegistrationRefusal; readonly errors?: readonly FieldProblem[] }
  /** Say again what was said. */
  | (Answered & { readonly kind: 'replay' })
  /** Look as if, and store nothing. */
  | { readonly kind: 'pretend'; readonly status: ReceiptStatus }
  /** The person has a place already: one more submission leads to it, and the answer is what a stranger would get. */
  | { readonly kind: 'keep'; readonly registrationId: number; readonly status: ReceiptStatus }
  | { readonly kind: 'register'; readonly status: ReceiptStatus }

/**
 * What becomes of a sending. The earlier answer to the same key comes first, so that a retry is never refused for what
 * has happened since; then the forum's state, which depends on nobody; then the form; then whom they represent; the person last.
 */
export const decide = (sending: Sending, seen: Seen, now: number): Decision => {
  if (seen.submission) {
    const { fingerprint, ...answered } = seen.submission
    return fingerprint === sending.fingerprint
      ? { kind: 'replay', ...answered }
      : { kind: 'refuse', code: 'key-reused' }
  }
  const state = registrationState(seen.forum, now)
  if (state !== 'open' && state !== 'waitlist') return { kind: 'refuse', code: refusals[state] }
  const status = state === 'open' ? 'confirmed' : 'waitlisted'
  if (sending.byMachine) return { kind: 'pretend', status }
  const refusal = refusedForm(sending, now)
  if (refusal) return refusal
  if (seen.organisationIsFull) return { kind: 'refuse', code: 'organisation-full' }
  return seen.registrationId === null
    ? { kind: 'register', status }
    : { kind: 'keep', registrationId: seen.registrationId, status }
}

/** Until when a place that is taken now is held for whoever has to confirm the address first; null: it is theirs at once. */
export const heldUntil = ({ confirmAddress }: { readonly confirmAddress: number }, now: number): number | null =>
  confirmAddress === 1 ? now + limits.hold : null

/** Why a form is not taken, whoever filled it in; undefined: it is. */
export const refusedForm = (
  { openedAt, errors }: Pick<Sending, 'openedAt' | 'errors'>,
  now: number,
): Extract<Decision, { kind: 'refuse' }> | undefined => {
  if (openedAt === null)
    return {
      kind: 'refuse',
      code: 'invalid-request',
      errors: [...errors, { pointer: '/stamp', code: 'invalid-stamp' }],
    }
  if (errors.length > 0) return { kind: 'refuse', code: 'invalid-request', errors }
  if (now - openedAt < limits.stamp.least) return { kind: 'refuse', code: 'form-too-fast' }
  if (now - openedAt > limits.stamp.most) return { kind: 'refuse', code: 'form-expired' }
  return undefined
}
