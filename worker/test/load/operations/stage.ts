import type { Call } from './call.ts'

/** What a session plays on: the running worker with the programme of 2019, at noon of 3 June 2019. */
export type Stage = {
  readonly origin: string
  readonly call: Call
  /** Of an organiser of the whole city. */
  readonly token: string
}

export type Session = (stage: Stage) => Promise<void>
