import type { LinkRequest, OwnRegistration, PersonalData, RegistrationChange } from '#contract'
import { type Answer, ask, refusal } from '../http.ts'

/** What the holder of a private link may ask of the API; `token` is the link's. */
export interface OwnApi {
  readonly look: () => Promise<Answer<OwnRegistration>>
  readonly confirm: () => Promise<Answer<OwnRegistration>>
  readonly change: (change: RegistrationChange) => Promise<Answer<OwnRegistration>>
  readonly cancel: () => Promise<Answer<OwnRegistration>>
  readonly data: () => Promise<Answer<PersonalData>>
  readonly erase: () => Promise<Answer<unknown>>
}

const address = (rest = '') => `${location.origin}/api/v1/registration${rest}`

const json = { 'content-type': 'application/json' }

export const ownApi = (token: string): OwnApi => {
  const headers = { authorization: `Bearer ${token}` }
  return {
    look: () => ask(address(), { headers }),
    confirm: () => ask(address('/confirmation'), { method: 'POST', headers }),
    change: change =>
      ask(address(), { method: 'PATCH', headers: { ...headers, ...json }, body: JSON.stringify(change) }),
    cancel: () => ask(address(), { method: 'DELETE', headers }),
    data: () => ask(address('/data'), { headers }),
    erase: () => askForNothing(address('/erasure'), { method: 'POST', headers }),
  }
}

/** Asks for the private link to be sent to its owner. The answer never tells whether there is one. */
export const askForLink = (request: LinkRequest): Promise<Answer<unknown>> =>
  ask(address('/link'), { method: 'POST', headers: json, body: JSON.stringify(request) })

/** A success has no body (204). */
const askForNothing = async (url: string, request: RequestInit): Promise<Answer<unknown>> => {
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', signal: AbortSignal.timeout(10_000) })
    if (response.ok) return { kind: 'answer', body: {} }
    const { code } = await response.json()
    return refusal(code ?? 'internal-error', [], response.status)
  } catch {
    return refusal('network')
  }
}
