import type { RecordRow } from './choice-store.ts'
import { givesPlaces } from '../schedule/forum-rules.ts'
import { merging } from './merge-store.ts'
import { type Desk, here, type Refused, refused, seenRecord, written } from './record.ts'
import { cancelling, readRecord, whileStill } from './record-store.ts'

type Answer =
  | RecordRow
  | Refused<
      | 'not-found'
      | 'precondition-failed'
      | 'already-registered'
      | 'wrong-state'
      | 'checked-in'
      | 'registration-cancelled'
      | 'registration-waitlisted'
      | 'invalid-request'
    >

/**
 * One person who registered twice: the double is cancelled without a letter, what was sent leads to the one that is kept,
 * with the activities and notes of both. The kept one is the one with a place, if either has one.
 */
export const mergeRecords = async (desk: Desk, into: string): Promise<Answer> => {
  const { database, actor, forum } = desk
  const double = await seenRecord(desk)
  if ('refusal' in double) return double
  const kept = await readRecord(database, forum.id, into)
  if (!kept) return { refusal: { code: 'invalid-request', errors: [{ pointer: '/into', code: 'unknown-reference' }] } }
  const refusal = unmergeable(double, kept)
  if (refusal) return refusal
  return written(desk, {
    ...merging(database, double, kept, actor.now),
    update: cancelling(database, double, actor.now, whileStill({ id: kept.id, version: kept.version + 1 })),
    deed: { action: 'registration.merged', forum: forum.slug, object: desk.code, count: 1 },
    filling: { forum, fill: givesPlaces(forum, actor.now) },
  })
}

const unmergeable = (double: RecordRow, kept: RecordRow) => {
  if (double.id === kept.id || double.erasedAt !== null || kept.erasedAt !== null) return refused('wrong-state')
  if (double.status === 'cancelled' || kept.status === 'cancelled') return refused('registration-cancelled')
  if (double.cameAt !== null) return here(double.cameAt)
  return double.status === 'confirmed' && kept.status === 'waitlisted' ? refused('registration-waitlisted') : undefined
}
