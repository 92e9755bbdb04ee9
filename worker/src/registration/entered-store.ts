import { and, eq, sql } from 'drizzle-orm'
import type { HandRegistration, ReceiptStatus, WalkInRequest } from '#contract'
import type { Database } from '../database/database.ts'
import { forums, registrations, submissions } from '../database/tables.ts'
import { searchable } from './searchable.ts'

/** Somebody whom another person enters: at an office's desk or at the door. */

/** What has to be known before. Undefined: the forum is there no more. */
export const lookBeforeEntering = async (
  database: Database,
  forumId: number,
  key: string,
  email: string | undefined,
) => {
  const [seen] = await database
    .select({
      forum: forums,
      submission: {
        fingerprint: submissions.fingerprint,
        code: submissions.code,
        status: submissions.answeredStatus,
        at: submissions.createdAt,
      },
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

type Entered = (HandRegistration | WalkInRequest) & { readonly linkHash: string; readonly consentHash: string }

export type Sending = { readonly key: string; readonly fingerprint: string; readonly code: string }

/** What is stored of the person. */
export const columnsOfEntered = (person: Entered) => ({
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
})

/** The sending of the person whom the statement right before it has inserted. */
export const submitting = (
  database: Database,
  forumId: number,
  { key, fingerprint, code }: Sending,
  answeredStatus: ReceiptStatus,
  now: number,
) =>
  database.insert(submissions).values({
    forumId,
    idempotencyKey: key,
    fingerprint,
    code,
    answeredStatus,
    registrationId: sql`last_insert_rowid()`,
    createdAt: now,
  })
