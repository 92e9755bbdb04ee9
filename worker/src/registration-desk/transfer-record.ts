import type { FieldProblem } from '#contract'
import type { Organiser } from '../organisers/organiser.ts'
import { readOwnForum } from '../organisers/own-forum.ts'
import { fillSeats } from '../schedule/fill-seats.ts'
import { givesPlaces, mayChange } from '../schedule/forum-rules.ts'
import type { RecordRow } from './choice-store.ts'
import { placeFor, takesPeople } from './desk-rules.ts'
import { type Desk, here, type Refused, refused, seenRecord } from './record.ts'
import { readRecord, writeRecord } from './record-store.ts'
import { transferring } from './transfer-store.ts'

type Refusals = Refused<
  | 'not-found'
  | 'precondition-failed'
  | 'already-registered'
  | 'wrong-state'
  | 'too-late'
  | 'checked-in'
  | 'registration-cancelled'
  | 'registration-closed'
  | 'forum-full'
  | 'invalid-request'
  | 'overloaded'
>

export type Transferred = { readonly row: RecordRow; readonly forum: string }

const unknownForum: FieldProblem = { pointer: '/forum', code: 'unknown-reference' }

/** A full forum fills and empties: each lost race shows a newer state. */
const mostTries = 4

/**
 * Moves somebody to another forum, where they arrive behind everybody who waits; their codes and their private link lead
 * there. The place that they leave goes to whoever waits for it.
 */
export const transferRecord = async (
  desk: Desk,
  organiser: Organiser,
  slug: string,
): Promise<Transferred | Refusals> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const answer = await transferOnce(desk, organiser, slug)
    if (answer !== 'lost') return answer
  }
  return refused('overloaded')
}

const transferOnce = async (
  desk: Desk,
  organiser: Organiser,
  slug: string,
): Promise<Transferred | Refusals | 'lost'> => {
  const { database, actor, forum, code } = desk
  const row = await seenRecord(desk)
  if ('refusal' in row) return row
  const found = await readOwnForum(database, organiser, slug)
  if (!found) return { refusal: { code: 'invalid-request', errors: [unknownForum] } }
  const refusal = unmovable(desk, row)
  if (refusal) return refusal
  const place = placeFor(found.forum, false)
  if (found.forum.id === forum.id) return refused('wrong-state')
  if (!takesPeople(found.forum, actor.now)) return refused('registration-closed')
  if (!place) return refused('forum-full')
  const { kind, isFilled } = await writeRecord(database, actor, {
    update: transferring(database, row, found.forum, place, actor.now),
    deed: { action: 'registration.transferred', forum: forum.slug, object: code, count: 1 },
    filling: { forum, fill: givesPlaces(forum, actor.now) },
  })
  if (kind === 'taken') return refused('already-registered')
  if (!isFilled) await fillSeats(database, forum.slug, actor.now)
  const after = kind === 'done' ? await readRecord(database, found.forum.id, code) : undefined
  return after ? { row: after, forum: found.forum.slug } : 'lost'
}

const unmovable = ({ forum, actor }: Desk, row: RecordRow): Refusals | undefined => {
  if (row.erasedAt !== null) return refused('wrong-state')
  if (row.status === 'cancelled') return refused('registration-cancelled')
  if (row.cameAt !== null) return here(row.cameAt)
  return mayChange(forum, actor.now) ? undefined : refused('too-late')
}
