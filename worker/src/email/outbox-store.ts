import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { forums, outbox, registrations } from '../database/tables.ts'

export type LetterKind = (typeof outbox.$inferSelect)['kind']

/** What `insert(outbox).select()` selects to write a letter to each registration: due at once. */
export const letterColumns = (kind: LetterKind, now: number, letterId: number | null = null): SQL =>
  sql`NULL, ${registrations.id}, ${kind}, ${letterId}, ${now}, 0, 0, NULL, NULL, NULL, NULL`

/** The newest letters that wait to be sent, with what they say. Those to erased people have no address any more. */
export const newestLetters = (database: Database, limit: number) =>
  database
    .select({
      id: outbox.id,
      kind: outbox.kind,
      createdAt: outbox.createdAt,
      to: registrations.email,
      code: registrations.code,
      locale: registrations.locale,
      titleUk: forums.titleUk,
      titleEn: forums.titleEn,
      forum: forums.slug,
    })
    .from(outbox)
    .innerJoin(registrations, eq(registrations.id, outbox.registrationId))
    .innerJoin(forums, eq(forums.id, registrations.forumId))
    .orderBy(desc(outbox.id))
    .limit(limit)
