import { and, eq, sql } from 'drizzle-orm'
import type { HandRegistration, ReceiptStatus } from '#contract'
import { type Actor, entry } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { forums, registrations, submissions } from '../database/tables.ts'
import {
  type Chosen,
  choosing,
  type Look,
  type Place,
  unlessTaken,
  whileItOffers,
} from '../registration/registration-store.ts'
import { searchable } from '../registration/searchable.ts'

/** What has to be known before somebody is entered by hand. Undefined: the forum is there no more. */
export const lookAtDesk = async (database: Database, forumId: number, key: string, email: string | undefined) => {
  const [seen] = await database
    .select({
      forum: forums,
      submission: { fingerprint: submissions.fingerprint, code: submissions.code, status: submissions.answeredStatus },
      registrationId: registrations.id,
    })
    .from(forums)
    .leftJoin(submissions, and(eq(submissions.forumId, forums.id), eq(submissions.idempotencyKey, key)))
    .leftJoin(
      registrations,
      and(
        eq(registrations.forumId, forums.id),
        // Nobody has the empty address.
        eq(registrations.email, email ?? ''),
        sql`${registrations.status} <> 'cancelled'`,
      ),
    )
    .where(eq(forums.id, forumId))
  return seen
}

export type Entered = {
  readonly forum: Look['forum']
  readonly place: Place
  readonly person: HandRegistration & { readonly linkHash: string; readonly consentHash: string }
  readonly sending: { readonly key: string; readonly fingerprint: string; readonly code: string }
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
        ...rowOf(person),
        forumId: whileItOffers(forum, place, chosen.delegate),
        code: sending.code,
        status: statusOf(place),
        invited: Number(person.invited && place !== 'waitlist'),
        createdAt: actor.now,
        changedAt: actor.now,
      }),
      database.insert(submissions).values({
        forumId: forum.id,
        idempotencyKey: sending.key,
        fingerprint: sending.fingerprint,
        code: sending.code,
        answeredStatus: statusOf(place),
        registrationId: sql`last_insert_rowid()`,
        createdAt: actor.now,
      }),
      ...choosing(database, sending.code, chosen.activities),
      entry(database, actor, { action: 'registration.created', forum: forum.slug, object: sending.code, count: 1 }),
    ]),
  )

const rowOf = (person: Entered['person']) => ({
  origin: 'organiser' as const,
  linkHash: person.linkHash,
  name: person.name,
  email: person.email,
  phone: person.phone,
  organisationName: person.organisation?.name,
  organisationEdrpou: person.organisation?.edrpou,
  organisationRole: person.organisation?.role,
  ...searchable(person),
  needs: person.needs,
  note: person.note || null,
  locale: person.locale,
  consentVersion: person.consent.version,
  consentHash: person.consentHash,
  consentChannel: person.consent.channel,
})
