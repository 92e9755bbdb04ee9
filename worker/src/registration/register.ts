import type { ReceiptStatus, RegistrationRequest } from '#contract'
import type { Database } from '../database/database.ts'
import { consentText } from '../privacy/consent.ts'
import type { Refusal } from '../problems.ts'
import { codeOf } from './code.ts'
import { decide, type Decision, type RegistrationRefusal, type Sending } from './registration-rules.ts'
import { look, type Look, storeRegistration, storeSubmission, type Submission } from './registration-store.ts'
import { sha256, sign } from './signing.ts'
import { openedAt } from './stamp.ts'

export type Registering = {
  readonly forum: string
  readonly key: string
  readonly request: RegistrationRequest
  /** Host name of the page on which the form stood, when the browser says it. */
  readonly sourceHost: string | null
  /** Milliseconds since 1970. */
  readonly now: number
}

export type Answer = { readonly status: ReceiptStatus; readonly code: string }

/** Each lost race shows a newer state; the states are few, so this many tries end in an answer under any real load. */
const mostTries = 8

/** Registers a person: look, decide, write while the decision is still true; when it was not, look again. */
export const register = async (
  database: Database,
  secret: string,
  registering: Registering,
): Promise<Answer | { readonly refusal: Refusal<RegistrationRefusal | 'not-found' | 'overloaded'> }> => {
  const { forum, key, request, now } = registering
  const sending = await read(registering, secret)
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const seen = await look(database, forum, key, request.email)
    if (!seen) return { refusal: { code: 'not-found' } }
    const decision = decide(sending, seen, now)
    if (decision.kind === 'refuse') return { refusal: decision }
    if (decision.kind === 'replay') return decision
    const code = codeOf(await sign(secret, 'code', forum, key, sending.fingerprint, String(attempt)))
    if (decision.kind === 'pretend') return { status: decision.status, code }
    if (await store(database, seen.forum, decision, registering, { key, fingerprint: sending.fingerprint, code, now }))
      return { status: decision.status, code }
  }
  return { refusal: { code: 'overloaded' } }
}

const store = async (
  database: Database,
  forum: Look['forum'],
  decision: Extract<Decision, { kind: 'keep' | 'register' }>,
  { request, sourceHost }: Registering,
  submission: Submission,
): Promise<boolean> => {
  if (decision.kind === 'keep')
    return storeSubmission(database, forum, decision.status, decision.registrationId, submission)
  const consentHash = await sha256(JSON.stringify(consentText(request.consent.version)))
  return storeRegistration(database, forum, decision.status, { ...request, consentHash, sourceHost }, submission)
}

const read = async ({ forum, request }: Registering, secret: string): Promise<Sending> => ({
  fingerprint: await fingerprintOf(request),
  byMachine: (request.website ?? '') !== '',
  openedAt: await openedAt(request.stamp, secret, forum),
  errors: [
    ...(request.activities ?? []).map((_, place) => ({
      pointer: `/activities/${place}`,
      code: 'unknown-activity' as const,
    })),
    ...(consentText(request.consent.version)
      ? []
      : [{ pointer: '/consent/version', code: 'unknown-consent-version' as const }]),
  ],
})

/** Of what the person typed: a new stamp or a solution under the same key is still the same sending. zod keeps the order of the schema. */
const fingerprintOf = ({ stamp: _stamp, solution: _solution, ...typed }: RegistrationRequest): Promise<string> =>
  sha256(JSON.stringify(typed))
