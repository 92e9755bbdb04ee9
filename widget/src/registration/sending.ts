import type { Receipt, RegistrationForm, RegistrationRequest } from '#contract'
import { limits } from '#contract/limits'
import { type Answer, ask, type Refusal } from '../http.ts'
import type { Draft } from './draft.ts'

/** How the sending ended. After `consent-changed` a person has to read and agree again. */
export type Sent = Answer<Receipt> | { readonly kind: 'consent-changed'; readonly fresh: FreshForm }

/** A form as it came from the API, and when (`performance.now()`): its stamp must not be too fresh. */
export interface FreshForm {
  readonly form: RegistrationForm
  readonly receivedAt: number
}

/** Gets what opening the form needs. */
export const fetchForm = async (api: string, slug: string): Promise<Answer<FreshForm>> => {
  const answer = await ask<RegistrationForm>(`${forumAddress(api, slug)}/form`)
  if (answer.kind === 'refusal') return answer
  return { kind: 'answer', body: { form: answer.body, receivedAt: performance.now() } }
}

const forumAddress = (api: string, slug: string) => `${api}/api/v1/forums/${encodeURIComponent(slug)}`

/** Refusals that this side can put right by itself, once each. */
const remediable = ['form-expired', 'form-too-fast', 'key-reused', 'unknown-consent-version', 'invalid-stamp'] as const

const remedyFor = ({ code, errors }: Refusal) =>
  remediable.find(known => known === code || errors.some(error => error.code === known))

/** Sends what was typed so that it counts once: the same draft has the same key, however often it is sent. */
export class Sending {
  #fingerprint = ''
  #key = ''

  async send(api: string, slug: string, draft: Draft, fresh: FreshForm): Promise<Sent> {
    let { form, receivedAt } = fresh
    const tried: string[] = []
    for (;;) {
      await stampAge(receivedAt)
      const answer = await this.#post(api, slug, { ...draft, stamp: form.stamp })
      const remedy = answer.kind === 'refusal' && remedyFor(answer)
      if (!remedy || tried.includes(remedy)) return answer
      tried.push(remedy)
      if (remedy === 'key-reused') this.#fingerprint = ''
      else if (remedy === 'form-too-fast') receivedAt = performance.now()
      else {
        const again = await fetchForm(api, slug)
        if (again.kind === 'refusal') return again
        ;({ form, receivedAt } = again.body)
        if (form.consent.version !== draft.consent.version) return { kind: 'consent-changed', fresh: again.body }
      }
    }
  }

  #post(api: string, slug: string, request: RegistrationRequest): Promise<Answer<Receipt>> {
    // The stamp is the sending's, not the person's.
    const fingerprint = slug + JSON.stringify({ ...request, stamp: '' })
    if (fingerprint !== this.#fingerprint) this.#key = newKey()
    this.#fingerprint = fingerprint
    return ask<Receipt>(`${forumAddress(api, slug)}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': this.#key },
      body: JSON.stringify(request),
    })
  }
}

/** 32 characters of base64url. `crypto.randomUUID` does not exist on pages without TLS. */
const newKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24)))).replace(/[+/]/g, sign =>
    sign === '+' ? '-' : '_',
  )

/** A stamp counts from its making on the server, which was before it came. */
const stampAge = (receivedAt: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, receivedAt + limits.stamp.least - performance.now()))
