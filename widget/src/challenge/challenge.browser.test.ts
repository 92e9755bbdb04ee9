import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Challenge } from '#contract'
import { challengeOf, easyChallenge } from '../testing/challenge.ts'

type Part = { readonly solve: (challenge: Challenge) => Promise<string> }

/** As a page gets it: the built part, whose worker runs the part's own text. */
const built = (): Promise<Part> => import(/* @vite-ignore */ new URL('/v1/challenge.js', location.origin).href)

const numberIn = (solution: string): number => JSON.parse(atob(solution)).number

const addresses: string[] = []
beforeEach(() => {
  addresses.length = 0
  const make = URL.createObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    const address = make(blob)
    addresses.push(address)
    return address
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the built part', () => {
  test('solves the largest challenge in a worker within a few seconds, and the page goes on meanwhile', async () => {
    const { solve } = await built()
    const Native = Worker
    const workers: Worker[] = []
    vi.stubGlobal(
      'Worker',
      class extends Native {
        constructor(address: string) {
          super(address)
          workers.push(this)
        }
      },
    )
    let longest = 0
    let before = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - before)
      before = performance.now()
    }, 5)
    const from = performance.now()
    const hardest = challengeOf('502d6bdf0621145a9760085680c0560c731def93d8217ef92fc9f75f65c943ee', 50_000)
    expect(numberIn(await solve(hardest))).toBe(49_999)
    clearInterval(timer)
    expect(performance.now() - from).toBeLessThan(5000)
    expect(longest).toBeLessThan(500)
    expect(workers).toHaveLength(1)
  })

  test.each([
    [
      'throws',
      () => {
        throw new TypeError('refused')
      },
    ],
    [
      'fails',
      () => {
        const it = new EventTarget()
        setTimeout(() => it.dispatchEvent(new Event('error')))
        return Object.assign(it, { postMessage() {}, terminate() {} })
      },
    ],
  ])('solves it on the page where a worker %s', async (_, make) => {
    const { solve } = await built()
    vi.stubGlobal('Worker', function Forbidden() {
      return make()
    })
    expect(numberIn(await solve(easyChallenge))).toBe(42)
    expect(addresses).toHaveLength(1)
  })
})
