import { describe, expect, it } from 'vitest'
import { passingFaultOf, waitBeforeRetry } from './retry-rules.ts'

describe('a fault of D1 that passes', () => {
  it.each([
    ['D1_ERROR: Network connection lost.', 'interrupted'],
    ['D1_ERROR: Internal error in D1 DB storage caused object to be reset.', 'interrupted'],
    ['D1_ERROR: D1 DB reset because its code was updated.', 'interrupted'],
    ['D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.', 'interrupted'],
    ['D1_ERROR: D1 DB is overloaded. Requests queued for too long.', 'overloaded'],
    ['D1_ERROR: D1 DB is overloaded. Too many requests queued.', 'overloaded'],
  ] as const)('%s: %s', (message, fault) => {
    expect(passingFaultOf(new Error(message))).toBe(fault)
    expect(passingFaultOf(new Error('Failed query: select 1', { cause: new Error(message) }))).toBe(fault)
  })

  it.each([
    'D1_ERROR: UNIQUE constraint failed: submissions.code: SQLITE_CONSTRAINT',
    'D1_ERROR: Network connection lost.: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
    'Network is unreachable',
  ])('is not: %s', message => {
    expect(passingFaultOf(new Error(message))).toBeUndefined()
  })

  it('is none when something else was thrown', () => {
    expect(passingFaultOf('Network connection lost.')).toBeUndefined()
  })

  it('is not read out of the values of a failed query', () => {
    const cause = new Error('D1_ERROR: no such table: forums: SQLITE_ERROR')
    expect(passingFaultOf(new Error('params: Network connection lost.', { cause }))).toBeUndefined()
  })
})

describe('the wait before a further try', () => {
  it('is a random share of 20, 40 and 80 ms after an interruption, and then there is none', () => {
    expect([1, 2, 3, 4].map(sent => waitBeforeRetry('interrupted', sent, 0.5))).toEqual([10, 20, 40, undefined])
    expect(waitBeforeRetry('interrupted', 1, 0)).toBe(0)
  })

  it('is 50 ms or more of an overloaded database, once', () => {
    expect([1, 2].map(sent => waitBeforeRetry('overloaded', sent, 0))).toEqual([50, undefined])
    expect(waitBeforeRetry('overloaded', 1, 0.9)).toBeLessThanOrEqual(100)
  })
})
