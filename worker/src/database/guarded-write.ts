import type { BatchItem } from 'drizzle-orm/batch'
import { constraintOf } from './constraint.ts'
import type { Database } from './database.ts'

/** `unchanged`: the row is gone, or is no longer what was seen. `taken`: its name is. `referred`: what it names, or is named by. */
export type Outcome = 'done' | 'unchanged' | 'taken' | 'referred'

/** Statements of one batch, of which the last writes the line in the book if the one before it changed a row. */
export const guardedWrite = async (
  database: Database,
  statements: [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]],
): Promise<Outcome> => {
  try {
    const results: unknown[] = await database.batch(statements)
    return (results.at(-1) as D1Result).meta.changes > 0 ? 'done' : 'unchanged'
  } catch (error) {
    const constraint = constraintOf(error)
    if (constraint.includes('UNIQUE constraint failed')) return 'taken'
    if (constraint.includes('FOREIGN KEY constraint failed')) return 'referred'
    throw error
  }
}
