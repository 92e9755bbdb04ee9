import type { Sent } from './delivery-rules.ts'
import { type Message, signedHeaders } from './standard-webhook.ts'

export type Send = (url: string, message: Message) => Promise<Sent>

/** Milliseconds. */
const patience = 10_000

/**
 * Posts a message and looks at the status of the answer alone. A redirection is not followed: where it leads was not
 * judged. The signature bears the machine's time, by which a receiver judges it, whatever the product's clock says.
 */
export const sendMessage: Send = async (url, message) => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Kyiv-Forums-Webhooks/1',
        ...(await signedHeaders(message, Date.now())),
      },
      body: message.body,
    })
    await answer.body?.cancel()
    return { status: answer.status }
  } catch (error) {
    return { failed: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
}
