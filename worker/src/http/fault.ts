import type { ErrorHandler } from 'hono'
import { problem } from '../problems.ts'
import type { Env } from './api.ts'

/**
 * What should not happen: one line in the log, one dull answer. The message of a failed query holds what people typed,
 * so only the kind of the error is logged.
 */
export const fault: ErrorHandler<Env> = (error, context) => {
  const kind = kindOf(error)
  console.error(
    JSON.stringify({ event: 'fault', requestId: context.var.requestId, route: context.req.routePath, kind }),
  )
  return problem(context, { code: kind === 'overloaded' ? 'overloaded' : 'internal-error' })
}

/** Of the words of the platform alone, never of a whole message. */
const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause !== undefined) return kindOf(error.cause)
  if (error.message.startsWith('Not configured: ')) return error.message
  if (/D1 DB is overloaded|Too many requests queued/.test(error.message)) return 'overloaded'
  return /SQLITE_[A-Z_]+/.exec(error.message)?.[0] ?? error.name
}
