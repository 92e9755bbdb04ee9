import { awaited } from '#contract/forum-reading'
import type { ForumFacts } from '../schedule/forum-facts.ts'
import { forumState, registrationState } from '../schedule/forum-rules.ts'
import type { News } from './subscription-store.ts'

/** What one may ask to be told of a forum at a moment; null: one can register, or nothing more is to come. */
export const awaitedOf = (forum: ForumFacts, now: number): ReturnType<typeof awaited> =>
  awaited({ state: forumState(forum, now), date: forum.date, registration: { state: registrationState(forum, now) } })

/** What has become of what people wait for; undefined: nothing yet. While all places are taken, they wait on. */
export const newsOf = (forum: ForumFacts, now: number): News | undefined => {
  const state = forumState(forum, now)
  if (state === 'cancelled') return { letter: 'subscription-cancelled', isLast: true }
  if (state === 'held') return { letter: null, isLast: true }
  if (state === 'paused') return undefined
  const registration = registrationState(forum, now)
  if (registration === 'open' || registration === 'waitlist') return { letter: 'subscription-open', isLast: true }
  if (registration === 'closed') return { letter: null, isLast: true }
  return forum.date === null ? undefined : { letter: 'subscription-date', isLast: false }
}
