import { describe, expect, it } from 'vitest'
import { accessLink, type Clock, ModelledConnection } from './modelled-connection.ts'
import { slow4G } from './network.ts'

/** A clock that jumps from one task to the next. */
const simulated = (): Clock & { run: () => void } => {
  let now = 0
  const tasks: { moment: number; task: () => void }[] = []
  return {
    now: () => now,
    at: (moment, task) => void tasks.push({ moment: Math.max(moment, now), task }),
    run: () => {
      while (tasks.length > 0) {
        const next = tasks.reduce((first, other) => (other.moment < first.moment ? other : first))
        tasks.splice(tasks.indexOf(next), 1)
        now = next.moment
        next.task()
      }
    },
  }
}

const { roundTrip, down, up, certificates, segment, firstSegments } = slow4G
const firstFlight = segment * firstSegments
const request = new Uint8Array(375)

/** Asks for so many bytes over each connection at once, and tells when the last byte of each has come. */
const arrivals = (...sizes: number[]): number[] => {
  const clock = simulated()
  const link = accessLink(slow4G)
  const ended = sizes.map(() => 0)
  for (const [place, size] of sizes.entries()) {
    const connection = new ModelledConnection(slow4G, link, clock)
    connection.up(request, () => {
      connection.down(new Uint8Array(size), () => {})
      connection.down(new Uint8Array(0), () => void (ended[place] = clock.now()))
    })
  }
  clock.run()
  return ended
}

const timeTo = (size: number): number => arrivals(size)[0] ?? 0

/** Two handshakes and a request: what even an empty answer takes. */
const least = 3 * roundTrip + certificates / down + request.length / up

describe('a modelled connection', () => {
  it('needs three round trips, the certificates and the request for an empty answer', () => {
    expect(timeTo(0)).toBeCloseTo(least)
  })

  it('takes 5 ms more for each thousand bytes of the first flight', () => {
    expect(timeTo(1000)).toBeCloseTo(least + 5)
    expect(timeTo(firstFlight)).toBeCloseTo(least + firstFlight / down)
  })

  it('waits for an acknowledgement after the first flight', () => {
    const oneMore = timeTo(firstFlight + segment)
    expect(oneMore).toBeCloseTo(least + roundTrip + (2 * segment) / down)
    expect(oneMore - timeTo(firstFlight)).toBeGreaterThan(80)
  })

  it('fills the link once its window is larger than what is under way', () => {
    expect((timeTo(400_000) - timeTo(300_000)) * down).toBeCloseTo(100_000)
  })

  it('shares the bandwidth with the other connections of the phone', () => {
    const [one = 0, other = 0] = arrivals(10_000, 10_000)
    expect(Math.max(one, other)).toBeCloseTo(least + 20_000 / down)
  })

  it('delivers bytes in their order, and the end last', () => {
    const clock = simulated()
    const connection = new ModelledConnection(slow4G, accessLink(slow4G), clock)
    const sent = Uint8Array.from({ length: 50_000 }, (_, place) => place % 251)
    const came: number[] = []
    for (let from = 0; from < sent.length; from += 7_001)
      connection.down(sent.subarray(from, from + 7_001), bytes => void came.push(...bytes))
    connection.down(new Uint8Array(0), () => void came.push(-1))
    clock.run()
    expect(came).toEqual([...sent, -1])
  })
})
