/** What D1 says of a fault of its own: one that passes by itself, or that there is more to do than it can. */
export type PassingFault = 'interrupted' | 'overloaded'

/**
 * The errors after which Cloudflare advises to ask again.
 * https://developers.cloudflare.com/d1/best-practices/retry-queries/
 */
const interruptions = [
  'Network connection lost.',
  'storage caused object to be reset.',
  'reset because its code was updated.',
  'Cannot resolve D1 DB due to transient issue on remote node.',
]

/** https://developers.cloudflare.com/d1/observability/debug-d1/ */
const overloads = ['D1 DB is overloaded.', 'Too many requests queued.']

/**
 * Which of them it is, through what drizzle wraps round it; undefined for every other error. What SQLite itself refuses
 * is never one of them, whatever words a violated rule may bear.
 */
export const passingFaultOf = (error: unknown): PassingFault | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error.cause !== undefined) return passingFaultOf(error.cause)
  const { message } = error
  if (message.includes('SQLITE_')) return undefined
  if (interruptions.some(words => message.includes(words))) return 'interrupted'
  return overloads.some(words => message.includes(words)) ? 'overloaded' : undefined
}

/** Milliseconds of which a random share passes before each further try, so that those who failed together do not return together. */
const mostBefore = [20, 40, 80]

/** Milliseconds that an overloaded database is left alone before the only further try. */
const relief = 50

/**
 * Milliseconds to wait before the statement is sent again after it has been sent so many times; undefined when it is
 * not to be. `chance` is from 0 up to 1.
 */
export const waitBeforeRetry = (fault: PassingFault, sent: number, chance: number): number | undefined => {
  if (fault === 'overloaded') return sent === 1 ? relief * (1 + chance) : undefined
  const most = mostBefore[sent - 1]
  return most === undefined ? undefined : most * chance
}
