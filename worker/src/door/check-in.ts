import type { CheckIn, CheckInRequest } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Organiser } from '../organisers/organiser.ts'
import { holdsForum } from '../organisers/scope-rules.ts'
import type { Refusal } from '../problems.ts'
import { readCode } from '../registration/code.ts'
import { admit, type DoorRefusal } from './door-rules.ts'
import { findByCode, type Found, storeUndoing, storeVisit } from './door-store.ts'
import { presentCheckIn, presentPerson } from './present-person.ts'

/** At which forum's door who stands. */
export type Desk = { readonly forum: string; readonly organiser: Organiser; readonly actor: Actor }

type Unknown = { readonly refusal: Refusal<'invalid-code' | 'not-found'> }
type Refused = { readonly refusal: Refusal<'invalid-code' | 'not-found' | 'overloaded' | DoorRefusal> }

/** Each lost race shows a newer state, of which there are few. */
const mostTries = 8

/** Checks a person in by their code: look, decide, write while it is still true; when it was not, look again. */
export const checkIn = async (
  database: Database,
  desk: Desk,
  { code, promote = false }: CheckInRequest,
): Promise<CheckIn | Refused> => {
  const { actor } = desk
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const found = await whose(database, desk, code)
    if ('refusal' in found) return found
    const admission = admit(found.forum, found.registration, { promote, now: actor.now })
    if (admission.kind === 'refuse') return { refusal: admission }
    if (admission.kind === 'already') return shown('already', admission.at, found)
    const visit = { forum: desk.forum, registration: found.registration }
    if (await storeVisit(database, actor, visit, admission.promote)) return shown('first', actor.now, found)
  }
  return { refusal: { code: 'overloaded' } }
}

/** Takes a check-in back; when there was none, that is as well. */
export const undoCheckIn = async (database: Database, desk: Desk, code: string): Promise<Unknown | undefined> => {
  const found = await whose(database, desk, code)
  if ('refusal' in found) return found
  await storeUndoing(database, desk.actor, { forum: desk.forum, registration: found.registration })
  return undefined
}

/** A code of another forum is not found here; whose it is, is told to whoever stands at that door, too. */
const whose = async (database: Database, desk: Desk, typed: string): Promise<Found | Unknown> => {
  const read = readCode(typed)
  if (read === 'typo') return { refusal: { code: 'invalid-code' } }
  const found = await findByCode(database, read.code)
  if (found?.forum.slug === desk.forum) return found
  const isKnown = found !== undefined && holdsForum(desk.organiser, found.forum)
  return { refusal: { code: 'not-found', ...(isKnown && { mayDo: ['other-forum'] }) } }
}

const shown = (result: CheckIn['result'], at: number, { registration }: Found): CheckIn =>
  presentCheckIn(result, at, presentPerson({ ...registration, status: 'confirmed', cameAt: at, confirmBy: null }))
