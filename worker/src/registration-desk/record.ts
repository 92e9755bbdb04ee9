import type { ProblemCode } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Refusal } from '../problems.ts'
import { fillSeats } from '../schedule/fill-seats.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import type { RecordRow } from './choice-store.ts'
import { readRecord, type Write, writeRecord } from './record-store.ts'

/** Where an organiser works, on whom, and what they have seen of them. */
export type Desk = {
  readonly database: Database
  readonly actor: Actor
  readonly forum: ForumRow['forum']
  readonly code: string
  /** Version of the registration. */
  readonly seen: number
}

export type Refused<Code extends ProblemCode> = { readonly refusal: Refusal<Code> }

export const refused = <Code extends ProblemCode>(code: Code): Refused<Code> => ({ refusal: { code } })

/** Since when the person is here, whom therefore nobody can take out. */
export const here = (cameAt: number): Refused<'checked-in'> => ({
  refusal: { code: 'checked-in', at: new Date(cameAt).toISOString() },
})

/** Who is meant, if they are still what was seen. */
export const seenRecord = async ({
  database,
  forum,
  code,
  seen,
}: Desk): Promise<RecordRow | Refused<'not-found' | 'precondition-failed'>> => {
  const row = await readRecord(database, forum.id, code)
  if (!row) return refused('not-found')
  return row.version === seen ? row : refused('precondition-failed')
}

/** Writes, and looks at what has become of the registration. Whoever else changed it in between has come first. */
export const written = async (
  { database, actor, forum, code }: Desk,
  write: Write,
): Promise<RecordRow | Refused<'not-found' | 'precondition-failed' | 'already-registered'>> => {
  const { kind, isFilled } = await writeRecord(database, actor, write)
  if (kind === 'taken') return refused('already-registered')
  if (!isFilled && write.filling.fill) await fillSeats(database, forum.slug, actor.now)
  const after = await readRecord(database, forum.id, code)
  if (!after) return refused('not-found')
  return kind === 'done' ? after : refused('precondition-failed')
}
