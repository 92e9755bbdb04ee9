import type { ProblemCode } from '#contract'
import { daysAfter, kyivMoment } from '../schedule/kyiv-time.ts'

/** What of a forum decides who may be checked in. */
export type DoorForum = {
  readonly date: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly publishedAt: number | null
  readonly cancelledAt: number | null
  readonly capacity: number | null
  readonly confirmed: number
  readonly reserved: number
  readonly invited: number
}

export type DoorRegistration = {
  readonly status: 'confirmed' | 'waitlisted' | 'cancelled'
  readonly invited: number
  /** Milliseconds since 1970. */
  readonly cameAt: number | null
}

/**
 * Whether a moment is on the forum's day in Kyiv: from 00:00 of its date until midnight, or until its end when that is
 * later. A forum without a date, a draft or a cancelled one has no day.
 */
export const isTheDay = (forum: DoorForum, moment: number): boolean => {
  if (forum.date === null || forum.publishedAt === null || forum.cancelledAt !== null) return false
  return moment >= kyivMoment(forum.date) && moment < endOfDay(forum.date, forum)
}

const endOfDay = (date: string, { startTime, endTime }: DoorForum): number => {
  const isOvernight = startTime !== null && endTime !== null && endTime <= startTime
  return kyivMoment(daysAfter(date, 1), isOvernight ? endTime : '00:00')
}

/** Whether there is a place at the door. Those kept back for invited people are theirs alone. */
export const hasFreePlace = (forum: DoorForum, isInvited: boolean): boolean => {
  const keptBack = Math.max(0, forum.reserved - forum.invited - (isInvited ? 1 : 0))
  return forum.confirmed + keptBack < (forum.capacity ?? 0)
}

export type DoorRefusal = Extract<ProblemCode, 'not-the-day' | 'registration-cancelled' | 'registration-waitlisted'>

export type Admission =
  | { readonly kind: 'refuse'; readonly code: DoorRefusal; readonly mayDo?: ('promote' | 'walk-in')[] }
  | { readonly kind: 'already'; readonly at: number }
  /** `promote`: out of the waitlist, whose turn it is or not. */
  | { readonly kind: 'admit'; readonly promote: boolean }

/** What becomes of a person whose code was scanned. */
export const admit = (
  forum: DoorForum,
  registration: DoorRegistration,
  { promote, now }: { readonly promote: boolean; readonly now: number },
): Admission => {
  if (!isTheDay(forum, now)) return { kind: 'refuse', code: 'not-the-day' }
  if (registration.status === 'cancelled') return { kind: 'refuse', code: 'registration-cancelled', mayDo: ['walk-in'] }
  if (registration.cameAt !== null) return { kind: 'already', at: registration.cameAt }
  if (registration.status === 'confirmed') return { kind: 'admit', promote: false }
  const isFree = hasFreePlace(forum, registration.invited === 1)
  if (promote && isFree) return { kind: 'admit', promote: true }
  return { kind: 'refuse', code: 'registration-waitlisted', mayDo: isFree ? ['promote'] : [] }
}

export type WalkInRefusal = Extract<
  ProblemCode,
  'not-the-day' | 'forum-full' | 'already-registered' | 'key-reused' | 'invalid-request'
>

/** What was found before a walk-in is written. */
export type WalkInSeen = {
  readonly forum: DoorForum
  /** The earlier sending under the same key. */
  readonly submission: { readonly fingerprint: string } | null
  /** The live registration of the same address. */
  readonly registrationId: number | null
}

export type WalkInDecision = 'replay' | 'register' | { readonly refused: WalkInRefusal }

/** What becomes of somebody who comes without a registration. */
export const decideWalkIn = (
  seen: WalkInSeen,
  { fingerprint, knowsConsent, now }: { fingerprint: string; knowsConsent: boolean; now: number },
): WalkInDecision => {
  if (seen.submission) return seen.submission.fingerprint === fingerprint ? 'replay' : { refused: 'key-reused' }
  if (!knowsConsent) return { refused: 'invalid-request' }
  if (!isTheDay(seen.forum, now)) return { refused: 'not-the-day' }
  if (seen.registrationId !== null) return { refused: 'already-registered' }
  return hasFreePlace(seen.forum, false) ? 'register' : { refused: 'forum-full' }
}
