import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { ReceiptStatus, RegistrationRequest } from '#contract'
import { watchedColumn } from '../abuse/watch-store.ts'
import { constraintOf } from '../database/constraint.ts'
import type { Database } from '../database/database.ts'
import { letterColumns } from '../email/outbox-store.ts'
import { searchable } from './searchable.ts'
import {
  activities,
  districts,
  forums,
  outbox,
  registrationActivities,
  registrations,
  spentChallenges,
  submissions,
  venues,
} from '../database/tables.ts'

type Person = RegistrationRequest & {
  readonly consentHash: string
  readonly linkHash: string
  readonly sourceHost: string | null
}

export type Submission = {
  readonly key: string
  readonly fingerprint: string
  readonly code: string
  /** Signature of the challenge that was solved for it, if one was asked for. */
  readonly challenge: string | null
  /** Until when the answer says that the place is held. */
  readonly confirmBy: number | null
  readonly now: number
}

/** Which sending is to be looked up, by whom and when. */
export type Lookup = {
  readonly forum: string
  readonly key: string
  readonly email: string
  readonly source: string
  readonly now: number
}

/** Everything that a registration needs to know before it is decided, in one round trip. Undefined: no such forum. */
export const look = async (database: Database, { forum: slug, key, email, source, now }: Lookup) => {
  const [seen] = await database
    .select({
      forum: forums,
      district: districts,
      venue: venues,
      submission: {
        fingerprint: submissions.fingerprint,
        code: submissions.code,
        status: submissions.answeredStatus,
        confirmBy: submissions.answeredConfirmBy,
      },
      registrationId: registrations.id,
      /** The source, or everybody at the forum, is asked for a proof of work. */
      watched: watchedColumn(source, slug, now),
    })
    .from(forums)
    .leftJoin(districts, eq(districts.slug, forums.district))
    .leftJoin(venues, eq(venues.slug, forums.venue))
    .leftJoin(submissions, and(eq(submissions.forumId, forums.id), eq(submissions.idempotencyKey, key)))
    .leftJoin(registrations, and(eq(registrations.forumId, forums.id), eq(registrations.email, email), isLive))
    .where(and(eq(forums.slug, slug), isNotNull(forums.publishedAt)))
  return seen
}

export type Look = NonNullable<Awaited<ReturnType<typeof look>>>

// Worded as the partial index is, so that SQLite uses it.
const isLive = sql`${registrations.status} <> 'cancelled'`

/** Places that wait for invited people. */
const keptBack = sql`max(0, ${forums.reserved} - ${forums.invited})`

const isFree = sql`${forums.waitlisted} = 0 AND ${forums.confirmed} + ${keptBack} < coalesce(${forums.capacity}, 0)`

/** What a forum may offer to somebody new; one of the places kept back is offered to invited people alone. */
export type Place = 'free' | 'reserved' | 'waitlist'

const offers: Record<Place, SQL> = {
  free: isFree,
  reserved: sql`${forums.reserved} > ${forums.invited} AND ${forums.confirmed} < coalesce(${forums.capacity}, 0)`,
  waitlist: sql`NOT (${isFree}) AND ${forums.waitlisted} < ${forums.waitlistCapacity}`,
}

/** The forum's id while it is what was looked at and still offers what was decided; otherwise NULL, which no row may hold. */
export const whileItOffers = (forum: Look['forum'], place: Place, delegate?: Delegate): SQL<number> =>
  sql`(SELECT ${forums.id} FROM ${forums}
    WHERE ${forums.id} = ${forum.id} AND ${forums.version} = ${forum.version} AND ${offers[place]}${whileFewer(forum, delegate)})`

/** Of one organisation at most so many may be live at the forum. */
export type Delegate = { readonly organisationKey: string; readonly limit: number }

/** `AND …`, while an organisation may have one more at a forum. */
export const whileFewer = ({ id }: { readonly id: number }, delegate: Delegate | undefined): SQL =>
  delegate ? sql` AND (${delegatesOf(id, delegate)}) < ${delegate.limit}` : sql``

