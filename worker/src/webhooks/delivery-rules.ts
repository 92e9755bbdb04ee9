import type { DeliveryFailure } from '#contract'

const minute = 60_000
const hour = 60 * minute

/** Milliseconds after each failure; after the last there is no further try. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour, 24 * hour]

/**
 * When a delivery that has failed so many times is tried again; null: it is given up. `chance`, from 0 up to 1, makes
 * the wait up to a fifth longer, so that what failed together does not return together.
 */
export const nextAttemptAt = (failures: number, chance: number, now: number): number | null => {
  const wait = waits[failures - 1]
  return wait === undefined ? null : Math.round(now + wait * (1 + chance / 5))
}

/** What a sending came to: an HTTP status, or no answer at all. */
export type Sent = { readonly status: number } | { readonly failed: 'timeout' | 'unreachable' }

/** Undefined: it was delivered. Whoever is gone wants to hear nothing any more. */
export const failureOf = (sent: Sent): DeliveryFailure | undefined => {
  if ('failed' in sent) return sent.failed
  const { status } = sent
  if (status >= 200 && status < 300) return undefined
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}
