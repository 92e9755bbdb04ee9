import type { Receipt, RegistrationForm, SubscriptionReceipt } from '#contract'
import { limits } from '#contract/limits'
import { type Answer, ask, type Refusal } from '../http.ts'
import { Patience } from './patience.ts'
import type { Draft } from './draft.ts'
import type { RegistrationHost } from './registration-host.ts'

/** How the sending ended. After `consent-changed` a person has to read and agree again. */
export type Sent =
  Answer<Receipt | SubscriptionReceipt> | { readonly kind: 'consent-changed'; readonly fresh: FreshForm }

/** A form as it came from the API, and when (`performance.now()`): its stamp must not be too fresh. */
export interface FreshForm {
  readonly form: RegistrationForm
  readonly receivedAt: number
  /** Of the form's challenge, if it has one: it is solved while the person types. */
  readonly solution: Promise<string | undefined>
}

/** Whom the sending asks, and who solves. */
type Keeper = Pick<RegistrationHost, 'apiOrigin' | 'solve'>

/** Gets what opening the form needs. */
export const fetchForm = async (keeper: Keeper, slug: string): Promise<Answer<FreshForm>> => {
  const answer = await ask<RegistrationForm>(`${forumAddress(keeper, slug)}/form`)
  if (answer.kind === 'refusal') return answer
  const { body: form } = answer
  return { kind: 'answer', body: { form, receivedAt: performance.now(), solution: solutionOf(form, keeper) } }
}

/** What could not be solved is sent without: the API says so, and the next form brings the next chance. */
const solutionOf = async ({ challenge }: RegistrationForm, keeper: Keeper) =>
  challenge && keeper.solve(challenge).catch(() => undefined)

const forumAddress = ({ apiOrigin }: Keeper, slug: string) => `${apiOrigin}/api/v1/forums/${encodeURIComponent(slug)}`

/** Refusals that this side can put right by itself, once each. */
const remediable = [
  'form-expired',
  'form-too-fast',
  'key-reused',
  'too-many-requests',
  'unknown-consent-version',
  'invalid-stamp',
  'invalid-solution',
] as const

const remedyFor = ({ code, errors }: Refusal) =>
  remediable.find(known => known === code || errors.some(error => error.code === known))

/** Sends what was typed so that it counts once: the same draft has the same key, however often it is sent. */
export class Sending {
  #fingerprint = ''
  #key = ''

  async send(keeper: Keeper, slug: string, draft: Draft, fresh: FreshForm): Promise<Sent> {
    const tried = new Set<string>()
    let current = fresh
    await ripe(current)
    let patience = new Patience()
    for (;;) {
      const answer = await this.#post(keeper, slug, draft, current, patience.left)
      if (answer.kind === 'answer') return answer
      const remedy = remedyFor(answer)
      if (!remedy || tried.has(remedy)) {
        if (await patience.again(answer)) continue
        return answer
      }
      tried.add(remedy)
      if (remedy === 'key-reused') this.#fingerprint = ''
      else {
        const again = await fetchForm(keeper, slug)
        if (again.kind === 'refusal') return again
        current = again.body
        if ('consent' in draft && current.form.consent.version !== draft.consent.version)
          return { kind: 'consent-changed', fresh: current }
        if (!current.form.challenge && answer.status === 429 && !(await patience.again(answer))) return answer
      }
      await ripe(current)
      // What was asked of this side was not the server's time.
      if (current.form.challenge) patience = new Patience()
    }
  }

  async #post(keeper: Keeper, slug: string, draft: Draft, fresh: FreshForm, left: number) {
    // Stamp and solution are the sending's, not the person's.
    const fingerprint = slug + JSON.stringify(draft)
    if (fingerprint !== this.#fingerprint) this.#key = newKey()
    this.#fingerprint = fingerprint
    const headers = { 'content-type': 'application/json', 'idempotency-key': this.#key }
    // JSON leaves out a solution that there is not.
    const body = JSON.stringify({ ...draft, stamp: fresh.form.stamp, solution: await fresh.solution })
    const list = 'consent' in draft ? 'registrations' : 'subscriptions'
    const url = `${forumAddress(keeper, slug)}/${list}`
    return ask<Receipt | SubscriptionReceipt>(url, { method: 'POST', headers, body }, left)
  }
}

/** 160 random bits. `crypto.randomUUID` does not exist on pages without TLS. */
const newKey = (): string => crypto.getRandomValues(new Uint32Array(5)).join('-')

/** When the form may be sent: a stamp counts from its making on the server, which was before it came. */
const ripe = async ({ receivedAt, solution }: FreshForm): Promise<void> => {
  await solution
  await new Promise(resolve => setTimeout(resolve, receivedAt + limits.stamp.least - performance.now()))
}
