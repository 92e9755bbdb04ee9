import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Sources and forums that are asked for a proof of work until then. A source is a hash that changes daily. */
export const watched = sqliteTable('watched', {
  key: text().primaryKey(),
  until: integer().notNull(),
})

/** Solutions of challenges that have been accepted: each is good once. */
export const spentChallenges = sqliteTable('spent_challenges', {
  signature: text().primaryKey(),
  spentAt: integer('spent_at').notNull(),
})
