import type { ProblemCode } from '#contract'

/** What is done without anybody's asking. */
export type JobName =
  | 'free-held-places'
  | 'deliver-letters'
  | 'write-reminders'
  | 'tell-subscribers'
  | 'deliver-webhooks'
  | 'forget-abuse'
  | 'forget-deliveries'
  | 'forget-people'
  | 'forget-subscriptions'
  | 'index-words'

/**
 * All that the log may hold. A field that is not here cannot be logged, and each is a word of ours or of the platform:
 * nothing that a person typed, nothing that opens anything.
 */
export type LogEntry = {
  readonly event: 'fault' | 'job-failed'
  readonly requestId?: string
  /** The pattern of the route, never the address that was asked for. */
  readonly route?: string
  readonly status?: number
  readonly code?: ProblemCode
  readonly job?: JobName
  readonly kind?: string
  readonly ms?: number
}

/** In the order in which they are read. */
const fields: Record<keyof LogEntry, true> = {
  event: true,
  requestId: true,
  route: true,
  status: true,
  code: true,
  job: true,
  kind: true,
  ms: true,
}

/** One line of JSON. What a value holds beyond its type, because it came from elsewhere, stays out. */
export const log = (entry: LogEntry): void => console.error(JSON.stringify(entry, Object.keys(fields)))
