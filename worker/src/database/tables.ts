import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The tables as drizzle queries them. The migrations are what the database really has: they add STRICT and the triggers
 * that drizzle-kit cannot write. Moments are milliseconds since 1970 (UTC); dates and hours are wall time in Kyiv.
 * What is not known is NULL.
 */
export const series = sqliteTable(
  'series',
  {
    slug: text().primaryKey(),
    titleUk: text('title_uk').notNull(),
    titleEn: text('title_en').notNull(),
    aboutUk: text('about_uk').notNull(),
    aboutEn: text('about_en').notNull(),
    sourceNameUk: text('source_name_uk').notNull(),
    sourceNameEn: text('source_name_en').notNull(),
    sourceUrl: text('source_url').notNull(),
    isCurrent: integer('is_current').notNull().default(0),
  },
  table => [
    uniqueIndex('one_current_series')
      .on(table.isCurrent)
      .where(sql`is_current = 1`),
    check('series_slug_is_a_slug', sql`slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'`),
    check('series_source_is_a_web_address', sql`source_url LIKE 'https://%'`),
    check('series_is_current_or_not', sql`is_current IN (0, 1)`),
  ],
)

export const districts = sqliteTable(
  'districts',
  {
    slug: text().primaryKey(),
    nameUk: text('name_uk').notNull(),
    nameEn: text('name_en').notNull(),
    position: integer().notNull(),
  },
  () => [check('district_slug_is_a_slug', sql`slug NOT IN ('', 'city') AND slug NOT GLOB '*[^a-z0-9-]*'`)],
)

/** Web sites that may register people, each with the district that it shows when its tag names none; null: the city. */
export const sites = sqliteTable(
  'sites',
  {
    hostname: text().primaryKey(),
    district: text().references(() => districts.slug),
  },
  () => [check('site_hostname_is_lower_case', sql`hostname <> '' AND hostname = lower(hostname)`)],
)

export const venues = sqliteTable(
  'venues',
  {
    slug: text().primaryKey(),
    nameUk: text('name_uk').notNull(),
    nameEn: text('name_en').notNull(),
    addressUk: text('address_uk'),
    addressEn: text('address_en'),
    shelterUk: text('shelter_uk'),
    shelterEn: text('shelter_en'),
    accessUk: text('access_uk'),
    accessEn: text('access_en'),
    mapUrl: text('map_url'),
  },
  () => [
    check('venue_slug_is_a_slug', sql`slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'`),
    check(
      'venue_speaks_both_languages',
      sql`(address_uk IS NULL) = (address_en IS NULL) AND (shelter_uk IS NULL) = (shelter_en IS NULL) AND (access_uk IS NULL) = (access_en IS NULL)`,
    ),
    check('venue_map_is_a_web_address', sql`map_url LIKE 'https://%'`),
  ],
)

