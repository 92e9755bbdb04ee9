import type { CDPSession } from '@playwright/test'

interface Asked {
  readonly url: string
  /** Milliseconds since 1970; `answered` is Infinity as long as it is not. */
  readonly at: number
  answered: number
}

/** What a page and its frames ask of `origin`, and when. */
export const recordRequests = async (session: CDPSession, origin: string) => {
  const asked = new Map<string, Asked & { readonly timestamp: number }>()
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    if (!request.url.startsWith(origin)) return
    asked.set(requestId, { url: request.url, at: wallTime * 1000, answered: Number.POSITIVE_INFINITY, timestamp })
  })
  session.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const request = asked.get(requestId)
    if (request) request.answered = request.at + (timestamp - request.timestamp) * 1000
  })
  await session.send('Network.enable')
  return {
    /** Those that began after the one moment and by the other. */
    between: (from: number, to: number): Asked[] => [...asked.values()].filter(({ at }) => at >= from && at <= to),
  }
}
