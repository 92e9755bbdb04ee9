import type { Promotion } from '#contract'
import { readAnyForum } from '../schedule/schedule-store.ts'
import type { RecordRow } from './choice-store.ts'
import { hasPlace, placeFor, takesPeople } from './desk-rules.ts'
import { type Desk, type Refused, refused, seenRecord, written } from './record.ts'
import { confirmed, update, whilePlace } from './record-store.ts'

type Answer =
  | RecordRow
  | Refused<
      | 'not-found'
      | 'precondition-failed'
      | 'already-registered'
      | 'wrong-state'
      | 'registration-cancelled'
      | 'registration-closed'
      | 'forum-full'
    >

/** As often as an organiser may change the forum at the same moment. */
const mostTries = 4

/** A place that is free is given to one who waits, out of turn. */
export const promoteRecord = async (desk: Desk, promotion: Promotion): Promise<Answer> => {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await promoteOnce(desk, promotion)
    const isLost = 'refusal' in answer && answer.refusal.code === 'precondition-failed'
    if (!isLost || attempt === mostTries || 'refusal' in (await seenRecord(desk))) return answer
  }
}

const promoteOnce = async (desk: Desk, { invited }: Promotion): Promise<Answer> => {
  const { database, actor, code } = desk
  const row = await seenRecord(desk)
  if ('refusal' in row) return row
  if (row.status === 'cancelled') return refused('registration-cancelled')
  if (row.status === 'confirmed') return refused('wrong-state')
  const forum = (await readAnyForum(database, desk.forum.slug))?.forum ?? desk.forum
  if (!takesPeople(forum, actor.now)) return refused('registration-closed')
  if (!hasPlace(forum, invited)) return refused('forum-full')
  const isReserved = placeFor(forum, invited) === 'reserved'
  const values = {
    status: 'confirmed',
    changedAt: actor.now,
    invited: Number(invited),
    ...(invited && confirmed(row, actor.now)),
  } as const
  return written(desk, {
    update: update(database, row, values, whilePlace(forum, isReserved)),
    deed: { action: 'registration.promoted', forum: forum.slug, object: code, count: 1 },
    filling: { forum, fill: false },
  })
}
