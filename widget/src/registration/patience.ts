import type { Refusal } from '../http.ts'

/** In all, in milliseconds. */
const most = 30_000
const attempts = 4
/** RFC 9110: the server may think otherwise in a moment. 0: no answer came. */
const passing = [0, 408, 425, 429, 502, 503, 504]

const second = 1000

/**
 * How long one request is tried again. Pauses grow and are random («full jitter»), so that many who lost the same
 * connection do not come back together: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export class Patience {
  #end = Date.now() + most
  #refused: number[] = []

  /** Milliseconds that are left. */
  get left(): number {
    return this.#end - Date.now()
  }

  /** Waits until the same may be asked again; false when it may not. A fault of the server is given one more chance. */
  async again({ status, retryAfter }: Refusal): Promise<boolean> {
    const mayPass = passing.includes(status) || (status === 500 && !this.#refused.includes(500))
    const pause = retryAfter * second + Math.random() * Math.min(8, 0.5 * 2 ** this.#refused.length) * second
    if (!mayPass || this.#refused.push(status) >= attempts || pause >= this.left) return false
    await new Promise(resolve => setTimeout(resolve, pause))
    return true
  }
}
