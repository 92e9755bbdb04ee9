import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { activities, forums } from './schedule-tables.ts'

/**
 * One person's place at one forum. `id` is the order of arrival, and so of the waitlist. An erased one holds nothing of
 * the person; it stays, so that the counts of a forum do.
 */
export const registrations = sqliteTable(
  'registrations',
  {
    id: integer().primaryKey(),
    forumId: integer('forum_id')
      .notNull()
      .references(() => forums.id),
    /** The code of the submission that made it. */
    code: text().notNull(),
    status: text({ enum: ['confirmed', 'waitlisted', 'cancelled'] }).notNull(),
    /** SHA-256 of the private link's token, in hexadecimal; the token itself is nowhere. */
    linkHash: text('link_hash'),
    name: text(),
    email: text(),
    phone: text(),
    organisationName: text('organisation_name'),
    organisationEdrpou: text('organisation_edrpou'),
    organisationRole: text('organisation_role'),
    proposalTopic: text('proposal_topic'),
    proposalText: text('proposal_text'),
    needs: text(),
    locale: text({ enum: ['uk', 'en'] }).notNull(),
    consentVersion: text('consent_version').notNull(),
    consentHash: text('consent_hash').notNull(),
    /** How consent was given. */
    consentChannel: text('consent_channel', { enum: ['form', 'phone', 'paper', 'in-person'] })
      .notNull()
      .default('form'),
    sourceHost: text('source_host'),
    /** Who entered it: the person, an organiser, or the desk at the door. Who did not fill in the form may have no address. */
    origin: text({ enum: ['form', 'organiser', 'door'] })
      .notNull()
      .default('form'),
    /** 1: holds one of the places kept back for invited people. */
    invited: integer().notNull().default(0),
    /** When the person was checked in. */
    cameAt: integer('came_at'),
    /** Of organisers, for organisers. */
    note: text(),
    /** The name in the order of the Ukrainian alphabet. */
    sortKey: text('sort_key'),
    /** JSON array of the words by which it is found. */
    words: text(),
    /** By which people of one organisation are known as such. */
    organisationKey: text('organisation_key'),
    /** JSON array of the ids of the chosen activities, ascending; null: none. Kept by triggers. */
    chosen: text(),
    createdAt: integer('created_at').notNull(),
    /** When it came into its present state. */
    changedAt: integer('changed_at').notNull(),
    erasedAt: integer('erased_at'),
    version: integer().notNull().default(1),
    /**
     * Until when the address has to be confirmed; the place is held meanwhile. Null: there is nothing to confirm. A
     * cancelled one that has it was not confirmed in time.
     */
    confirmBy: integer('confirm_by'),
  },
  table => [
    uniqueIndex('one_live_registration_per_person')
      .on(table.email, table.forumId)
      .where(sql`status <> 'cancelled'`),
    uniqueIndex('one_registration_per_private_link').on(table.linkHash),
    index('waitlist_in_order_of_arrival')
      .on(table.forumId, table.id)
      .where(sql`status = 'waitlisted'`),
    index('registrations_by_arrival').on(table.forumId, table.status, table.createdAt, table.id),
    index('registrations_by_name').on(table.forumId, table.status, table.sortKey, table.id),
    index('registrations_of_a_host')
      .on(table.forumId, table.sourceHost, table.createdAt, table.id)
      .where(sql`source_host IS NOT NULL`),
    index('registrations_of_an_organisation')
      .on(table.forumId, table.organisationKey, table.createdAt, table.id)
      .where(sql`organisation_key IS NOT NULL`),
    index('cancelled_by_address')
      .on(table.email, table.forumId)
      .where(sql`status = 'cancelled'`),
    index('people_who_came')
      .on(table.forumId, table.cameAt, table.id)
      .where(sql`came_at IS NOT NULL`),
    index('registrations_without_words')
      .on(table.id)
      .where(sql`words IS NULL AND erased_at IS NULL`),
    index('holds_by_their_end')
      .on(table.status, table.confirmBy)
      .where(sql`confirm_by IS NOT NULL`),
    check('registration_status_is_known', sql`status IN ('confirmed', 'waitlisted', 'cancelled')`),
    check('registration_locale_is_known', sql`locale IN ('uk', 'en')`),
    check(
      'registration_origin_is_known',
      sql`origin IN ('form', 'organiser', 'door') AND consent_channel IN ('form', 'phone', 'paper', 'in-person') AND (origin = 'form') = (consent_channel = 'form')`,
    ),
    check('registration_is_invited_or_not', sql`invited IN (0, 1)`),
    check('only_the_confirmed_came', sql`came_at IS NULL OR status = 'confirmed'`),
    check('registration_words_are_a_list', sql`words IS NULL OR (json_valid(words) AND json_type(words) = 'array')`),
    check('registration_choice_is_a_list', sql`chosen IS NULL OR (json_valid(chosen) AND json_type(chosen) = 'array')`),
    check(
      'registration_has_a_name_and_an_address',
      sql`erased_at IS NOT NULL OR (name IS NOT NULL AND name <> '' AND (email IS NOT NULL OR origin <> 'form') AND (email IS NULL OR email LIKE '_%@_%'))`,
    ),
    check(
      'erased_registration_holds_nothing',
      sql`erased_at IS NULL OR coalesce(link_hash, name, email, phone, organisation_name, organisation_key, proposal_text, needs, source_host, note, sort_key, words) IS NULL`,
    ),
    check(
      'registration_role_needs_an_organisation',
      sql`organisation_name IS NOT NULL OR (organisation_edrpou IS NULL AND organisation_role IS NULL)`,
    ),
    check('registration_topic_needs_a_proposal', sql`proposal_text IS NOT NULL OR proposal_topic IS NULL`),
    check(
      'only_a_form_is_held',
      sql`confirm_by IS NULL OR (origin = 'form' AND came_at IS NULL AND erased_at IS NULL)`,
    ),
  ],
)

