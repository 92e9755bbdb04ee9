import { Link, type Network, SendingWindow } from './network.ts'

/** Milliseconds, and a way to be called at one of them. */
export interface Clock {
  readonly now: () => number
  readonly at: (moment: number, task: () => void) => void
}

/** The two directions of the access link. */
export interface AccessLink {
  readonly down: Link
  readonly up: Link
}

export const accessLink = ({ down, up }: Network): AccessLink => ({ down: new Link(down), up: new Link(up) })

type Arrival = { readonly arrive: () => void }

/** What is under way in one direction; timers may fire a little out of order, bytes never arrive so. */
class Lane {
  #underWay: Arrival[] = []
  #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  send(moment: number, arrive: () => void): void {
    const arrival: Arrival = { arrive }
    this.#underWay.push(arrival)
    this.#clock.at(moment, () => {
      const due = this.#underWay.splice(0, this.#underWay.indexOf(arrival) + 1)
      for (const earlier of due) earlier.arrive()
    })
  }
}

/**
 * One connection as a phone sees it. Its first byte leaves when the handshakes of TCP and of TLS 1.3 are over: two round
 * trips, and the time of the certificates on the link. From then on half a round trip each way, the shared bandwidth,
 * and slow start for what comes down. Requests are small enough to need no window.
 */
export class ModelledConnection {
  #network: Network
  #link: AccessLink
  #clock: Clock
  #window: SendingWindow
  #upLane: Lane
  #downLane: Lane
  /** What the browser has sent while the handshakes go on; undefined when they are over. */
  #early: (() => void)[] | undefined = []
  #toSend: { bytes: Uint8Array; readonly arrive: (bytes: Uint8Array) => void }[] = []

  constructor(network: Network, link: AccessLink, clock: Clock) {
    this.#network = network
    this.#link = link
    this.#clock = clock
    this.#window = new SendingWindow(network)
    this.#upLane = new Lane(clock)
    this.#downLane = new Lane(clock)
    this.#shakeHands()
  }

  /** From the browser to the server. */
  up(bytes: Uint8Array, arrive: (bytes: Uint8Array) => void): void {
    if (this.#early) return void this.#early.push(() => this.up(bytes, arrive))
    const left = this.#link.up.pass(bytes.length, this.#clock.now())
    this.#upLane.send(left + this.#network.roundTrip / 2, () => arrive(bytes))
  }

  /** From the server to the browser: `arrive` is called for each segment. No bytes stand for the end. */
  down(bytes: Uint8Array, arrive: (bytes: Uint8Array) => void): void {
    this.#toSend.push({ bytes, arrive })
    this.#send()
  }

  /** The server's flight of TLS sets out one and a half round trips after the browser's first packet. */
  #shakeHands(): void {
    const { roundTrip, certificates } = this.#network
    const clock = this.#clock
    clock.at(clock.now() + 1.5 * roundTrip, () => {
      const left = this.#link.down.pass(certificates, clock.now())
      clock.at(left + roundTrip / 2, () => {
        const early = this.#early ?? []
        this.#early = undefined
        for (const send of early) send()
      })
    })
  }

  #send(): void {
    const { segment, roundTrip } = this.#network
    for (let [next] = this.#toSend; next; [next] = this.#toSend) {
      const size = Math.min(next.bytes.length, segment)
      if (size > this.#window.room) return
      const { bytes, arrive } = next
      const sent = bytes.subarray(0, size)
      if (size === bytes.length) this.#toSend.shift()
      else next.bytes = bytes.subarray(size)
      this.#window.sent(size)
      const left = this.#link.down.pass(size, this.#clock.now())
      this.#downLane.send(left + roundTrip / 2, () => arrive(sent))
      this.#clock.at(left + roundTrip, () => {
        this.#window.acknowledged(size)
        this.#send()
      })
    }
  }
}
