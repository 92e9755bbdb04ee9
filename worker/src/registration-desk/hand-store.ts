import type { HandRegistration, ReceiptStatus } from '#contract'
import { type Actor, entry } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { registrations } from '../database/tables.ts'
import { columnsOfEntered, type Sending, submitting } from '../registration/entered-store.ts'
import {
  type Chosen,
  choosing,
  type Look,
  type Place,
  unlessTaken,
  whileItOffers,
} from '../registration/registration-store.ts'

export type Entered = {
  readonly forum: Look['forum']
  readonly place: Place
  readonly person: HandRegistration & { readonly linkHash: string; readonly consentHash: string }
  readonly sending: Sending
  readonly chosen: Chosen
}

export const statusOf = (place: Place): ReceiptStatus => (place === 'waitlist' ? 'waitlisted' : 'confirmed')

/**
 * Enters a person, with the line in the book, or does nothing. Returns whether it is stored: not, when the forum no longer
 * offers that place, or the person, the key or the code has been written by somebody else meanwhile.
 */
export const storeByHand = (
  database: Database,
  actor: Actor,
  { forum, place, person, sending, chosen }: Entered,
): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database.insert(registrations).values({
        ...columnsOfEntered(person),
        origin: 'organiser',
        needs: person.needs,
        note: person.note || null,
        forumId: whileItOffers(forum, place, chosen.delegate),
        code: sending.code,
        status: statusOf(place),
        invited: Number(person.invited && place !== 'waitlist'),
        createdAt: actor.now,
        changedAt: actor.now,
      }),
      submitting(database, forum.id, sending, statusOf(place), actor.now),
      ...choosing(database, sending.code, chosen.activities),
      entry(database, actor, { action: 'registration.created', forum: forum.slug, object: sending.code, count: 1 }),
    ]),
  )
