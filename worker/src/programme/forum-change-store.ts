import { and, count, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, type Deed, entryIfChanged } from '../audit/audit-store.ts'
import { constraintOf } from '../database/constraint.ts'
import type { Database } from '../database/database.ts'
import { forums, outbox, registrations } from '../database/tables.ts'
import { letterColumns } from '../email/outbox-store.ts'
import { fillFreeSeats } from '../schedule/waitlist-store.ts'

type ForumRow = typeof forums.$inferSelect

/** What registered people hear of a forum. */
export type ForumLetter = Extract<(typeof outbox.$inferSelect)['kind'], `forum-${string}`>

/** How many people hear of a change. */
export type Tells = { readonly confirmed: number; readonly waitlisted: number }

/** Live registrations with an address that is not yet to be confirmed; `whether` false reads no row. */
const addressees = (forumId: number, whether: SQL = sql`1`): SQL | undefined =>
  and(
    whether,
    eq(registrations.forumId, forumId),
    sql`${registrations.status} IN ('confirmed', 'waitlisted')`,
    isNotNull(registrations.email),
    isNull(registrations.confirmBy),
  )

const counting = (database: Database, forumId: number, whether?: SQL) =>
  database
    .select({ status: registrations.status, people: count() })
    .from(registrations)
    .where(addressees(forumId, whether))
    .groupBy(registrations.status)

type Counted = Awaited<ReturnType<typeof counting>>

const tellsOf = (rows: Counted): Tells => {
  const of = (status: string) => rows.find(row => row.status === status)?.people ?? 0
  return { confirmed: of('confirmed'), waitlisted: of('waitlisted') }
}

export const countAddressees = async (database: Database, forumId: number): Promise<Tells> =>
  tellsOf(await counting(database, forumId))

export type ForumWrite = {
  readonly columns: Partial<typeof forums.$inferInsert>
  readonly letter: ForumLetter | null
  /** Only while as many are registered as were seen: nobody was to be told, or to be there. */
  readonly unlessSomebodyCame: boolean
  /** Free places go to whoever waits. */
  readonly fill: boolean
  readonly deed: Deed
}

/**
 * Writes the change, the line in the book, the letters and the promotions in one batch, or nothing. Returns how many
 * were told; undefined when the forum is no longer what was seen, or what it names is gone.
 */
export const writeForum = async (
  database: Database,
  actor: Actor,
  seen: ForumRow,
  { columns, letter, unlessSomebodyCame, fill, deed }: ForumWrite,
): Promise<Tells | undefined> => {
  const { id, version } = seen
  const [, , told] = await unlessChanged(
    database.batch([
      database
        .update(forums)
        .set({ ...columns, changedAt: actor.now, version: nextVersion(seen, unlessSomebodyCame) })
        .where(eq(forums.id, id)),
      entryIfChanged(database, actor, deed),
      counting(database, id, sql`${letter} IS NOT NULL`),
      ...(letter === null ? [] : [tell(database, id, letter, actor.now)]),
      ...(fill ? [fillFreeSeats(database, { id, version: version + 1 }, actor.now)] : []),
    ]),
  )
  return told && tellsOf(told)
}

/** NULL, which no row may hold, when it is not what was seen: then nothing of the batch is done. */
const nextVersion = ({ version, confirmed, waitlisted }: ForumRow, unlessSomebodyCame: boolean): SQL<number> =>
  sql`iif(${forums.version} = ${version} AND (NOT ${Number(unlessSomebodyCame)}
    OR ${forums.confirmed} + ${forums.waitlisted} = ${confirmed + waitlisted}), ${version + 1}, NULL)`

const tell = (database: Database, forumId: number, letter: ForumLetter, now: number) =>
  database
    .insert(outbox)
    .select(sql`SELECT ${letterColumns(letter, now)} FROM ${registrations} WHERE ${addressees(forumId)}`)

const unlessChanged = async <Results extends readonly unknown[]>(
  write: PromiseLike<Results>,
): Promise<Results | readonly []> => {
  try {
    return await write
  } catch (error) {
    const constraint = constraintOf(error)
    if (/NOT NULL constraint failed: forums\.version|FOREIGN KEY constraint failed/.test(constraint)) return []
    throw error
  }
}
