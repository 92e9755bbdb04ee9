import type { FieldProblem, ProblemCode, ReceiptStatus } from '#contract'
import { forumState, seatsLeft } from '../schedule/forum-rules.ts'
import type { ForumFacts } from '../schedule/forum-facts.ts'

/** What of a forum decides whether an organiser may enter somebody. */
export type DeskForum = ForumFacts & { readonly publishedAt: number | null }

/** Whether people may be entered, promoted or moved there: also before registration opens and after it closes, not once all is over. */
export const takesPeople = (forum: DeskForum, now: number): boolean => {
  const state = forumState(forum, now)
  return forum.publishedAt !== null && state !== 'cancelled' && state !== 'held'
}

/** Where somebody new goes: a place that is kept back if they are invited, a free one, the waitlist; undefined: nowhere. */
export const placeFor = (forum: DeskForum, isInvited: boolean): 'reserved' | 'free' | 'waitlist' | undefined => {
  if (isInvited && hasReserved(forum)) return 'reserved'
  if ((seatsLeft(forum) ?? 0) > 0) return 'free'
  return forum.waitlisted < forum.waitlistCapacity ? 'waitlist' : undefined
}

const hasReserved = ({ reserved, invited, confirmed, capacity }: DeskForum): boolean =>
  reserved > invited && confirmed < (capacity ?? 0)

/** Whether a place can be given to one who waits, whoever else does. */
export const hasPlace = (forum: DeskForum, isInvited: boolean): boolean =>
  (isInvited && hasReserved(forum)) || (seatsLeft({ ...forum, waitlisted: 0 }) ?? 0) > 0

export type HandRefusal = Extract<
  ProblemCode,
  'registration-closed' | 'forum-full' | 'organisation-full' | 'already-registered' | 'key-reused' | 'invalid-request'
>

/** What was found before somebody is entered by hand. */
export type HandSeen = {
  readonly forum: DeskForum
  /** The earlier sending under the same key. */
  readonly submission: { readonly fingerprint: string; readonly code: string; readonly status: ReceiptStatus } | null
  /** Whoever lives at this address at the forum. */
  readonly registrationId: number | null
  readonly organisationIsFull: boolean
}

export type HandSending = {
  readonly fingerprint: string
  readonly isInvited: boolean
  readonly errors: readonly FieldProblem[]
}

export type HandDecision =
  | { readonly kind: 'refuse'; readonly code: HandRefusal; readonly errors?: readonly FieldProblem[] }
  | { readonly kind: 'replay'; readonly code: string; readonly status: ReceiptStatus }
  | { readonly kind: 'register'; readonly place: 'reserved' | 'free' | 'waitlist' }

/** What becomes of somebody who is entered by hand. An organiser may know who is registered, and is told. */
export const decideByHand = (sending: HandSending, seen: HandSeen, now: number): HandDecision => {
  const { forum, submission, registrationId, organisationIsFull } = seen
  if (submission)
    return submission.fingerprint === sending.fingerprint
      ? { kind: 'replay', code: submission.code, status: submission.status }
      : { kind: 'refuse', code: 'key-reused' }
  if (!takesPeople(forum, now)) return { kind: 'refuse', code: 'registration-closed' }
  if (sending.errors.length > 0) return { kind: 'refuse', code: 'invalid-request', errors: sending.errors }
  if (registrationId !== null) return { kind: 'refuse', code: 'already-registered' }
  if (organisationIsFull) return { kind: 'refuse', code: 'organisation-full' }
  const place = placeFor(forum, sending.isInvited)
  return place ? { kind: 'register', place } : { kind: 'refuse', code: 'forum-full' }
}
