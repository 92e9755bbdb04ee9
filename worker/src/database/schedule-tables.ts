import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The tables as drizzle queries them. The migrations are what the database really has: they add STRICT and the triggers
 * that drizzle-kit cannot write. Moments are milliseconds since 1970 (UTC); dates and hours are wall time in Kyiv.
 * What is not known is NULL. `version` rises with every change; whoever changes a row must have seen the newest.
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
    version: integer().notNull().default(1),
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
    version: integer().notNull().default(1),
  },
  () => [check('district_slug_is_a_slug', sql`slug NOT IN ('', 'city') AND slug NOT GLOB '*[^a-z0-9-]*'`)],
)

/** Web sites that may register people, each with the district that it shows when its tag names none; null: the city. */
export const sites = sqliteTable(
  'sites',
  {
    hostname: text().primaryKey(),
    district: text().references(() => districts.slug),
    version: integer().notNull().default(1),
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
    /** Whose venue it is; null: the city's. */
    district: text().references(() => districts.slug),
    version: integer().notNull().default(1),
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
    changedAt: integer('changed_at'),
    /** When an organiser marked it as held; without it the clock says so. */
    heldAt: integer('held_at'),
    /** Places kept back for invited people. */
    reserved: integer().notNull().default(0),
    /** Live registrations of one organisation at most. */
    organisationLimit: integer('organisation_limit'),
    /** Of the confirmed, those who hold a reserved place; kept by triggers, as are the next two. */
    invited: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    came: integer().notNull().default(0),
    /** How many want to be told of its date or of its opening, and wait; kept by triggers, too. */
    subscribed: integer().notNull().default(0),
    /** 1: a place taken by the form is held until the address is confirmed. */
    confirmAddress: integer('confirm_address').notNull().default(0),
  },
  table => [
    uniqueIndex('one_forum_per_slug').on(table.slug),
    index('forums_of_a_series').on(table.series),
    index('forums_that_people_wait_for')
      .on(table.id)
      .where(sql`subscribed > 0`),
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
    check('forum_reserved_is_not_negative', sql`reserved >= 0`),
    check('forum_organisation_limit_is_positive', sql`organisation_limit > 0`),
    check('forum_invited_is_not_negative', sql`invited >= 0`),
    check('forum_cancelled_is_not_negative', sql`cancelled >= 0`),
    check('forum_came_is_not_negative', sql`came >= 0`),
    check('forum_confirms_addresses_or_not', sql`confirm_address IN (0, 1)`),
    check('forum_subscribed_is_not_negative', sql`subscribed >= 0`),
  ],
)

/** A part of a forum's programme. Without a date it is on the forum's. */
export const activities = sqliteTable(
  'activities',
  {
    id: integer().primaryKey(),
    forumId: integer('forum_id')
      .notNull()
      .references(() => forums.id),
    slug: text().notNull(),
    kind: text({ enum: ['mini-training', 'seminar', 'section-workshop', 'fair', 'walk', 'talk', 'other'] }).notNull(),
    titleUk: text('title_uk').notNull(),
    titleEn: text('title_en').notNull(),
    date: text(),
    startTime: text('start_time'),
    endTime: text('end_time'),
    placeUk: text('place_uk'),
    placeEn: text('place_en'),
    position: integer().notNull().default(0),
    version: integer().notNull().default(1),
  },
  table => [
    uniqueIndex('one_activity_per_slug').on(table.forumId, table.slug),
    check('activity_slug_is_a_slug', sql`slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'`),
    check(
      'activity_kind_is_known',
      sql`kind IN ('mini-training', 'seminar', 'section-workshop', 'fair', 'walk', 'talk', 'other')`,
    ),
    check('activity_date_is_a_date', sql`date IS date(date)`),
    check(
      'activity_hours_are_hours',
      sql`start_time IS strftime('%H:%M', start_time) AND end_time IS strftime('%H:%M', end_time)`,
    ),
    check('activity_ends_after_a_start', sql`end_time IS NULL OR start_time IS NOT NULL`),
    check('activity_place_speaks_both_languages', sql`(place_uk IS NULL) = (place_en IS NULL)`),
  ],
)
