import type { ForumState, ProblemCode, RegistrationState } from '#contract'
import type { ForumFacts } from './forum-facts.ts'
import { daysAfter, kyivMoment } from './kyiv-time.ts'

/** The hour at which registration ends the day before, when the forum's own hour is not published. */
const eveningBefore = '18:00'

const startsAt = (forum: ForumFacts): number | null =>
  forum.date === null ? null : kyivMoment(forum.date, forum.startTime ?? '00:00')

/** The end of its last hour, or of its day when no hour is published. An end before the start is on the next day. */
const endsAt = (forum: ForumFacts): number | null => {
  if (forum.date === null) return null
  if (forum.startTime === null || forum.endTime === null) return kyivMoment(daysAfter(forum.date, 1))
  const overnight = forum.endTime <= forum.startTime
  return kyivMoment(overnight ? daysAfter(forum.date, 1) : forum.date, forum.endTime)
}

/** What a forum is at a moment. What an organiser decided comes before what the clock says. */
export const forumState = (forum: ForumFacts, now: number): ForumState => {
  if (forum.cancelledAt !== null) return 'cancelled'
  if (forum.heldAt !== null) return 'held'
  if (forum.pausedAt !== null) return 'paused'
  const end = endsAt(forum)
  if (end === null) return 'announced'
  if (now >= end) return 'held'
  return forum.movedFrom === null ? 'scheduled' : 'moved'
}

/** Null: nobody can say yet. */
export const registrationClosesAt = (forum: ForumFacts): number | null => {
  if (forum.closesAt !== null) return forum.closesAt
  if (forum.date === null) return null
  return forum.startTime === null ? kyivMoment(daysAfter(forum.date, -1), eveningBefore) : startsAt(forum)
}

/** Places for somebody new: none while anybody waits, none of those kept back for invited people, none below a capacity that was lowered. Null: not decided. */
export const seatsLeft = (forum: ForumFacts): number | null => {
  if (forum.capacity === null) return null
  const keptBack = Math.max(0, forum.reserved - forum.invited)
  return forum.waitlisted > 0 ? 0 : Math.max(0, forum.capacity - keptBack - forum.confirmed)
}

/** What happens to somebody new who registers at this moment. */
export const registrationState = (forum: ForumFacts, now: number): RegistrationState => {
  const state = forumState(forum, now)
  if (state === 'cancelled' || state === 'paused' || state === 'held') return 'closed'
  const closes = registrationClosesAt(forum)
  if (closes !== null && now >= closes) return 'closed'
  const seats = seatsLeft(forum)
  if (!hasOpened(forum, now) || seats === null) return 'not-open'
  if (seats > 0) return 'open'
  return forum.waitlisted < forum.waitlistCapacity ? 'waitlist' : 'full'
}

/** Whether a place that becomes free goes to whoever waits: not once registration is closed, the forum over or cancelled. */
export const givesPlaces = (forum: ForumFacts, now: number): boolean => registrationState(forum, now) !== 'closed'

/** Whether a person may still change or cancel: until the forum is over. */
export const mayChange = (forum: ForumFacts, now: number): boolean => forumState(forum, now) !== 'held'

const hasOpened = (forum: ForumFacts, now: number): boolean =>
  forum.opensAt === null ? forum.date !== null : now >= forum.opensAt

/** The refusal for each state in which nobody new gets a place. */
export const refusals = {
  'not-open': 'not-open-yet',
  closed: 'registration-closed',
  full: 'forum-full',
} as const satisfies Partial<Record<RegistrationState, ProblemCode>>