export const forums = sqliteTable(
  'forums',
  {
    id: integer().primaryKey(),
    slug: text().notNull(),
    series: text()
      .notNull()
      .references(() => series.slug),
    district: text().references(() => districts.slug),
    titleUk: text('title_uk').notNull(),
    titleEn: text('title_en').notNull(),
    date: text(),
    startTime: text('start_time'),
    endTime: text('end_time'),
    movedFrom: text('moved_from'),
    venue: text().references(() => venues.slug),
    publishedAt: integer('published_at'),
    pausedAt: integer('paused_at'),
    cancelledAt: integer('cancelled_at'),
    opensAt: integer('opens_at'),
    closesAt: integer('closes_at'),
    capacity: integer(),
    waitlistCapacity: integer('waitlist_capacity').notNull().default(0),
    attendance: integer(),
    attendancePrecision: text('attendance_precision', { enum: ['exact', 'more-than'] }),
    summaryUk: text('summary_uk'),
    summaryEn: text('summary_en'),
    /** Raised by every change an organiser makes; a registration is written only while it is still what was seen. */
    version: integer().notNull().default(1),
    /** Kept by triggers, so that no request ever counts rows. */
    confirmed: integer().notNull().default(0),
    waitlisted: integer().notNull().default(0),
  },
  table => [
    uniqueIndex('one_forum_per_slug').on(table.slug),
    index('forums_of_a_series').on(table.series),
    check('forum_slug_is_a_slug', sql`slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'`),
    check('forum_date_is_a_date', sql`date IS date(date) AND moved_from IS date(moved_from)`),
    check(
      'forum_hours_are_hours',
      sql`start_time IS strftime('%H:%M', start_time) AND end_time IS strftime('%H:%M', end_time)`,
    ),
    check(
      'forum_hours_need_a_date',
      sql`(start_time IS NULL OR date IS NOT NULL) AND (end_time IS NULL OR start_time IS NOT NULL)`,
    ),
    check('forum_capacity_is_not_negative', sql`capacity >= 0 AND waitlist_capacity >= 0`),
    check('forum_opens_before_it_closes', sql`opens_at < closes_at`),
    check('forum_attendance_says_how_precise', sql`(attendance IS NULL) = (attendance_precision IS NULL)`),
    check('forum_attendance_is_counted', sql`attendance >= 0 AND attendance_precision IN ('exact', 'more-than')`),
    check('forum_summary_speaks_both_languages', sql`(summary_uk IS NULL) = (summary_en IS NULL)`),
    check('forum_counts_are_not_negative', sql`confirmed >= 0 AND waitlisted >= 0`),
  ],
)

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
    sourceHost: text('source_host'),
    createdAt: integer('created_at').notNull(),
    /** When it came into its present state. */
    changedAt: integer('changed_at').notNull(),
    erasedAt: integer('erased_at'),
  },
  table => [
    uniqueIndex('one_live_registration_per_person')
      .on(table.email, table.forumId)
      .where(sql`status <> 'cancelled'`),
    uniqueIndex('one_registration_per_private_link').on(table.linkHash),
    index('registrations_in_order_of_arrival').on(table.forumId, table.id),
    index('waitlist_in_order_of_arrival')
      .on(table.forumId, table.id)
      .where(sql`status = 'waitlisted'`),
    check('registration_status_is_known', sql`status IN ('confirmed', 'waitlisted', 'cancelled')`),
    check('registration_locale_is_known', sql`locale IN ('uk', 'en')`),
    check(
      'registration_has_a_name_and_an_address',
      sql`erased_at IS NOT NULL OR (name IS NOT NULL AND name <> '' AND email IS NOT NULL AND email LIKE '_%@_%')`,
    ),
    check(
      'erased_registration_holds_nothing',
      sql`erased_at IS NULL OR coalesce(link_hash, name, email, phone, organisation_name, proposal_text, needs, source_host) IS NULL`,
    ),
    check(
      'registration_role_needs_an_organisation',
      sql`organisation_name IS NOT NULL OR (organisation_edrpou IS NULL AND organisation_role IS NULL)`,
    ),
    check('registration_topic_needs_a_proposal', sql`proposal_text IS NOT NULL OR proposal_topic IS NULL`),
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
  },
  table => [
    uniqueIndex('one_submission_per_key').on(table.forumId, table.idempotencyKey),
    uniqueIndex('one_submission_per_code').on(table.code),
    index('submissions_of_a_registration').on(table.registrationId),
    check('submission_fingerprint_is_sha256', sql`length(fingerprint) = 64`),
    check('submission_answer_is_known', sql`answered_status IN ('confirmed', 'waitlisted')`),
  ],
)

/**
 * Letters to be sent, written by triggers in the batch that causes them. A row names whom and why; the letter itself,
 * with the private link, is made when it is sent.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    registrationId: integer('registration_id')
      .notNull()
      .references(() => registrations.id),
    kind: text({
      enum: ['confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link'],
    }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [
    index('letters_of_a_registration').on(table.registrationId, table.createdAt),
    check(
      'letter_kind_is_known',
      sql`kind IN ('confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link')`,
    ),
  ],
)

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
