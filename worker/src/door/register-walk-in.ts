import type { CheckIn, FieldProblem, WalkInRequest } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { consentText } from '../privacy/consent.ts'
import type { Refusal } from '../problems.ts'
import { codeOf } from '../registration/code.ts'
import { lookBeforeEntering } from '../registration/entered-store.ts'
import { privateToken, tokenHash } from '../registration/private-link.ts'
import { sha256, sign } from '../registration/signing.ts'
import { decideWalkIn, type WalkInRefusal } from './door-rules.ts'
import { findByCode } from './door-store.ts'
import { presentCheckIn, presentPerson } from './present-person.ts'
import { storeWalkIn } from './walk-in-store.ts'

export type WalkingIn = {
  readonly forum: { readonly id: number; readonly slug: string }
  readonly key: string
  readonly request: WalkInRequest
  readonly actor: Actor
}

type Refused = { readonly refusal: Refusal<'not-found' | 'overloaded' | WalkInRefusal> }

const mostTries = 8

const unknownConsent: FieldProblem = { pointer: '/consent/version', code: 'unknown-consent-version' }

/** Registers somebody at the door and checks them in at once. The same key a second time tells the same again. */
export const registerWalkIn = async (
  database: Database,
  secret: string,
  { forum, key, request, actor }: WalkingIn,
): Promise<CheckIn | Refused> => {
  const fingerprint = await sha256(JSON.stringify(['walk-in', request]))
  const knowsConsent = consentText(request.consent.version) !== undefined
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const seen = await lookBeforeEntering(database, forum.id, key, request.email)
    if (!seen) return { refusal: { code: 'not-found' } }
    const decision = decideWalkIn(seen, { fingerprint, knowsConsent, now: actor.now })
    if (decision === 'replay') return told(database, seen.submission?.code ?? '', seen.submission?.at ?? actor.now)
    if (decision !== 'register')
      return {
        refusal: {
          code: decision.refused,
          ...(decision.refused === 'invalid-request' && { errors: [unknownConsent] }),
        },
      }
    const code = codeOf(await sign(secret, 'code', forum.slug, key, fingerprint, String(attempt)))
    const proof = {
      linkHash: await tokenHash(await privateToken(secret, code)),
      consentHash: await sha256(JSON.stringify(consentText(request.consent.version))),
    }
    if (await storeWalkIn(database, actor, seen.forum, { ...request, ...proof, code, key, fingerprint }))
      return told(database, code, actor.now)
  }
  return { refusal: { code: 'overloaded' } }
}

const told = async (database: Database, code: string, at: number): Promise<CheckIn | Refused> => {
  const found = await findByCode(database, code)
  if (!found) return { refusal: { code: 'not-found' } }
  return presentCheckIn('first', at, presentPerson({ ...found.registration, status: 'confirmed', cameAt: at }))
}
