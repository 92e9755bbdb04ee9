import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { forums } from './schedule-tables.ts'

/**
 * An address, left to be told of one forum: of a date, then of the opening, which is the end. Nothing else of the
 * person. A number is never given again: the links in letters name it.
 */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    forumId: integer('forum_id')
      .notNull()
      .references(() => forums.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    locale: text({ enum: ['uk', 'en'] }).notNull(),
    /** The date of which they know; null: of none. */
    knownDate: text('known_date'),
    createdAt: integer('created_at').notNull(),
    /** When the button behind the first letter was pressed. */
    confirmedAt: integer('confirmed_at'),
    /** When the last letter was written, or there was nothing more to tell. */
    endedAt: integer('ended_at'),
  },
  table => [
    uniqueIndex('one_subscription_per_address').on(table.email, table.forumId),
    index('subscriptions_that_wait')
      .on(table.forumId)
      .where(sql`confirmed_at IS NOT NULL AND ended_at IS NULL`),
    index('subscriptions_to_be_forgotten')
      .on(table.createdAt)
      .where(sql`confirmed_at IS NULL OR ended_at IS NOT NULL`),
    check('subscription_has_an_address', sql`email LIKE '_%@_%'`),
    check('subscription_locale_is_known', sql`locale IN ('uk', 'en')`),
    check('subscription_date_is_a_date', sql`known_date IS date(known_date)`),
    check('subscription_ends_once_confirmed', sql`ended_at IS NULL OR confirmed_at IS NOT NULL`),
  ],
)
