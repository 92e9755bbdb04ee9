/** A phone's connection: times in milliseconds, rates in bytes a millisecond. */
export interface Network {
  readonly roundTrip: number
  readonly down: number
  readonly up: number
  /** Bytes of one TCP segment. */
  readonly segment: number
  /** Segments that a server sends before the first acknowledgement (RFC 6928). */
  readonly firstSegments: number
  /** Bytes of a server's first TLS 1.3 flight, most of it certificates. */
  readonly certificates: number
}

/** 150 ms, 1.6 Mbit/s down and 750 kbit/s up: what Chromium's tools call a slow 4G. */
export const slow4G: Network = {
  roundTrip: 150,
  down: 1_600_000 / 8 / 1000,
  up: 750_000 / 8 / 1000,
  segment: 1460,
  firstSegments: 10,
  certificates: 3000,
}

/** One direction of the access link, which all connections share: what is to be sent waits for what came before it. */
export class Link {
  #rate: number
  #free = 0

  constructor(rate: number) {
    this.#rate = rate
  }

  /** Takes so many bytes at `now` and returns the moment at which the last of them has left. */
  pass(bytes: number, now: number): number {
    this.#free = Math.max(this.#free, now) + bytes / this.#rate
    return this.#free
  }
}

/** How much a server has under way: slow start (RFC 5681), in which every acknowledged byte makes room for two. */
export class SendingWindow {
  #room: number

  constructor({ segment, firstSegments }: Network) {
    this.#room = segment * firstSegments
  }

  get room(): number {
    return this.#room
  }

  sent(bytes: number): void {
    this.#room -= bytes
  }

  acknowledged(bytes: number): void {
    this.#room += 2 * bytes
  }
}
