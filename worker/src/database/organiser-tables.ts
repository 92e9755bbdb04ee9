import { sql } from 'drizzle-orm'
import { check, index, integer, type AnySQLiteColumn, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Who may do what: the holder of a token, or of an address that Cloudflare Access vouches for. */
export const organisers = sqliteTable(
  'organisers',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    role: text({ enum: ['city', 'district', 'editor', 'desk', 'analyst'] }).notNull(),
    /** JSON array of slugs; null: all of them, and the city. */
    districts: text(),
    /** JSON array of slugs, of a desk alone: the forums at whose door it stands. */
    forums: text(),
    /** By which Cloudflare Access knows the person. */
    email: text(),
    /** SHA-256 of the token, in hexadecimal; the token itself is nowhere. */
    tokenHash: text('token_hash'),
    /** Its first characters, by which people tell their tokens apart. */
    tokenStart: text('token_start'),
    createdAt: integer('created_at').notNull(),
    createdBy: integer('created_by').references((): AnySQLiteColumn => organisers.id),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
    lastUsedAt: integer('last_used_at'),
    version: integer().notNull().default(1),
  },
  table => [
    uniqueIndex('one_organiser_per_token').on(table.tokenHash),
    uniqueIndex('one_organiser_per_address')
      .on(table.email)
      .where(sql`revoked_at IS NULL`),
    check('organiser_role_is_known', sql`role IN ('city', 'district', 'editor', 'desk', 'analyst')`),
    check('organiser_has_a_name', sql`name <> ''`),
    check('organiser_has_a_door', sql`token_hash IS NOT NULL OR email IS NOT NULL`),
    check('organiser_token_is_hashed', sql`length(token_hash) = 64 AND length(token_start) <= 8`),
    check(
      'organiser_districts_are_a_list',
      sql`districts IS NULL OR (json_valid(districts) AND json_type(districts) = 'array')`,
    ),
    check('organiser_forums_are_a_list', sql`forums IS NULL OR (json_valid(forums) AND json_type(forums) = 'array')`),
    check(
      'organiser_scope_fits_the_role',
      sql`(role <> 'city' OR districts IS NULL) AND (role <> 'district' OR districts IS NOT NULL) AND (role = 'desk') = (forums IS NOT NULL)`,
    ),
  ],
)

/** The book of what organisers saw, took out and changed. Triggers forbid everything but adding to it. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey(),
    at: integer().notNull(),
    /** Null: a script of whoever runs the worker. */
    organiserId: integer('organiser_id').references(() => organisers.id),
    action: text().notNull(),
    /** The forum's slug. */
    forum: text(),
    /** Which thing: a slug, a number, the code of a registration. Never what a person typed. */
    object: text(),
    count: integer(),
    requestId: text('request_id').notNull(),
  },
  table => [
    index('audit_of_a_forum').on(table.forum, table.id),
    index('audit_of_an_organiser').on(table.organiserId, table.id),
  ],
)

/** Programs that want to hear of changes. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: integer().primaryKey(),
    url: text().notNull(),
    /** JSON array of `registration`, `check-in`, `forum`. */
    events: text().notNull(),
    /** JSON array of slugs; null: all of them, and the city. */
    districts: text(),
    createdAt: integer('created_at').notNull(),
    createdBy: integer('created_by').references(() => organisers.id),
    disabledAt: integer('disabled_at'),
    version: integer().notNull().default(1),
  },
  () => [
    check('webhook_events_are_a_list', sql`json_valid(events) AND json_type(events) = 'array'`),
    check(
      'webhook_districts_are_a_list',
      sql`districts IS NULL OR (json_valid(districts) AND json_type(districts) = 'array')`,
    ),
  ],
)

/** What they are to be told, written by triggers in the batch that causes it; the log of how it went. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: integer().primaryKey(),
    webhookId: integer('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    /** JSON without personal data. */
    body: text().notNull(),
    createdAt: integer('created_at').notNull(),
    attempts: integer().notNull().default(0),
    /** Null: delivered, or given up. */
    nextAttemptAt: integer('next_attempt_at'),
    deliveredAt: integer('delivered_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
  },
  table => [
    index('deliveries_that_are_due')
      .on(table.nextAttemptAt)
      .where(sql`next_attempt_at IS NOT NULL`),
    index('deliveries_of_a_webhook').on(table.webhookId, table.id),
    check('delivery_body_is_json', sql`json_valid(body)`),
    check('delivered_is_not_attempted_again', sql`delivered_at IS NULL OR next_attempt_at IS NULL`),
  ],
)
