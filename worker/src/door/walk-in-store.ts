import { and, eq, sql } from 'drizzle-orm'
import type { WalkInRequest } from '#contract'
import { type Actor, entry } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { forums, registrations, submissions } from '../database/tables.ts'
import { unlessTaken } from '../registration/registration-store.ts'
import { searchable } from '../registration/searchable.ts'

/** What a walk-in needs to know before it is decided. Undefined: the forum is there no more. */
export const lookAtDoor = async (database: Database, forumId: number, key: string, email: string | undefined) => {
  const [seen] = await database
    .select({
      forum: forums,
      submission: { fingerprint: submissions.fingerprint, code: submissions.code, at: submissions.createdAt },
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

type WalkIn = WalkInRequest & {
  readonly code: string
  readonly key: string
  readonly fingerprint: string
  readonly linkHash: string
  readonly consentHash: string
}

type Seen = { readonly id: number; readonly slug: string; readonly version: number }

/** The forum's id while it is what was looked at and has a place at the door; otherwise NULL, which no row may hold. */
const whileThereIsAPlace = ({ id, version }: Seen) =>
  sql<number>`(SELECT ${forums.id} FROM ${forums} WHERE ${forums.id} = ${id} AND ${forums.version} = ${version}
    AND ${forums.confirmed} + max(0, ${forums.reserved} - ${forums.invited}) < ${forums.capacity})`

/**
 * Registers and checks in somebody who came without a registration, or does nothing. Returns whether it is stored: not,
 * when the last place, the person, the key or the code has been taken meanwhile.
 */
export const storeWalkIn = (database: Database, actor: Actor, forum: Seen, person: WalkIn): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database.insert(registrations).values({
        ...rowOf(person, actor.now),
        forumId: whileThereIsAPlace(forum),
      }),
      database.insert(submissions).values({
        forumId: forum.id,
        idempotencyKey: person.key,
        fingerprint: person.fingerprint,
        code: person.code,
        answeredStatus: 'confirmed',
        registrationId: sql`last_insert_rowid()`,
        createdAt: actor.now,
      }),
      entry(database, actor, { action: 'door.walked-in', forum: forum.slug, object: person.code, count: 1 }),
    ]),
  )

const rowOf = (person: WalkIn, now: number) => ({
  code: person.code,
  status: 'confirmed' as const,
  origin: 'door' as const,
  cameAt: now,
  linkHash: person.linkHash,
  name: person.name,
  email: person.email,
  phone: person.phone,
  organisationName: person.organisation?.name,
  organisationEdrpou: person.organisation?.edrpou,
  organisationRole: person.organisation?.role,
  ...searchable(person),
  locale: person.locale,
  consentVersion: person.consent.version,
  consentHash: person.consentHash,
  consentChannel: person.consent.channel,
  createdAt: now,
  changedAt: now,
})
