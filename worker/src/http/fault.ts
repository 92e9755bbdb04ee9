import type { ErrorHandler } from 'hono'
import { problemStatuses } from '#contract'
import { passingFaultOf } from '../database/retry-rules.ts'
import { isForPeople } from '../pages/page-address.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { problem } from '../problems.ts'
import type { Env } from './api.ts'
import { log } from './log.ts'

/**
 * What should not happen: one line in the log, one dull answer. The message of a failed query holds what people typed,
 * so only the kind of the error is logged. What passes by itself asks the client to come again.
 */
export const fault: ErrorHandler<Env> = (error, context) => {
  const passing = passingFaultOf(error)
  const code = passing ? 'overloaded' : 'internal-error'
  log({
    event: 'fault',
    requestId: context.var.requestId,
    route: context.req.routePath,
    status: problemStatuses[code],
    code,
    kind: passing ?? kindOf(error),
  })
  return isForPeople(context.req.path) ? refusalPage(context, code) : problem(context, { code })
}

const namesOfErrors = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AbortError', 'TimeoutError']

/** Of the words of the platform and our own alone, never of a message or a name that somebody else may have made. */
export const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause !== undefined) return kindOf(error.cause)
  if (error.message.startsWith('Not configured: ')) return error.message
  return /SQLITE_[A-Z_]+/.exec(error.message)?.[0] ?? namesOfErrors.find(name => name === error.name) ?? 'Error'
}
