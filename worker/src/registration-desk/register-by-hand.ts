import type { FieldProblem, HandRegistration } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { consentText } from '../privacy/consent.ts'
import { codeOf } from '../registration/code.ts'
import { lookBeforeEntering } from '../registration/entered-store.ts'
import { privateToken, tokenHash } from '../registration/private-link.ts'
import { chosenOf, delegateOf } from '../registration/register.ts'
import type { Answered } from '../registration/registration-rules.ts'
import { isOrganisationFull } from '../registration/registration-store.ts'
import { sha256, sign } from '../registration/signing.ts'
import { decideByHand, type HandRefusal } from './desk-rules.ts'
import { statusOf, storeByHand } from './hand-store.ts'
import type { Refused } from './record.ts'

/** What an organiser enters for somebody who phoned, wrote or came by. */
export type Entering = {
  readonly forum: { readonly id: number; readonly slug: string }
  readonly key: string
  readonly request: HandRegistration
  readonly actor: Actor
}

/** Each lost race shows a newer state. */
const mostTries = 8

const unknownConsent: FieldProblem = { pointer: '/consent/version', code: 'unknown-consent-version' }

/** Registers somebody by hand: look, decide, write while it is still true. The same key a second time tells the same again. */
export const registerByHand = async (
  database: Database,
  secret: string,
  { forum, key, request, actor }: Entering,
): Promise<Omit<Answered, 'confirmBy'> | Refused<HandRefusal | 'not-found' | 'overloaded'>> => {
  const fingerprint = await sha256(JSON.stringify(['by hand', request]))
  const choice = await chosenOf(database, forum.slug, request.activities ?? [])
  const text = consentText(request.consent.version)
  const errors = [...choice.errors, ...(text ? [] : [unknownConsent])]
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const seen = await lookBeforeEntering(database, forum.id, key, request.email)
    if (!seen) return { refusal: { code: 'not-found' } }
    const delegate = request.beyondLimit ? undefined : delegateOf(seen.forum, request)
    const organisationIsFull = delegate !== undefined && (await isOrganisationFull(database, forum.id, delegate))
    const sending = { fingerprint, isInvited: request.invited, errors }
    const decision = decideByHand(sending, { ...seen, organisationIsFull }, actor.now)
    if (decision.kind === 'refuse') return { refusal: decision }
    if (decision.kind === 'replay') return decision
    const code = codeOf(await sign(secret, 'code', forum.slug, key, fingerprint, String(attempt)))
    const person = {
      ...request,
      linkHash: await tokenHash(await privateToken(secret, code)),
      consentHash: await sha256(JSON.stringify(text)),
    }
    const entered = {
      forum: seen.forum,
      place: decision.place,
      person,
      sending: { key, fingerprint, code },
      chosen: { delegate, activities: choice.ids },
    }
    if (await storeByHand(database, actor, entered)) return { status: statusOf(decision.place), code }
  }
  return { refusal: { code: 'overloaded' } }
}
