import { givesPlaces, mayChange } from '../schedule/forum-rules.ts'
import type { RecordRow } from './choice-store.ts'
import { type Desk, here, type Refused, refused, written } from './record.ts'
import { cancelling, readRecord } from './record-store.ts'

type Answer =
  RecordRow | Refused<'not-found' | 'precondition-failed' | 'already-registered' | 'too-late' | 'checked-in'>

/** Gives somebody's place to whoever waits. A second time says the same again, whatever version was seen. */
export const cancelRecord = async (desk: Desk): Promise<Answer> => {
  const { database, actor, forum, code, seen } = desk
  const row = await readRecord(database, forum.id, code)
  if (!row) return refused('not-found')
  if (row.status === 'cancelled') return row
  if (row.cameAt !== null) return here(row.cameAt)
  if (!mayChange(forum, actor.now)) return refused('too-late')
  if (row.version !== seen) return refused('precondition-failed')
  const answer = await written(desk, {
    update: cancelling(database, row, actor.now),
    deed: { action: 'registration.cancelled', forum: forum.slug, object: code, count: 1 },
    filling: { forum, fill: givesPlaces(forum, actor.now) },
  })
  if (!('refusal' in answer)) return answer
  const after = await readRecord(database, forum.id, code)
  return after?.status === 'cancelled' ? after : answer
}
