import { describe, expect, it } from 'vitest'
import { failureOf, nextAttemptAt } from './delivery-rules.ts'

const minutes = (failures: number, chance: number) => {
  const at = nextAttemptAt(failures, chance, 1_000)
  return at === null ? null : (at - 1_000) / 60_000
}

describe('the next attempt', () => {
  it('is later after each failure, and after the seventh there is none', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(failures => minutes(failures, 0))).toEqual([1, 5, 30, 120, 480, 1440, null])
  })

  it('is up to a fifth later by chance', () => {
    expect(minutes(2, 0.5)).toBe(5.5)
    expect(minutes(2, 0.999_999)).toBeLessThanOrEqual(6)
  })
})

describe('a delivery', () => {
  it.each([200, 201, 202, 204, 299])('is done when it is answered with %i', status => {
    expect(failureOf({ status })).toBeUndefined()
  })

  it.each([
    [{ status: 301 }, 'redirected'],
    [{ status: 308 }, 'redirected'],
    [{ status: 400 }, 'refused'],
    [{ status: 500 }, 'refused'],
    [{ status: 410 }, 'gone'],
    [{ failed: 'timeout' }, 'timeout'],
    [{ failed: 'unreachable' }, 'unreachable'],
  ] as const)('has failed with %o: %s', (sent, failure) => {
    expect(failureOf(sent)).toBe(failure)
  })
})
