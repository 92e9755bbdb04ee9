import { forumState } from '../schedule/forum-rules.ts'
import type { ForumLetter } from './forum-change-store.ts'
import type { KeptForum } from './forum-field-rules.ts'

/**
 * Which letter a change of a forum causes; null: none. What is or becomes public matters, and what is still to come:
 * who kept an evening free hears that it is another one, or none.
 */
export const letterOf = (before: KeptForum, after: KeptForum, now: number): ForumLetter | null => {
  if (before.publishedAt === null || after.publishedAt === null) return null
  const [was, is] = [forumState(before, now), forumState(after, now)]
  if (isOver(was) && isOver(is)) return null
  if (differs(before, after, 'heldAt')) return null
  if (differs(before, after, 'cancelledAt'))
    return after.cancelledAt === null ? (is === 'paused' ? 'forum-paused' : 'forum-resumed') : 'forum-cancelled'
  if (differs(before, after, 'pausedAt'))
    return after.pausedAt === null ? (is === 'held' ? null : 'forum-resumed') : 'forum-paused'
  if (plan.every(name => before[name] === after[name])) return null
  return before.date === null ? 'forum-scheduled' : 'forum-moved'
}

const plan = ['date', 'startTime', 'endTime', 'venue'] as const

const isOver = (state: string): boolean => state === 'held' || state === 'cancelled'

const differs = (before: KeptForum, after: KeptForum, name: 'heldAt' | 'cancelledAt' | 'pausedAt'): boolean =>
  (before[name] === null) !== (after[name] === null)
