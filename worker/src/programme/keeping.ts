import type { FieldProblem, ProblemCode } from '#contract'
import type { Outcome } from '../database/guarded-write.ts'
import type { Refusal } from '../problems.ts'

/** Making, changing and removing one thing of the programme, the same for all of them. */

type Versioned = { readonly version: number }

export type Refused<Code extends ProblemCode> = { readonly refusal: Refusal<Code> }

export const notFound: Refused<'not-found'> = { refusal: { code: 'not-found' } }
export const stale: Refused<'precondition-failed'> = { refusal: { code: 'precondition-failed' } }
export const inUse: Refused<'in-use'> = { refusal: { code: 'in-use' } }
export const forbidden: Refused<'forbidden'> = { refusal: { code: 'forbidden' } }

export const unknownFields = (pointers: readonly string[]): FieldProblem[] =>
  pointers.map(pointer => ({ pointer, code: 'unknown-reference' }))

export const unknownReference = (...pointers: string[]): Refused<'invalid-request'> => ({
  refusal: { code: 'invalid-request', errors: unknownFields(pointers) },
})

/** What was made, as it stands. `pointer` is of what it names, and of what somebody else may have removed just now. */
export const made = async <Row>(
  outcome: Outcome,
  look: () => Promise<Row | undefined>,
  pointer = '',
): Promise<Row | Refused<'already-exists' | 'invalid-request' | 'not-found'>> => {
  if (outcome === 'taken') return { refusal: { code: 'already-exists' } }
  if (outcome === 'referred') return unknownReference(pointer)
  return (await look()) ?? notFound
}

/** Looks, writes while it is what was seen, and looks again. */
export const changing = async <Row extends Versioned>(
  seen: number,
  look: () => Promise<Row | undefined>,
  write: (row: Row) => Promise<Outcome>,
): Promise<Row | Refused<'not-found' | 'precondition-failed'>> => {
  const found = await look()
  if (!found) return notFound
  if (found.version !== seen) return stale
  const outcome = await write(found)
  const after = await look()
  if (!after) return notFound
  return outcome === 'done' ? after : stale
}

/** Undefined: it is gone. */
export const removing = async <Row extends Versioned>(
  seen: number,
  look: () => Promise<Row | undefined>,
  write: (row: Row) => Promise<Outcome>,
): Promise<undefined | Refused<'not-found' | 'precondition-failed' | 'in-use'>> => {
  const found = await look()
  if (!found) return notFound
  if (found.version !== seen) return stale
  const outcome = await write(found)
  if (outcome === 'done') return undefined
  if (outcome === 'referred') return inUse
  return (await look()) ? stale : notFound
}
