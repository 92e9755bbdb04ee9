import type { RegistrationStatus } from '#contract'
import type { ForumFacts } from '../schedule/forum-facts.ts'
import { forumState } from '../schedule/forum-rules.ts'
import { daysAfter, kyivDate } from '../schedule/kyiv-time.ts'
import type { LetterKind, SubscriptionLetterKind } from './letters/letter-kinds.ts'

const minute = 60_000
const hour = 60 * minute

/** Milliseconds after each failure; after the last there is no further try. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour]

/** When a letter that has been tried so many times is tried again; null: it has failed for good. */
export const nextAttemptAt = (attempts: number, now: number): number | null => {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : now + wait
}

/** A Message-ID (RFC 5322, section 3.6.4): of the row, so that the same letter always bears the same. */
export const messageIdOf = (id: number, kind: LetterKind | SubscriptionLetterKind, host: string): string =>
  `<${id}.${kind}@${host}>`

/** How many days before the forum's date. */
export const daysBefore = { 'reminder-3-days': 3, 'reminder-1-day': 1 } as const

export type Cause = {
  readonly status: RegistrationStatus
  /** Null once the person is erased. */
  readonly email: string | null
  readonly refusesReminders: boolean
  /** Until when the address has to be confirmed; null: it need not be. */
  readonly confirmBy: number | null
  readonly forum: ForumFacts
}

/** Whether a letter's cause is gone: what it would say is no longer so, or nobody is left to whom to say it. */
export const isMoot = (kind: LetterKind, cause: Cause, now: number): boolean => {
  const { status, email, refusesReminders, confirmBy, forum } = cause
  const state = forumState(forum, now)
  const isOver = state === 'held' || state === 'cancelled'
  if (email === null) return true
  // Before anybody has confirmed the address it may be a stranger's.
  if (confirmBy !== null && kind !== 'confirm-address') return true
  switch (kind) {
    case 'confirm-address':
      return status === 'cancelled' || confirmBy === null || confirmBy <= now || isOver
    case 'from-organisers':
      return false
    case 'cancelled':
      return status !== 'cancelled' || state === 'held'
    case 'thanks':
      return status !== 'confirmed' || state !== 'held' || refusesReminders
    case 'reminder-3-days':
    case 'reminder-1-day':
      return status !== 'confirmed' || refusesReminders || isOver || !isSoFrom(forum.date, daysBefore[kind], now)
    case 'waitlisted':
      return status !== 'waitlisted' || isOver
    case 'confirmed':
    case 'promoted':
      return status !== 'confirmed' || isOver
    case 'forum-cancelled':
      return status === 'cancelled' || state !== 'cancelled'
    case 'forum-paused':
      return status === 'cancelled' || state !== 'paused'
    case 'forum-resumed':
      return status === 'cancelled' || state === 'paused' || isOver
    case 'forum-moved':
    case 'forum-scheduled':
    case 'transferred':
      return status === 'cancelled' || isOver
    case 'already-registered':
    case 'changed':
    case 'link':
      return status === 'cancelled'
  }
}

export type Wait = { readonly confirmedAt: number | null; readonly endedAt: number | null; readonly forum: ForumFacts }

/** The same of a letter to somebody who waits for a forum. */
export const isMootFor = (
  kind: SubscriptionLetterKind,
  { confirmedAt, endedAt, forum }: Wait,
  now: number,
): boolean => {
  const state = forumState(forum, now)
  switch (kind) {
    case 'subscription-confirm':
      return state === 'held' || state === 'cancelled'
    case 'subscription-date':
      return confirmedAt === null || endedAt !== null || forum.date === null
    case 'subscription-open':
      return confirmedAt === null || state === 'held' || state === 'cancelled'
    case 'subscription-cancelled':
      return confirmedAt === null || state !== 'cancelled'
  }
}

const isSoFrom = (date: string | null, days: number, now: number): boolean =>
  date !== null && kyivDate(now) === daysAfter(date, -days)
