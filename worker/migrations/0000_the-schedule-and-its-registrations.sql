-- The schedule and its registrations: series, districts, sites, venues, forums, registrations, submissions.
-- Moments are milliseconds since 1970 (UTC); dates and hours are wall time in Kyiv; what is not known is NULL.

CREATE TABLE series (
  slug TEXT PRIMARY KEY NOT NULL,
  title_uk TEXT NOT NULL,
  title_en TEXT NOT NULL,
  about_uk TEXT NOT NULL,
  about_en TEXT NOT NULL,
  source_name_uk TEXT NOT NULL,
  source_name_en TEXT NOT NULL,
  source_url TEXT NOT NULL,
  is_current INTEGER DEFAULT 0 NOT NULL,
  CONSTRAINT series_slug_is_a_slug CHECK(slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT series_source_is_a_web_address CHECK(source_url LIKE 'https://%'),
  CONSTRAINT series_is_current_or_not CHECK(is_current IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_current_series ON series (is_current) WHERE is_current = 1;

CREATE TABLE districts (
  slug TEXT PRIMARY KEY NOT NULL,
  name_uk TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL,
  CONSTRAINT district_slug_is_a_slug CHECK(slug NOT IN ('', 'city') AND slug NOT GLOB '*[^a-z0-9-]*')
) STRICT, WITHOUT ROWID;

CREATE TABLE sites (
  hostname TEXT PRIMARY KEY NOT NULL,
  district TEXT NOT NULL,
  FOREIGN KEY (district) REFERENCES districts(slug),
  CONSTRAINT site_hostname_is_lower_case CHECK(hostname <> '' AND hostname = lower(hostname))
) STRICT, WITHOUT ROWID;

CREATE TABLE venues (
  slug TEXT PRIMARY KEY NOT NULL,
  name_uk TEXT NOT NULL,
  name_en TEXT NOT NULL,
  address_uk TEXT,
  address_en TEXT,
  shelter_uk TEXT,
  shelter_en TEXT,
  access_uk TEXT,
  access_en TEXT,
  map_url TEXT,
  CONSTRAINT venue_slug_is_a_slug CHECK(slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT venue_speaks_both_languages CHECK((address_uk IS NULL) = (address_en IS NULL) AND (shelter_uk IS NULL) = (shelter_en IS NULL) AND (access_uk IS NULL) = (access_en IS NULL)),
  CONSTRAINT venue_map_is_a_web_address CHECK(map_url LIKE 'https://%')
) STRICT, WITHOUT ROWID;

CREATE TABLE forums (
  id INTEGER PRIMARY KEY NOT NULL,
  slug TEXT NOT NULL,
  series TEXT NOT NULL,
  district TEXT,
  title_uk TEXT NOT NULL,
  title_en TEXT NOT NULL,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  moved_from TEXT,
  venue TEXT,
  published_at INTEGER,
  paused_at INTEGER,
  cancelled_at INTEGER,
  opens_at INTEGER,
  closes_at INTEGER,
  capacity INTEGER,
  waitlist_capacity INTEGER DEFAULT 0 NOT NULL,
  attendance INTEGER,
  attendance_precision TEXT,
  summary_uk TEXT,
  summary_en TEXT,
  version INTEGER DEFAULT 1 NOT NULL,
  confirmed INTEGER DEFAULT 0 NOT NULL,
  waitlisted INTEGER DEFAULT 0 NOT NULL,
  FOREIGN KEY (series) REFERENCES series(slug),
  FOREIGN KEY (district) REFERENCES districts(slug),
  FOREIGN KEY (venue) REFERENCES venues(slug),
  CONSTRAINT forum_slug_is_a_slug CHECK(slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT forum_date_is_a_date CHECK(date IS date(date) AND moved_from IS date(moved_from)),
  CONSTRAINT forum_hours_are_hours CHECK(start_time IS strftime('%H:%M', start_time) AND end_time IS strftime('%H:%M', end_time)),
  CONSTRAINT forum_hours_need_a_date CHECK((start_time IS NULL OR date IS NOT NULL) AND (end_time IS NULL OR start_time IS NOT NULL)),
  CONSTRAINT forum_capacity_is_not_negative CHECK(capacity >= 0 AND waitlist_capacity >= 0),
  CONSTRAINT forum_opens_before_it_closes CHECK(opens_at < closes_at),
  CONSTRAINT forum_attendance_says_how_precise CHECK((attendance IS NULL) = (attendance_precision IS NULL)),
  CONSTRAINT forum_attendance_is_counted CHECK(attendance >= 0 AND attendance_precision IN ('exact', 'more-than')),
  CONSTRAINT forum_summary_speaks_both_languages CHECK((summary_uk IS NULL) = (summary_en IS NULL)),
  CONSTRAINT forum_counts_are_not_negative CHECK(confirmed >= 0 AND waitlisted >= 0)
) STRICT;
CREATE UNIQUE INDEX one_forum_per_slug ON forums (slug);
CREATE INDEX forums_of_a_series ON forums (series);

CREATE TABLE registrations (
  id INTEGER PRIMARY KEY NOT NULL,
  forum_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  status TEXT NOT NULL,
  link_hash TEXT,
  name TEXT,
  email TEXT,
  phone TEXT,
  organisation_name TEXT,
  organisation_edrpou TEXT,
  organisation_role TEXT,
  proposal_topic TEXT,
  proposal_text TEXT,
  needs TEXT,
  locale TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consent_hash TEXT NOT NULL,
  source_host TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  erased_at INTEGER,
  FOREIGN KEY (forum_id) REFERENCES forums(id),
  CONSTRAINT registration_status_is_known CHECK(status IN ('confirmed', 'waitlisted', 'cancelled')),
  CONSTRAINT registration_locale_is_known CHECK(locale IN ('uk', 'en')),
  CONSTRAINT registration_has_a_name_and_an_address CHECK(erased_at IS NOT NULL OR (name IS NOT NULL AND name <> '' AND email IS NOT NULL AND email LIKE '_%@_%')),
  CONSTRAINT erased_registration_holds_nothing CHECK(erased_at IS NULL OR coalesce(link_hash, name, email, phone, organisation_name, proposal_text, needs, source_host) IS NULL),
  CONSTRAINT registration_role_needs_an_organisation CHECK(organisation_name IS NOT NULL OR (organisation_edrpou IS NULL AND organisation_role IS NULL)),
  CONSTRAINT registration_topic_needs_a_proposal CHECK(proposal_text IS NOT NULL OR proposal_topic IS NULL)
) STRICT;
CREATE UNIQUE INDEX one_live_registration_per_person ON registrations (email, forum_id) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX one_registration_per_private_link ON registrations (link_hash);
CREATE INDEX registrations_in_order_of_arrival ON registrations (forum_id, id);
CREATE INDEX waitlist_in_order_of_arrival ON registrations (forum_id, id) WHERE status = 'waitlisted';

CREATE TABLE submissions (
  id INTEGER PRIMARY KEY NOT NULL,
  forum_id INTEGER NOT NULL,
  idempotency_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  code TEXT NOT NULL,
  answered_status TEXT NOT NULL,
  registration_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (registration_id) REFERENCES registrations(id),
  CONSTRAINT submission_fingerprint_is_sha256 CHECK(length(fingerprint) = 64),
  CONSTRAINT submission_answer_is_known CHECK(answered_status IN ('confirmed', 'waitlisted'))
) STRICT;
CREATE UNIQUE INDEX one_submission_per_key ON submissions (forum_id, idempotency_key);
CREATE UNIQUE INDEX one_submission_per_code ON submissions (code);
CREATE INDEX submissions_of_a_registration ON submissions (registration_id);

-- Letters to be sent: whom and why. The letter itself is made when it is sent.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (registration_id) REFERENCES registrations(id),
  CONSTRAINT letter_kind_is_known CHECK(kind IN ('confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link'))
) STRICT;
CREATE INDEX letters_of_a_registration ON outbox (registration_id, created_at);

-- Who is asked for a proof of work, and which proofs have been used.
CREATE TABLE watched (
  key TEXT PRIMARY KEY NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spent_challenges (
  signature TEXT PRIMARY KEY NOT NULL,
  spent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The counts that the schedule shows and that decide about places, and the letters that a change causes. Both follow the
-- rows, whoever writes them.
CREATE TRIGGER registration_is_counted AFTER INSERT ON registrations
WHEN NEW.status <> 'cancelled'
BEGIN
  UPDATE forums SET
    confirmed = confirmed + (NEW.status = 'confirmed'),
    waitlisted = waitlisted + (NEW.status = 'waitlisted')
  WHERE id = NEW.forum_id;
  INSERT INTO outbox (registration_id, kind, created_at) VALUES (NEW.id, NEW.status, NEW.changed_at);
END;

CREATE TRIGGER person_is_told AFTER UPDATE OF status ON registrations
WHEN OLD.status <> NEW.status AND NEW.status <> 'waitlisted' AND NEW.erased_at IS NULL
BEGIN
  INSERT INTO outbox (registration_id, kind, created_at)
  VALUES (NEW.id, iif(NEW.status = 'confirmed', 'promoted', 'cancelled'), NEW.changed_at);
END;

CREATE TRIGGER registration_is_counted_anew AFTER UPDATE OF status, forum_id ON registrations
WHEN OLD.status <> NEW.status OR OLD.forum_id <> NEW.forum_id
BEGIN
  UPDATE forums SET
    confirmed = confirmed - (OLD.status = 'confirmed'),
    waitlisted = waitlisted - (OLD.status = 'waitlisted')
  WHERE id = OLD.forum_id;
  UPDATE forums SET
    confirmed = confirmed + (NEW.status = 'confirmed'),
    waitlisted = waitlisted + (NEW.status = 'waitlisted')
  WHERE id = NEW.forum_id;
END;

CREATE TRIGGER registration_is_no_longer_counted AFTER DELETE ON registrations
WHEN OLD.status <> 'cancelled'
BEGIN
  UPDATE forums SET
    confirmed = confirmed - (OLD.status = 'confirmed'),
    waitlisted = waitlisted - (OLD.status = 'waitlisted')
  WHERE id = OLD.forum_id;
END;

-- The backstop: no statement, however wrong, confirms more people than there are places. A capacity may be lowered below
-- what is confirmed: that throws nobody out, and lets nobody in.
CREATE TRIGGER confirmed_needs_a_free_place AFTER UPDATE OF confirmed ON forums
WHEN NEW.confirmed > OLD.confirmed AND NEW.confirmed > coalesce(NEW.capacity, 0)
BEGIN
  SELECT RAISE(ABORT, 'no_free_place');
END;
