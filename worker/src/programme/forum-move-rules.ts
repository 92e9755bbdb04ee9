import type { ForumMove, Standing } from '#contract'
import { forumState, registrationState } from '../schedule/forum-rules.ts'
import { kyivMoment } from '../schedule/kyiv-time.ts'
import type { Columns, KeptForum } from './forum-field-rules.ts'

type Name = ForumMove['move']

/** A draft, or what the public sees. */
export const standingOf = (forum: KeptForum, now: number): Standing =>
  forum.publishedAt === null ? 'draft' : forumState(forum, now)

const planned: readonly Standing[] = ['scheduled', 'moved']
const toCome: readonly Standing[] = ['announced', ...planned]

/** What a forum must be for each move of its life. */
const from: Readonly<Record<Name, readonly Standing[]>> = {
  announce: ['draft'],
  withdraw: [...toCome, 'paused', 'cancelled'],
  schedule: ['draft', 'announced', 'paused'],
  open: toCome,
  close: toCome,
  pause: toCome,
  resume: ['paused'],
  move: [...planned, 'paused', 'held'],
  cancel: [...toCome, 'paused'],
  reinstate: ['cancelled'],
  hold: [...planned, 'held'],
}

/** What else must be true. A forum whose day has passed is held by the clock, until an organiser says that it was, or moves it. */
const also: Readonly<Partial<Record<Name, (forum: KeptForum, now: number) => boolean>>> = {
  withdraw: forum => forum.confirmed + forum.waitlisted === 0,
  schedule: forum => forum.date === null,
  open: forum => forum.capacity !== null,
  close: (forum, now) => registrationState(forum, now) !== 'closed',
  move: forum => forum.date !== null && forum.heldAt === null,
  hold: (forum, now) => forum.heldAt === null && forum.date !== null && now >= kyivMoment(forum.date),
}

export const isPossible = (move: Name, forum: KeptForum, now: number): boolean =>
  from[move].includes(standingOf(forum, now)) && (also[move]?.(forum, now) ?? true)

/** What a move writes. */
export const changesOf = (move: ForumMove, forum: KeptForum, now: number): Columns => {
  switch (move.move) {
    case 'announce':
      return { publishedAt: now }
    case 'withdraw':
      return { publishedAt: null }
    case 'schedule':
      return { date: move.date, ...placed(move) }
    case 'open':
      return {
        opensAt: move.opensAt === undefined ? now : Date.parse(move.opensAt),
        ...(forum.closesAt !== null && forum.closesAt <= now && { closesAt: null }),
      }
    case 'close':
      return { closesAt: now, ...(forum.opensAt !== null && forum.opensAt >= now && { opensAt: null }) }
    case 'pause':
      return { pausedAt: now }
    case 'resume':
      return { pausedAt: null }
    case 'move':
      return { ...dated(move.date, forum), ...placed(move) }
    case 'cancel':
      return { cancelledAt: now }
    case 'reinstate':
      return { cancelledAt: null }
    case 'hold':
      return { heldAt: now, ...counted(move.attendance, forum) }
  }
}

type Plan = Pick<Extract<ForumMove, { move: 'move' }>, 'startTime' | 'endTime' | 'venue'>

const placed = ({ startTime, endTime, venue }: Plan): Columns => ({
  ...(startTime !== undefined && { startTime }),
  ...(endTime !== undefined && { endTime }),
  ...(venue !== undefined && { venue }),
})

const dated = (date: string | undefined, forum: KeptForum): Columns =>
  date === undefined || date === forum.date ? {} : { date, movedFrom: forum.date }

/** Who was checked in is counted exactly; where nobody was, what was published stays. */
const counted = (said: Extract<ForumMove, { move: 'hold' }>['attendance'], { came }: KeptForum): Columns => {
  if (said) return { attendance: said.count, attendancePrecision: said.precision }
  return came > 0 ? { attendance: came, attendancePrecision: 'exact' } : {}
}
