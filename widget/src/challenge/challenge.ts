import type { Challenge } from '#contract'
import { search } from './search.ts'

/** Milliseconds for which the page may be held up; a frame has 16. */
const slice = 12
/** Numbers between two looks at the clock. */
const few = 64

/** In a worker: answers a challenge with its number. */
export const serve = (): void => {
  addEventListener('message', ({ data }: MessageEvent<Challenge>) => postMessage(search(data, 0, data.maxNumber)))
}

/**
 * What solves challenges: without `crypto.subtle`, which pages without TLS lack, and off the page's own thread, so that
 * typing stays smooth. `ownCode` makes a worker; pages whose policy allows none are held up for a slice at a time.
 */
export const solver =
  (ownCode?: string) =>
  async (challenge: Challenge): Promise<string> =>
    solution(challenge, (await inWorker(challenge, ownCode)) ?? (await inSlices(challenge)))

/** The challenge with its number, as JSON in Base64. */
const solution = ({ algorithm, challenge, salt, signature }: Challenge, number: number | undefined): string => {
  const json = JSON.stringify({ algorithm, challenge, number, salt, signature })
  return btoa(String.fromCharCode(...new TextEncoder().encode(json)))
}

/** Undefined when the page lets no worker run, and when there is nothing to find. */
const inWorker = async (challenge: Challenge, code: string | undefined): Promise<number | undefined> => {
  if (!code) return undefined
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  let worker: Worker | undefined
  try {
    worker = new Worker(address)
    return await answerOf(worker, challenge)
  } catch {
    return undefined
  } finally {
    worker?.terminate()
    URL.revokeObjectURL(address)
  }
}

const answerOf = (worker: Worker, challenge: Challenge) =>
  new Promise<number | undefined>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('error', event => {
      event.preventDefault()
      reject(new Error('No worker'))
    })
    worker.postMessage(challenge, [])
  })

const inSlices = async (challenge: Challenge): Promise<number | undefined> => {
  const { maxNumber } = challenge
  let pauseAt = performance.now() + slice
  for (let from = 0; from <= maxNumber; from += few) {
    const found = search(challenge, from, Math.min(from + few - 1, maxNumber))
    if (found !== undefined) return found
    if (performance.now() < pauseAt) continue
    await new Promise(resolve => setTimeout(resolve))
    pauseAt = performance.now() + slice
  }
  return undefined
}