/** One sending of the form. The insert is the lock: twins of one key meet at its unique index. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: integer().primaryKey(),
    /** The registration's, repeated here for the unique index. */
    forumId: integer('forum_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    fingerprint: text().notNull(),
    code: text().notNull(),
    /** What the answer said, which a repeated sending says again. */
    answeredStatus: text('answered_status', { enum: ['confirmed', 'waitlisted'] }).notNull(),
    registrationId: integer('registration_id')
      .notNull()
      .references(() => registrations.id),
    createdAt: integer('created_at').notNull(),
    /** Until when the answer said that the place is held. */
    answeredConfirmBy: integer('answered_confirm_by'),
  },
  table => [
    uniqueIndex('one_submission_per_key').on(table.forumId, table.idempotencyKey),
    uniqueIndex('one_submission_per_code').on(table.code),
    index('submissions_of_a_registration').on(table.registrationId),
    check('submission_fingerprint_is_sha256', sql`length(fingerprint) = 64`),
    check('submission_answer_is_known', sql`answered_status IN ('confirmed', 'waitlisted')`),
  ],
)

/** The words by which a registration is found; kept by triggers from its `words`. */
export const registrationWords = sqliteTable(
  'registration_words',
  {
    forumId: integer('forum_id').notNull(),
    word: text().notNull(),
    registrationId: integer('registration_id').notNull(),
  },
  table => [primaryKey({ columns: [table.forumId, table.word, table.registrationId] })],
)

/** Which parts of the programme a person chose. */
export const registrationActivities = sqliteTable(
  'registration_activities',
  {
    registrationId: integer('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    activityId: integer('activity_id')
      .notNull()
      .references(() => activities.id),
    /** The registration's; kept by a trigger. */
    sortKey: text('sort_key'),
  },
  table => [
    primaryKey({ columns: [table.registrationId, table.activityId] }),
    index('activity_by_arrival').on(table.activityId, table.registrationId),
    index('activity_by_name').on(table.activityId, table.sortKey, table.registrationId),
  ],
)

/** What a device at the door recorded without a connection: each scan is applied once. */
export const scans = sqliteTable(
  'scans',
  {
    forumId: integer('forum_id')
      .notNull()
      .references(() => forums.id),
    device: text().notNull(),
    scan: text().notNull(),
    /** The answer, as JSON, that a repeated sending gets again. */
    outcome: text().notNull(),
    appliedAt: integer('applied_at').notNull(),
  },
  table => [primaryKey({ columns: [table.forumId, table.device, table.scan] })],
)
