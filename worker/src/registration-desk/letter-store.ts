import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, entry, entryIfChanged, inserted } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { letters, outbox, registrations } from '../database/tables.ts'
import { letterColumns } from '../email/outbox-store.ts'
import type { Status } from './selection.ts'

export type LetterRow = typeof letters.$inferSelect

/** Whom a letter is meant for, as the tables know it. */
export type Recipients = {
  readonly forumId: number
  readonly status?: Status | undefined
  readonly activityId?: number | undefined
  readonly organisation?: string | undefined
  readonly came?: boolean | undefined
  readonly invited?: boolean | undefined
}

type Forum = { readonly id: number; readonly slug: string }

const newest = 100

export const listLetters = (database: Database, forumId: number): Promise<LetterRow[]> =>
  database.select().from(letters).where(eq(letters.forumId, forumId)).orderBy(desc(letters.id)).limit(newest)

export const readLetter = async (database: Database, forumId: number, id: number): Promise<LetterRow | undefined> => {
  const [row] = await database
    .select()
    .from(letters)
    .where(and(eq(letters.id, id), eq(letters.forumId, forumId)))
  return row
}

/** Who has an address, confirmed if that was asked for, and is meant. Without a status: whoever has a place or waits for one. */
const isRecipient = ({ forumId, status, activityId, organisation, came, invited }: Recipients): SQL | undefined =>
  and(
    eq(registrations.forumId, forumId),
    status === undefined
      ? sql`${registrations.status} IN ('confirmed', 'waitlisted')`
      : eq(registrations.status, status),
    isNotNull(registrations.email),
    isNull(registrations.erasedAt),
    // An address that nobody has confirmed may be a stranger's.
    isNull(registrations.confirmBy),
    organisation === undefined ? undefined : eq(registrations.organisationKey, organisation),
    came === undefined ? undefined : sql`(${registrations.cameAt} IS NOT NULL) = ${Number(came)}`,
    invited === undefined ? undefined : eq(registrations.invited, Number(invited)),
    activityId === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM registration_activities AS choice
          WHERE choice.registration_id = ${registrations.id} AND choice.activity_id = ${activityId})`,
  )

export const countRecipients = async (database: Database, recipients: Recipients): Promise<number> => {
  const [row] = await database
    .select({ count: sql<number>`count(*)` })
    .from(registrations)
    .where(isRecipient(recipients))
  return row?.count ?? 0
}

export type Draft = Pick<LetterRow, 'subjectUk' | 'subjectEn' | 'textUk' | 'textEn' | 'selection'>

export const insertLetter = async (
  database: Database,
  actor: Actor,
  forum: Forum,
  draft: Draft,
): Promise<LetterRow> => {
  const [[row]] = await database.batch([
    database
      .insert(letters)
      .values({ ...draft, forumId: forum.id, createdAt: actor.now, createdBy: actor.organiserId })
      .returning(),
    entry(database, actor, { action: 'letter.drafted', forum: forum.slug, object: inserted }),
  ])
  if (!row) throw new Error('The letter was not stored')
  return row
}

/** While it is what was seen, and a draft. Returns whether it is gone. */
export const removeLetter = async (
  database: Database,
  actor: Actor,
  forum: Forum,
  { id, version }: LetterRow,
): Promise<boolean> => {
  const [, line] = await database.batch([
    database.delete(letters).where(and(eq(letters.id, id), eq(letters.version, version), isNull(letters.sentAt))),
    entryIfChanged(database, actor, { action: 'letter.removed', forum: forum.slug, object: id }),
  ])
  return line.meta.changes > 0
}

/**
 * Writes one letter to each recipient, if they are as many as was said and nobody has sent it. Returns whether it was
 * sent. A batch that is sent again after an interruption meets the unique index of the outbox, and writes none twice.
 */
export const sendLetter = async (
  database: Database,
  actor: Actor,
  forum: Forum,
  { id, version }: LetterRow,
  { count, ...recipients }: Recipients & { readonly count: number },
): Promise<boolean> => {
  const [, line] = await database.batch([
    database
      .update(letters)
      .set({ sentAt: actor.now, recipients: count, version: version + 1 })
      .where(
        and(
          eq(letters.id, id),
          eq(letters.version, version),
          isNull(letters.sentAt),
          sql`(SELECT count(*) FROM ${registrations} WHERE ${isRecipient(recipients)}) = ${count}`,
        ),
      ),
    entryIfChanged(database, actor, { action: 'letter.sent', forum: forum.slug, object: id, count }),
    database
      .insert(outbox)
      .select(
        sql`SELECT ${letterColumns('from-organisers', actor.now, id)} FROM ${registrations}
          WHERE changes() > 0 AND ${isRecipient(recipients)}`,
      )
      .onConflictDoNothing(),
  ])
  return line.meta.changes > 0
}
