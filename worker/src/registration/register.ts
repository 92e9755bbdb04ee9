import type { FieldProblem, ProblemCode, RegistrationRequest } from '#contract'
import { isWithinLimits, type Limits } from '../abuse/admission.ts'
import { solvedChallenge } from '../abuse/challenge.ts'
import type { Database } from '../database/database.ts'
import { consentHash, consentText } from '../privacy/consent.ts'
import type { Refusal } from '../problems.ts'
import type { ForumRow } from '../schedule/schedule-store.ts'
import { codeOf } from './code.ts'
import { privateToken, tokenHash } from './private-link.ts'
import {
  type Answered,
  decide,
  type Decision,
  heldUntil,
  type RegistrationRefusal,
  type Sending,
} from './registration-rules.ts'
import {
  type Chosen,
  type Delegate,
  isOrganisationFull,
  isSpent,
  look,
  type Look,
  readActivities,
  storeRegistration,
  storeSubmission,
  type Submission,
} from './registration-store.ts'
import { searchable } from './searchable.ts'
import { sha256, sign } from './signing.ts'
import { openedAt } from './stamp.ts'

/** What a registration works with. */
export type Keeper = { readonly database: Database; readonly secret: string; readonly limits: Limits }

export type Registering = {
  readonly forum: string
  readonly key: string
  readonly request: RegistrationRequest
  /** Host name of the page on which the form stood, when the browser says it. */
  readonly sourceHost: string | null
  /** Where the request comes from, as `sourceOf` tells it. */
  readonly source: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** With the forum as it was looked at, of which the receipt tells. */
export type Answer = Answered & { readonly row: ForumRow }

/** `Also` is what may be refused before it comes here. */
export type Refused<Also extends ProblemCode = never> = {
  readonly refusal: Refusal<RegistrationRefusal | 'not-found' | 'overloaded' | 'too-many-requests' | Also>
}

/** Each lost race shows a newer state; the states are few, so this many tries end in an answer under any real load. */
const mostTries = 8

/** Registers a person: look, decide, write while the decision is still true; when it was not, look again. */
export const register = async (keeper: Keeper, registering: Registering): Promise<Answer | Refused> => {
  const { database, secret } = keeper
  const { forum, key, request, now } = registering
  const choice = await chosenOf(database, forum, request.activities ?? [])
  const sending = await read(registering, secret, choice.errors)
  let admitted = sending.challenge !== null
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const seen = await look(database, { ...registering, email: request.email })
    if (!seen) return { refusal: { code: 'not-found' } }
    const delegate = delegateOf(seen.forum, request)
    const organisationIsFull = delegate && (await isOrganisationFull(database, seen.forum.id, delegate))
    const decision = decide(sending, { ...seen, ...(organisationIsFull && { organisationIsFull }) }, now)
    if (decision.kind === 'refuse') return { refusal: decision }
    if (decision.kind === 'replay') return { ...decision, row: seen }
    const { fingerprint, challenge } = sending
    const code = codeOf(await sign(secret, 'code', forum, key, fingerprint, String(attempt)))
    const answer = { status: decision.status, code, confirmBy: heldUntil(seen.forum, now), row: seen }
    if (decision.kind === 'pretend') return answer
    admitted ||=
      !seen.watched && (await isWithinLimits(keeper.limits, database, { ...registering, email: request.email }, now))
    if (!admitted)
      return (await answerOfTwin(database, registering, sending)) ?? { refusal: { code: 'too-many-requests' } }
    const submission = { key, fingerprint, code, challenge, confirmBy: answer.confirmBy, now }
    const chosen = { delegate, activities: choice.ids }
    if (await store(keeper, seen.forum, decision, registering, submission, chosen)) return answer
    if (challenge !== null && (await isSpent(database, challenge))) return { refusal: usedUp }
  }
  return { refusal: { code: 'overloaded' } }
}

const invalidSolution: FieldProblem = { pointer: '/solution', code: 'invalid-solution' }

const usedUp = { code: 'invalid-request', errors: [invalidSolution] } as const

/** After so long the first of many equal sendings is looked for, and once more. Milliseconds. */
const moments = [250, 750]

/** Many sendings of one key that arrive together are one sending: those beyond the limit get the answer of the first. */
const answerOfTwin = async (
  database: Database,
  registering: Registering,
  sending: Sending,
): Promise<Answer | undefined> => {
  for (const moment of moments) {
    await new Promise(resolve => setTimeout(resolve, moment))
    const seen = await look(database, { ...registering, email: registering.request.email })
    const decision = seen && decide(sending, seen, registering.now)
    if (seen && decision?.kind === 'replay') return { ...decision, row: seen }
  }
  return undefined
}

const store = async (
  { database, secret }: Keeper,
  forum: Look['forum'],
  decision: Extract<Decision, { kind: 'keep' | 'register' }>,
  { request, sourceHost }: Registering,
  submission: Submission,
  chosen: Chosen,
): Promise<boolean> => {
  if (decision.kind === 'keep')
    return storeSubmission(database, forum, decision.status, decision.registrationId, submission)
  const hash = (await consentHash(request.consent.version)) ?? ''
  const linkHash = await tokenHash(await privateToken(secret, submission.code))
  return storeRegistration(
    database,
    forum,
    decision.status,
    { ...request, consentHash: hash, linkHash, sourceHost },
    submission,
    chosen,
  )
}

/** The limit that is set to whom the person represents; undefined: none. */
export const delegateOf = (
  { organisationLimit: limit }: Pick<Look['forum'], 'organisationLimit'>,
  person: Pick<RegistrationRequest, 'name' | 'organisation'>,
): Delegate | undefined => {
  const { organisationKey } = searchable(person)
  return limit === null || organisationKey === null ? undefined : { organisationKey, limit }
}

/** Ids of the activities that are named, and an error for each that the forum does not have. */
export const chosenOf = async (database: Database, forum: string, slugs: readonly string[]) => {
  const known = slugs.length === 0 ? [] : await readActivities(database, forum, slugs)
  const errors = slugs.flatMap((slug, place): FieldProblem[] =>
    known.some(activity => activity.slug === slug)
      ? []
      : [{ pointer: `/activities/${place}`, code: 'unknown-activity' }],
  )
  return { ids: known.map(({ id }) => id), errors }
}

type Read = Sending & { readonly challenge: string | null }

const read = async (
  { forum, request, now }: Registering,
  secret: string,
  errors: readonly FieldProblem[],
): Promise<Read> => {
  const { solution } = request
  const challenge = solution === undefined ? null : await solvedChallenge(secret, forum, solution, now)
  return {
    fingerprint: await fingerprintOf(request),
    byMachine: (request.website ?? '') !== '',
    openedAt: await openedAt(request.stamp, secret, forum),
    challenge,
    errors: [
      ...errors,
      ...(consentText(request.consent.version)
        ? []
        : [{ pointer: '/consent/version', code: 'unknown-consent-version' as const }]),
      ...(solution !== undefined && challenge === null ? [invalidSolution] : []),
    ],
  }
}

/** Of what the person typed: a new stamp or a solution under the same key is still the same sending. zod keeps the order of the schema. */
const fingerprintOf = ({ stamp: _stamp, solution: _solution, ...typed }: RegistrationRequest): Promise<string> =>
  sha256(JSON.stringify(typed))
