import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Refusal, refusal } from '../http.ts'
import { Patience } from './patience.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const refused = (status: number, retryAfter = 0): Refusal => refusal('internal-error', [], status, retryAfter)

/** How long each pause was, in milliseconds, until it gave up. */
const pauses = async (refusals: readonly Refusal[]): Promise<number[]> => {
  const patience = new Patience()
  const taken: number[] = []
  for (const each of refusals) {
    const from = Date.now()
    const again = patience.again(each)
    await vi.runAllTimersAsync()
    if (!(await again)) break
    taken.push(Date.now() - from)
  }
  return taken
}

const often = (status: number, retryAfter?: number) => Array.from({ length: 9 }, () => refused(status, retryAfter))

describe('asking again', () => {
  test.each([0, 408, 425, 429, 502, 503, 504])('%i may pass: four attempts, with growing pauses', async status => {
    expect(await pauses(often(status))).toEqual([250, 500, 1000])
  })

  test.each([400, 404, 409, 413, 415, 422])('%i will not pass', async status => {
    expect(await pauses(often(status))).toEqual([])
  })

  test('a fault of the server gets one more chance', async () => {
    expect(await pauses(often(500))).toHaveLength(1)
    expect(await pauses([refused(500), refused(503), refused(500)])).toHaveLength(2)
  })

  test('the server says how long it wants to be left alone', async () => {
    expect(await pauses([refused(503, 7)])).toEqual([7250])
  })

  test('gives up at once what the server wants later than it will wait', async () => {
    expect(await pauses([refused(429, 60)])).toEqual([])
    expect(await pauses([refused(503, 20), refused(503, 20)])).toHaveLength(1)
  })

  test('pauses differ from one browser to another', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    expect(await pauses(often(503))).toEqual([0, 0, 0])
  })
})
