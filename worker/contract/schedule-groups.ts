import type { Forum } from './forum.ts'

/** How a person looks at a programme: what is next, what comes then, what has no date, what was, and where it leads. */
export interface ScheduleGroups {
  /** Shown large; null when nothing is to come, or nothing of it has a date. */
  readonly next: Forum | null
  readonly later: readonly Forum[]
  readonly undated: readonly Forum[]
  readonly held: readonly Forum[]
  /** The forum of the whole city, unless it is shown in another group. */
  readonly goal: Forum | null
}

const takesPlace = ({ date, state }: Forum) => date !== null && (state === 'scheduled' || state === 'moved')
const waitsForDate = ({ date, state }: Forum) => date === null && state !== 'paused' && state !== 'cancelled'

/** Relies on the order of the answer. `state` comes from the server's clock: the visitor's has no say. */
export const groupForums = (forums: readonly Forum[]): ScheduleGroups => {
  const only = forums.length === 1 ? forums[0] : undefined
  if (only && only.state !== 'held') return { next: only, later: [], undated: [], held: [], goal: null }
  const held = forums.filter(forum => forum.state === 'held')
  const goal = forums.find(forum => forum.district === null && forum.state !== 'held') ?? null
  const toCome = forums.filter(forum => forum.state !== 'held' && forum !== goal)
  const next = toCome.find(takesPlace) ?? null
  return {
    next,
    later: toCome.filter(forum => forum !== next && !waitsForDate(forum)),
    undated: toCome.filter(waitsForDate),
    held,
    goal,
  }
}

/** Forums that their district alone does not tell apart, so that their titles have to be shown. */
export const namedAlike = (forums: readonly Forum[]): ReadonlySet<Forum> =>
  new Set(
    forums.filter(forum => forums.some(other => other !== forum && other.district?.slug === forum.district?.slug)),
  )
