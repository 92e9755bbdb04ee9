import type { Challenge, Forum, Locale } from '#contract'
import type { KyivForumsEvent, KyivForumsEvents } from '../events.ts'

/** What the form needs of the element that it stands in. */
export interface RegistrationHost {
  /** Origin of the API. */
  readonly apiOrigin: string | null
  readonly locale: Locale
  readonly renderRoot: ParentNode
  /** Resolves when what has changed is on the screen. */
  requestUpdate(): Promise<void>
  tell<Name extends KyivForumsEvent>(name: Name, detail: KyivForumsEvents[Name]): void
  /** Takes a second of work; rejects when the part that does it cannot be had. */
  solve(challenge: Challenge): Promise<string>
  /** Seats may have changed. */
  refreshSchedule(): void
  /** The form is closed: the focus goes back to where it was opened from. */
  registrationClosed(forum: Forum): void
}
