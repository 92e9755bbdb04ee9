import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { letterKinds } from '../email/letters/letter-kinds.ts'
import { organisers } from './organiser-tables.ts'
import { registrations } from './registration-tables.ts'
import { forums } from './schedule-tables.ts'
import { subscriptions } from './subscription-tables.ts'

/** What an organiser writes to a selection of a forum's people: a draft until it is sent. */
export const letters = sqliteTable(
  'letters',
  {
    id: integer().primaryKey(),
    forumId: integer('forum_id')
      .notNull()
      .references(() => forums.id),
    subjectUk: text('subject_uk').notNull(),
    subjectEn: text('subject_en').notNull(),
    textUk: text('text_uk').notNull(),
    textEn: text('text_en').notNull(),
    /** The filters that choose the recipients, as JSON. */
    selection: text().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: integer('created_by').references(() => organisers.id),
    sentAt: integer('sent_at'),
    recipients: integer(),
    version: integer().notNull().default(1),
  },
  table => [
    index('letters_of_a_forum').on(table.forumId, table.id),
    check('letter_selection_is_json', sql`json_valid(selection)`),
    check('sent_letter_counts_its_recipients', sql`(sent_at IS NULL) = (recipients IS NULL)`),
  ],
)

/**
 * Letters to be sent, written by triggers in the batch that causes them. A row names whom and why: somebody who is
 * registered, or who waits for a date. The letter itself, with its links, is made when it is sent. It waits until it has come to one of three ends: sent, failed for
 * good, or dropped because its cause was gone.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    registrationId: integer('registration_id').references(() => registrations.id),
    subscriptionId: integer('subscription_id').references(() => subscriptions.id, { onDelete: 'cascade' }),
    kind: text({
      enum: letterKinds,
    }).notNull(),
    /** What organisers wrote, when it is theirs. */
    letterId: integer('letter_id').references(() => letters.id),
    createdAt: integer('created_at').notNull(),
    /** How often a runner has taken it. */
    attempts: integer().notNull().default(0),
    /** Not before; 0: at once. Whoever takes it moves this on, so that it is nobody else's for a while. Null: at its end. */
    nextAttemptAt: integer('next_attempt_at').default(0),
    sentAt: integer('sent_at'),
    failedAt: integer('failed_at'),
    droppedAt: integer('dropped_at'),
    /** A word of ours, never one of the provider's: those may hold an address. */
    lastError: text('last_error'),
  },
  table => [
    index('letters_of_a_registration').on(table.registrationId, table.createdAt),
    index('letters_of_a_subscription')
      .on(table.subscriptionId, table.createdAt)
      .where(sql`subscription_id IS NOT NULL`),
    uniqueIndex('one_letter_of_organisers_each')
      .on(table.letterId, table.registrationId)
      .where(sql`letter_id IS NOT NULL`),
    uniqueIndex('one_reminder_of_a_kind_each')
      .on(table.registrationId, table.kind)
      .where(sql`kind IN ('reminder-3-days', 'reminder-1-day', 'thanks')`),
    index('letters_that_are_due')
      .on(table.nextAttemptAt)
      .where(sql`next_attempt_at IS NOT NULL`),
    check('letter_of_organisers_is_named', sql`(kind = 'from-organisers') = (letter_id IS NOT NULL)`),
    check('letter_kind_is_known', sql.raw(`kind IN (${letterKinds.map(kind => `'${kind}'`).join(', ')})`)),
    check('letter_has_one_addressee', sql`(registration_id IS NULL) <> (subscription_id IS NULL)`),
    check('letter_fits_its_addressee', sql`(kind GLOB 'subscription-*') = (subscription_id IS NOT NULL)`),
    check(
      'letter_waits_or_has_come_to_one_end',
      sql`(next_attempt_at IS NULL) = (sent_at IS NOT NULL) + (failed_at IS NOT NULL) + (dropped_at IS NOT NULL)`,
    ),
    check('letter_attempts_are_counted', sql`attempts >= 0`),
    check('letter_error_is_a_word_of_ours', sql`last_error NOT GLOB '*[^a-z-]*'`),
  ],
)

/** Who has switched off the letters that remind. */
export const reminderRefusals = sqliteTable('reminder_refusals', {
  registrationId: integer('registration_id')
    .primaryKey()
    .references(() => registrations.id, { onDelete: 'cascade' }),
  refusedAt: integer('refused_at').notNull(),
})
