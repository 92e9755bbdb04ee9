/**
 * The text in which SQLite names what was violated (`UNIQUE constraint failed: submissions.code`, or what a trigger
 * raised); '' for any other error. A single statement's error is wrapped by drizzle, a batch's is not.
 */
export const constraintOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  return error.message.includes('SQLITE_CONSTRAINT') && !error.message.startsWith('Failed query')
    ? error.message
    : constraintOf(error.cause)
}
