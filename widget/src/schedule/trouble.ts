import type { Trouble } from '#contract/messages/messages'
import type { FailureCode } from '../http.ts'

const connection: readonly FailureCode[] = ['network', 'timeout']
const settings: readonly FailureCode[] = ['bad-api', 'blocked', 'invalid-query', 'not-found']

/** Codes that a newer API invents are taken for its own trouble. */
export const troubleOf = (code: FailureCode): Trouble =>
  connection.includes(code) ? 'connection' : settings.includes(code) ? 'settings' : 'server'