/** How many of an organisation are live at a forum, counted up to the limit. */
const delegatesOf = (forumId: number, { organisationKey, limit }: Delegate): SQL<number> =>
  sql`SELECT count(*) FROM (SELECT 1 FROM registrations AS delegate WHERE delegate.forum_id = ${forumId}
    AND delegate.organisation_key = ${organisationKey} AND delegate.status <> 'cancelled' LIMIT ${limit})`

/** Whether an organisation has all the places at a forum that it may have. */
export const isOrganisationFull = async (database: Database, forumId: number, delegate: Delegate): Promise<boolean> => {
  const [row] = await database
    .select({ count: sql<number>`(${delegatesOf(forumId, delegate)})` })
    .from(forums)
    .where(eq(forums.id, forumId))
  return row !== undefined && row.count >= delegate.limit
}

/**
 * Writes the registration and its submission in one batch, or nothing. Returns whether they are stored: not, when the
 * forum no longer offers that status, or the person, the key or the code has been written by somebody else meanwhile.
 */
export const storeRegistration = (
  database: Database,
  forum: Look['forum'],
  status: ReceiptStatus,
  person: Person,
  submission: Submission,
  chosen: Chosen,
): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database.insert(registrations).values({
        forumId: whileItOffers(forum, placeOf(status), chosen.delegate),
        code: submission.code,
        status,
        linkHash: person.linkHash,
        name: person.name,
        email: person.email,
        phone: person.phone,
        ...searchable(person),
        ...held(submission),
        organisationName: person.organisation?.name,
        organisationEdrpou: person.organisation?.edrpou,
        organisationRole: person.organisation?.role,
        proposalTopic: person.proposal?.topic,
        proposalText: person.proposal?.text,
        needs: person.needs,
        locale: person.locale,
        consentVersion: person.consent.version,
        consentHash: person.consentHash,
        sourceHost: person.sourceHost,
        createdAt: submission.now,
        changedAt: submission.now,
      }),
      database.insert(submissions).values({
        ...rowOf(submission, status),
        forumId: forum.id,
        registrationId: sql`last_insert_rowid()`,
      }),
      ...choosing(database, submission.code, chosen.activities),
      ...spending(database, submission),
    ]),
  )

/** The words of a held one are written down a minute later by a job: a confirmation asked for shall cost no more than none. */
const held = ({ confirmBy }: Submission) => (confirmBy === null ? {} : { confirmBy, words: null })

const placeOf = (status: ReceiptStatus): Place => (status === 'confirmed' ? 'free' : 'waitlist')

/** What a registration brings along: the limit of its organisation, if there is one, and the ids of chosen activities. */
export type Chosen = { readonly delegate?: Delegate | undefined; readonly activities: readonly number[] }

/** The parts of a forum's programme that have these names. */
export const readActivities = (database: Database, forum: string, slugs: readonly string[]) =>
  database
    .select({ id: activities.id, slug: activities.slug })
    .from(activities)
    .where(
      sql`${activities.forumId} = (SELECT id FROM forums AS named WHERE named.slug = ${forum})
        AND ${activities.slug} IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`,
    )

/** Notes what the person of a sending chose; what has been removed from the programme meanwhile is left out. */
export const choosing = (database: Database, code: string, chosen: readonly number[]) =>
  chosen.length === 0
    ? []
    : [
        database.insert(registrationActivities).select(
          sql`SELECT person.id, activity.id, person.sort_key FROM registrations AS person
            CROSS JOIN json_each(${JSON.stringify(chosen)}) AS choice
            CROSS JOIN activities AS activity ON activity.id = choice.value AND activity.forum_id = person.forum_id
            WHERE person.id = (SELECT registration_id FROM submissions WHERE code = ${code})`,
        ),
      ]

/**
 * Writes a further submission of somebody who is registered already. Returns whether it is stored: not, when the answer
 * to a stranger would by now be another one, or the key or the code has been written meanwhile.
 */
