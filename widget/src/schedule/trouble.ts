import type { Trouble } from '#contract/messages/messages'
import type { FailureCode } from '../http.ts'

/** Codes that a newer API invents are taken for its own trouble. */
export const troubleOf = (code: FailureCode): Trouble => {
  if (/^(network|timeout)$/.test(code)) return 'connection'
  return /^(bad-api|blocked|invalid-query|not-found)$/.test(code) ? 'settings' : 'server'
}