export const storeSubmission = (
  database: Database,
  forum: Look['forum'],
  status: ReceiptStatus,
  registrationId: number,
  submission: Submission,
): Promise<boolean> =>
  unlessTaken(
    database.batch([
      database
        .insert(submissions)
        .values({ ...rowOf(submission, status), forumId: whileItOffers(forum, placeOf(status)), registrationId }),
      letter(database, 'already-registered', sql`${registrations.id} = ${registrationId}`, submission.now),
      ...holdingOn(database, registrationId, submission),
      ...spending(database, submission),
    ]),
  )

/** A place that is held still is held as long as the answer says, if the letter was written that says so too. */
const holdingOn = (database: Database, registrationId: number, { confirmBy }: Submission) =>
  confirmBy === null
    ? []
    : [
        database
          .update(registrations)
          .set({ confirmBy })
          .where(sql`changes() > 0 AND ${registrations.id} = ${registrationId} AND ${isHeld}`),
      ]

const isHeld = sql`${registrations.confirmBy} IS NOT NULL AND ${isLive}`

const day = 24 * 60 * 60 * 1000

/** So many letters of a cause that can be repeated at will go to one registration in a day. */
const mostLetters = 3

/** Letters that one limit counts together: those that anybody can cause, and those that only who holds the link can. */
const counted = {
  'already-registered': ['already-registered', 'link', 'confirm-address'],
  link: ['already-registered', 'link', 'confirm-address'],
  changed: ['changed'],
}

/**
 * Writes a letter to each of the live registrations that are meant, unless they have had enough of them today. Whoever has
 * not confirmed the address gets the one that asks for that.
 */
export const letter = (database: Database, kind: keyof typeof counted, whose: SQL, now: number) =>
  database.insert(outbox).select(
    sql`SELECT ${letterColumns(sql`iif(${registrations.confirmBy} IS NULL, ${kind}, 'confirm-address')`, now)} FROM ${registrations}
      WHERE ${whose} AND ${isLive} AND (SELECT count(*) FROM (
        SELECT 1 FROM outbox AS sent WHERE sent.registration_id = ${registrations.id}
          AND sent.created_at > ${now - day} AND ${inArray(sql`sent.kind`, counted[kind])} LIMIT ${mostLetters}
      )) < ${mostLetters}`,
  )

/** Notes that a solution has bought something: it buys nothing else. */
export const spending = (database: Database, { challenge, now }: Pick<Submission, 'challenge' | 'now'>) =>
  challenge === null ? [] : [database.insert(spentChallenges).values({ signature: challenge, spentAt: now })]

const rowOf = ({ key, fingerprint, code, confirmBy, now }: Submission, answeredStatus: ReceiptStatus) => ({
  idempotencyKey: key,
  fingerprint,
  code,
  answeredStatus,
  answeredConfirmBy: confirmBy,
  createdAt: now,
})

/** The constraints that somebody else's write may meet: those of this write alone are faults, and travel on. */
const races = [
  'NOT NULL constraint failed: registrations.forum_id',
  'NOT NULL constraint failed: submissions.forum_id',
  'UNIQUE constraint failed: registrations.email, registrations.forum_id',
  'UNIQUE constraint failed: registrations.link_hash',
  'UNIQUE constraint failed: submissions.forum_id, submissions.idempotency_key',
  'UNIQUE constraint failed: submissions.code',
  'UNIQUE constraint failed: spent_challenges.signature',
]

/** Whether it was written: not, when somebody else's write came first. */
export const unlessTaken = async (write: PromiseLike<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    const constraint = constraintOf(error)
    if (races.some(race => constraint.includes(race))) return false
    throw error
  }
}

/** Whether this solution has bought a place already. */
export const isSpent = async (database: Database, challenge: string): Promise<boolean> => {
  const [row] = await database.select().from(spentChallenges).where(eq(spentChallenges.signature, challenge))
  return row !== undefined
}

export type RegistrationRow = typeof registrations.$inferSelect

/** Of somebody registered what a list shows, and by what it is put in order. */
export type ListedRow = Omit<RegistrationRow, 'linkHash' | 'consentHash' | 'words' | 'changedAt' | 'version'>
