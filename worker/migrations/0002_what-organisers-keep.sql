-- What organisers keep: who they are, the programme's activities, notes and visits of registered people, letters to many,
-- what is told to other programs, and the book of what was done.

-- What the schedule consists of is changed under a version: whoever changes it must have seen the newest.
ALTER TABLE series ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE districts ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE sites ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
-- A district keeps its own venues; one without a district is the city's.
ALTER TABLE venues ADD COLUMN district TEXT REFERENCES districts(slug);
ALTER TABLE venues ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;

ALTER TABLE forums ADD COLUMN changed_at INTEGER;
ALTER TABLE forums ADD COLUMN held_at INTEGER;
ALTER TABLE forums ADD COLUMN reserved INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_reserved_is_not_negative CHECK(reserved >= 0);
ALTER TABLE forums ADD COLUMN organisation_limit INTEGER CONSTRAINT forum_organisation_limit_is_positive CHECK(organisation_limit > 0);
ALTER TABLE forums ADD COLUMN invited INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_invited_is_not_negative CHECK(invited >= 0);
ALTER TABLE forums ADD COLUMN cancelled INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_cancelled_is_not_negative CHECK(cancelled >= 0);
ALTER TABLE forums ADD COLUMN came INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_came_is_not_negative CHECK(came >= 0);
UPDATE forums SET cancelled = (SELECT count(*) FROM registrations WHERE forum_id = forums.id AND status = 'cancelled');

CREATE TABLE activities (
  id INTEGER PRIMARY KEY NOT NULL,
  forum_id INTEGER NOT NULL,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  title_uk TEXT NOT NULL,
  title_en TEXT NOT NULL,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  place_uk TEXT,
  place_en TEXT,
  position INTEGER DEFAULT 0 NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  FOREIGN KEY (forum_id) REFERENCES forums(id),
  CONSTRAINT activity_slug_is_a_slug CHECK(slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT activity_kind_is_known CHECK(kind IN ('mini-training', 'seminar', 'section-workshop', 'fair', 'walk', 'talk', 'other')),
  CONSTRAINT activity_date_is_a_date CHECK(date IS date(date)),
  CONSTRAINT activity_hours_are_hours CHECK(start_time IS strftime('%H:%M', start_time) AND end_time IS strftime('%H:%M', end_time)),
  CONSTRAINT activity_ends_after_a_start CHECK(end_time IS NULL OR start_time IS NOT NULL),
  CONSTRAINT activity_place_speaks_both_languages CHECK((place_uk IS NULL) = (place_en IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_activity_per_slug ON activities (forum_id, slug);

CREATE TABLE organisers (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  districts TEXT,
  forums TEXT,
  email TEXT,
  token_hash TEXT,
  token_start TEXT,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  expires_at INTEGER,
  revoked_at INTEGER,
  last_used_at INTEGER,
  version INTEGER DEFAULT 1 NOT NULL,
  FOREIGN KEY (created_by) REFERENCES organisers(id),
  CONSTRAINT organiser_role_is_known CHECK(role IN ('city', 'district', 'editor', 'desk', 'analyst')),
  CONSTRAINT organiser_has_a_name CHECK(name <> ''),
  CONSTRAINT organiser_has_a_door CHECK(token_hash IS NOT NULL OR email IS NOT NULL),
  CONSTRAINT organiser_token_is_hashed CHECK(length(token_hash) = 64 AND length(token_start) <= 8),
  CONSTRAINT organiser_districts_are_a_list CHECK(districts IS NULL OR (json_valid(districts) AND json_type(districts) = 'array')),
  CONSTRAINT organiser_forums_are_a_list CHECK(forums IS NULL OR (json_valid(forums) AND json_type(forums) = 'array')),
  CONSTRAINT organiser_scope_fits_the_role CHECK((role <> 'city' OR districts IS NULL) AND (role <> 'district' OR districts IS NOT NULL) AND (role = 'desk') = (forums IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_organiser_per_token ON organisers (token_hash);
CREATE UNIQUE INDEX one_organiser_per_address ON organisers (email) WHERE revoked_at IS NULL;

-- The book of what organisers saw, took out and changed. Names nobody but by the id of an organiser and the code of a registration.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  organiser_id INTEGER,
  action TEXT NOT NULL,
  forum TEXT,
  object TEXT,
  count INTEGER,
  request_id TEXT NOT NULL,
  FOREIGN KEY (organiser_id) REFERENCES organisers(id)
) STRICT;
CREATE INDEX audit_of_a_forum ON audit (forum, id);
CREATE INDEX audit_of_an_organiser ON audit (organiser_id, id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;
-- INSERT OR REPLACE removes the row in its way without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'audit_is_append_only');
END;

-- A letter that an organiser writes to a selection of a forum's people: a draft until it is sent.
CREATE TABLE letters (
  id INTEGER PRIMARY KEY NOT NULL,
  forum_id INTEGER NOT NULL,
  subject_uk TEXT NOT NULL,
  subject_en TEXT NOT NULL,
  text_uk TEXT NOT NULL,
  text_en TEXT NOT NULL,
  selection TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  sent_at INTEGER,
  recipients INTEGER,
  version INTEGER DEFAULT 1 NOT NULL,
  FOREIGN KEY (forum_id) REFERENCES forums(id),
  FOREIGN KEY (created_by) REFERENCES organisers(id),
  CONSTRAINT letter_selection_is_json CHECK(json_valid(selection)),
  CONSTRAINT sent_letter_counts_its_recipients CHECK((sent_at IS NULL) = (recipients IS NULL))
) STRICT;
CREATE INDEX letters_of_a_forum ON letters (forum_id, id);

-- What a device at the door recorded while it had no connection: each scan is applied once.
CREATE TABLE scans (
  forum_id INTEGER NOT NULL,
  device TEXT NOT NULL,
  scan TEXT NOT NULL,
  outcome TEXT NOT NULL,
  applied_at INTEGER NOT NULL,
  PRIMARY KEY (forum_id, device, scan),
  FOREIGN KEY (forum_id) REFERENCES forums(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY NOT NULL,
  url TEXT NOT NULL,
  events TEXT NOT NULL,
  districts TEXT,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  disabled_at INTEGER,
  version INTEGER DEFAULT 1 NOT NULL,
  FOREIGN KEY (created_by) REFERENCES organisers(id),
  CONSTRAINT webhook_events_are_a_list CHECK(json_valid(events) AND json_type(events) = 'array'),
  CONSTRAINT webhook_districts_are_a_list CHECK(districts IS NULL OR (json_valid(districts) AND json_type(districts) = 'array'))
) STRICT;

CREATE TABLE webhook_deliveries (
  id INTEGER PRIMARY KEY NOT NULL,
  webhook_id INTEGER NOT NULL,
  event TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER DEFAULT 0 NOT NULL,
  next_attempt_at INTEGER,
  delivered_at INTEGER,
  last_status INTEGER,
  last_error TEXT,
  FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  CONSTRAINT delivery_body_is_json CHECK(json_valid(body)),
  CONSTRAINT delivered_is_not_attempted_again CHECK(delivered_at IS NULL OR next_attempt_at IS NULL)
) STRICT;
CREATE INDEX deliveries_that_are_due ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX deliveries_of_a_webhook ON webhook_deliveries (webhook_id, id);

-- The registrations again, with what an office needs: SQLite takes no rule from a table. Rows that refer to them are
-- checked when all of it is done.
PRAGMA defer_foreign_keys = on;
CREATE TABLE registrations_before AS SELECT * FROM registrations;
DROP TABLE registrations;
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
  consent_channel TEXT DEFAULT 'form' NOT NULL,
  source_host TEXT,
  origin TEXT DEFAULT 'form' NOT NULL,
  invited INTEGER DEFAULT 0 NOT NULL,
  came_at INTEGER,
  note TEXT,
  sort_key TEXT,
  words TEXT,
  organisation_key TEXT,
  chosen TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  erased_at INTEGER,
  version INTEGER DEFAULT 1 NOT NULL,
  FOREIGN KEY (forum_id) REFERENCES forums(id),
  CONSTRAINT registration_status_is_known CHECK(status IN ('confirmed', 'waitlisted', 'cancelled')),
  CONSTRAINT registration_locale_is_known CHECK(locale IN ('uk', 'en')),
  CONSTRAINT registration_origin_is_known CHECK(origin IN ('form', 'organiser', 'door') AND consent_channel IN ('form', 'phone', 'paper', 'in-person') AND (origin = 'form') = (consent_channel = 'form')),
  CONSTRAINT registration_is_invited_or_not CHECK(invited IN (0, 1)),
  CONSTRAINT registration_has_a_name_and_an_address CHECK(erased_at IS NOT NULL OR (name IS NOT NULL AND name <> '' AND (email IS NOT NULL OR origin <> 'form') AND (email IS NULL OR email LIKE '_%@_%'))),
  CONSTRAINT erased_registration_holds_nothing CHECK(erased_at IS NULL OR coalesce(link_hash, name, email, phone, organisation_name, organisation_key, proposal_text, needs, source_host, note, sort_key, words) IS NULL),
  CONSTRAINT registration_role_needs_an_organisation CHECK(organisation_name IS NOT NULL OR (organisation_edrpou IS NULL AND organisation_role IS NULL)),
  CONSTRAINT registration_topic_needs_a_proposal CHECK(proposal_text IS NOT NULL OR proposal_topic IS NULL),
  CONSTRAINT only_the_confirmed_came CHECK(came_at IS NULL OR status = 'confirmed'),
  CONSTRAINT registration_words_are_a_list CHECK(words IS NULL OR (json_valid(words) AND json_type(words) = 'array')),
  CONSTRAINT registration_choice_is_a_list CHECK(chosen IS NULL OR (json_valid(chosen) AND json_type(chosen) = 'array'))
) STRICT;
INSERT INTO registrations (
  id, forum_id, code, status, link_hash, name, email, phone, organisation_name, organisation_edrpou, organisation_role,
  proposal_topic, proposal_text, needs, locale, consent_version, consent_hash, source_host, created_at, changed_at, erased_at
) SELECT
  id, forum_id, code, status, link_hash, name, email, phone, organisation_name, organisation_edrpou, organisation_role,
  proposal_topic, proposal_text, needs, locale, consent_version, consent_hash, source_host, created_at, changed_at, erased_at
FROM registrations_before;
DROP TABLE registrations_before;
CREATE UNIQUE INDEX one_live_registration_per_person ON registrations (email, forum_id) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX one_registration_per_private_link ON registrations (link_hash);
CREATE INDEX waitlist_in_order_of_arrival ON registrations (forum_id, id) WHERE status = 'waitlisted';
CREATE INDEX registrations_by_arrival ON registrations (forum_id, status, created_at, id);
CREATE INDEX registrations_by_name ON registrations (forum_id, status, sort_key, id);
CREATE INDEX registrations_of_a_host ON registrations (forum_id, source_host, created_at, id) WHERE source_host IS NOT NULL;
CREATE INDEX registrations_of_an_organisation ON registrations (forum_id, organisation_key, created_at, id) WHERE organisation_key IS NOT NULL;
CREATE INDEX cancelled_by_address ON registrations (email, forum_id) WHERE status = 'cancelled';
CREATE INDEX people_who_came ON registrations (forum_id, came_at, id) WHERE came_at IS NOT NULL;
-- People of the time before there was a search; a job gives them their words.
CREATE INDEX registrations_without_words ON registrations (id) WHERE words IS NULL AND erased_at IS NULL;

-- Each word by which a registration is found: of the name, of the organisation, and the phone number's digits.
CREATE TABLE registration_words (
  forum_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  registration_id INTEGER NOT NULL,
  PRIMARY KEY (forum_id, word, registration_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE registration_activities (
  registration_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL,
  sort_key TEXT,
  PRIMARY KEY (registration_id, activity_id),
  FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE,
  FOREIGN KEY (activity_id) REFERENCES activities(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_by_arrival ON registration_activities (activity_id, registration_id);
CREATE INDEX activity_by_name ON registration_activities (activity_id, sort_key, registration_id);

CREATE TABLE outbox_before AS SELECT * FROM outbox;
DROP TABLE outbox;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  letter_id INTEGER,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (registration_id) REFERENCES registrations(id),
  FOREIGN KEY (letter_id) REFERENCES letters(id),
  CONSTRAINT letter_kind_is_known CHECK(kind IN ('confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link', 'transferred', 'forum-scheduled', 'forum-moved', 'forum-paused', 'forum-resumed', 'forum-cancelled', 'from-organisers')),
  CONSTRAINT letter_of_organisers_is_named CHECK((kind = 'from-organisers') = (letter_id IS NOT NULL))
) STRICT;
INSERT INTO outbox (id, registration_id, kind, created_at) SELECT id, registration_id, kind, created_at FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX letters_of_a_registration ON outbox (registration_id, created_at);
CREATE UNIQUE INDEX one_letter_of_organisers_each ON outbox (letter_id, registration_id) WHERE letter_id IS NOT NULL;

-- The counts, the letters, the words and the webhooks follow the rows, whoever writes them.
CREATE TRIGGER registration_is_counted AFTER INSERT ON registrations
BEGIN
  UPDATE forums SET
    confirmed = confirmed + (NEW.status = 'confirmed'),
    waitlisted = waitlisted + (NEW.status = 'waitlisted'),
    cancelled = cancelled + (NEW.status = 'cancelled'),
    invited = invited + (NEW.invited AND NEW.status = 'confirmed'),
    came = came + (NEW.came_at IS NOT NULL)
  WHERE id = NEW.forum_id;
  INSERT INTO outbox (registration_id, kind, created_at)
  SELECT NEW.id, NEW.status, NEW.changed_at WHERE NEW.status <> 'cancelled' AND NEW.email IS NOT NULL;
END;

CREATE TRIGGER person_is_told AFTER UPDATE OF status ON registrations
WHEN OLD.status <> NEW.status AND NEW.status <> 'waitlisted' AND OLD.forum_id = NEW.forum_id AND NEW.erased_at IS NULL AND NEW.email IS NOT NULL
BEGIN
  INSERT INTO outbox (registration_id, kind, created_at)
  VALUES (NEW.id, iif(NEW.status = 'confirmed', 'promoted', 'cancelled'), NEW.changed_at);
END;

-- At another forum a person arrives anew: behind everybody who waits there, so under a new number. What they sent and what
-- they were told goes along, unless a sending's key is taken there; what they chose of the old programme does not.
CREATE TRIGGER person_goes_to_another_forum AFTER UPDATE OF forum_id ON registrations
WHEN OLD.forum_id <> NEW.forum_id
BEGIN
  UPDATE submissions SET
    registration_id = NEW.id,
    forum_id = iif(EXISTS (
      SELECT 1 FROM submissions AS other
      WHERE other.forum_id = NEW.forum_id AND other.idempotency_key = submissions.idempotency_key
    ), forum_id, NEW.forum_id)
  WHERE registration_id = OLD.id;
  UPDATE outbox SET registration_id = NEW.id WHERE registration_id = OLD.id AND OLD.id <> NEW.id;
  DELETE FROM registration_activities WHERE registration_id = OLD.id;
  UPDATE registrations SET chosen = NULL WHERE id = NEW.id AND chosen IS NOT NULL;
  INSERT INTO outbox (registration_id, kind, created_at)
  SELECT NEW.id, 'transferred', NEW.changed_at WHERE NEW.status <> 'cancelled' AND NEW.email IS NOT NULL;
END;

CREATE TRIGGER registration_is_counted_anew AFTER UPDATE OF status, forum_id, invited, came_at ON registrations
WHEN OLD.status <> NEW.status OR OLD.forum_id <> NEW.forum_id OR OLD.invited <> NEW.invited OR (OLD.came_at IS NULL) <> (NEW.came_at IS NULL)
BEGIN
  UPDATE forums SET
    confirmed = confirmed - (id = OLD.forum_id AND OLD.status = 'confirmed') + (id = NEW.forum_id AND NEW.status = 'confirmed'),
    waitlisted = waitlisted - (id = OLD.forum_id AND OLD.status = 'waitlisted') + (id = NEW.forum_id AND NEW.status = 'waitlisted'),
    cancelled = cancelled - (id = OLD.forum_id AND OLD.status = 'cancelled') + (id = NEW.forum_id AND NEW.status = 'cancelled'),
    invited = invited - (id = OLD.forum_id AND OLD.invited AND OLD.status = 'confirmed') + (id = NEW.forum_id AND NEW.invited AND NEW.status = 'confirmed'),
    came = came - (id = OLD.forum_id AND OLD.came_at IS NOT NULL) + (id = NEW.forum_id AND NEW.came_at IS NOT NULL)
  WHERE id IN (OLD.forum_id, NEW.forum_id);
END;

CREATE TRIGGER registration_is_no_longer_counted AFTER DELETE ON registrations
BEGIN
  UPDATE forums SET
    confirmed = confirmed - (OLD.status = 'confirmed'),
    waitlisted = waitlisted - (OLD.status = 'waitlisted'),
    cancelled = cancelled - (OLD.status = 'cancelled'),
    invited = invited - (OLD.invited AND OLD.status = 'confirmed'),
    came = came - (OLD.came_at IS NOT NULL)
  WHERE id = OLD.forum_id;
  DELETE FROM registration_words
  WHERE forum_id = OLD.forum_id AND registration_id = OLD.id
    AND word IN (SELECT value FROM json_each(coalesce(OLD.words, '[]')));
END;

-- What is chosen changes with rows of its own, whose writer says whether the registration is another one thereby.
CREATE TRIGGER registration_has_a_new_version AFTER UPDATE ON registrations
WHEN NEW.version = OLD.version AND NEW.chosen IS OLD.chosen
BEGIN
  UPDATE registrations SET version = OLD.version + 1 WHERE id = NEW.id;
END;

CREATE TRIGGER registration_can_be_found AFTER INSERT ON registrations
WHEN NEW.words IS NOT NULL
BEGIN
  INSERT INTO registration_words (forum_id, word, registration_id)
  SELECT NEW.forum_id, value, NEW.id FROM json_each(NEW.words);
END;

CREATE TRIGGER registration_is_found_by_its_new_words AFTER UPDATE OF words, forum_id ON registrations
WHEN OLD.words IS NOT NEW.words OR OLD.forum_id <> NEW.forum_id
BEGIN
  DELETE FROM registration_words
  WHERE forum_id = OLD.forum_id AND registration_id = OLD.id
    AND word IN (SELECT value FROM json_each(coalesce(OLD.words, '[]')));
  INSERT INTO registration_words (forum_id, word, registration_id)
  SELECT NEW.forum_id, value, NEW.id FROM json_each(coalesce(NEW.words, '[]'));
END;

CREATE TRIGGER activity_follows_the_name AFTER UPDATE OF sort_key ON registrations
WHEN OLD.sort_key IS NOT NEW.sort_key
BEGIN
  UPDATE registration_activities SET sort_key = NEW.sort_key WHERE registration_id = NEW.id;
END;

-- Repeated in the registration, so that a list need not look it up for each person.
CREATE TRIGGER choice_is_noted AFTER INSERT ON registration_activities
BEGIN
  UPDATE registrations SET chosen = (
    SELECT json_group_array(activity_id ORDER BY activity_id) FROM registration_activities WHERE registration_id = NEW.registration_id
  ) WHERE id = NEW.registration_id;
END;

CREATE TRIGGER choice_is_no_longer_noted AFTER DELETE ON registration_activities
BEGIN
  UPDATE registrations SET chosen = (
    SELECT nullif(json_group_array(activity_id ORDER BY activity_id), '[]') FROM registration_activities WHERE registration_id = OLD.registration_id
  ) WHERE id = OLD.registration_id;
END;

CREATE TRIGGER webhooks_hear_of_a_registration AFTER INSERT ON registrations
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, next_attempt_at)
  SELECT webhooks.id, 'registration', json_object('forum', forums.slug, 'code', NEW.code, 'status', NEW.status), NEW.changed_at, NEW.changed_at
  FROM webhooks CROSS JOIN forums ON forums.id = NEW.forum_id
  WHERE webhooks.disabled_at IS NULL AND instr(webhooks.events, '"registration"') > 0
    AND (webhooks.districts IS NULL OR instr(webhooks.districts, '"' || forums.district || '"') > 0);
END;

CREATE TRIGGER webhooks_hear_of_a_change AFTER UPDATE OF status ON registrations
WHEN OLD.status <> NEW.status
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, next_attempt_at)
  SELECT webhooks.id, 'registration', json_object('forum', forums.slug, 'code', NEW.code, 'status', NEW.status), NEW.changed_at, NEW.changed_at
  FROM webhooks CROSS JOIN forums ON forums.id = NEW.forum_id
  WHERE webhooks.disabled_at IS NULL AND instr(webhooks.events, '"registration"') > 0
    AND (webhooks.districts IS NULL OR instr(webhooks.districts, '"' || forums.district || '"') > 0);
END;

CREATE TRIGGER webhooks_hear_of_a_visit AFTER UPDATE OF came_at ON registrations
WHEN (OLD.came_at IS NULL) <> (NEW.came_at IS NULL)
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, next_attempt_at)
  SELECT webhooks.id, 'check-in', json_object('forum', forums.slug, 'code', NEW.code, 'came', json(iif(NEW.came_at IS NULL, 'false', 'true'))),
    coalesce(NEW.came_at, max(OLD.came_at, NEW.changed_at)), coalesce(NEW.came_at, max(OLD.came_at, NEW.changed_at))
  FROM webhooks CROSS JOIN forums ON forums.id = NEW.forum_id
  WHERE webhooks.disabled_at IS NULL AND instr(webhooks.events, '"check-in"') > 0
    AND (webhooks.districts IS NULL OR instr(webhooks.districts, '"' || forums.district || '"') > 0);
END;

CREATE TRIGGER webhooks_hear_of_a_forum AFTER UPDATE OF version ON forums
WHEN NEW.version <> OLD.version AND (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL)
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, event, body, created_at, next_attempt_at)
  SELECT webhooks.id, 'forum', json_object('forum', NEW.slug, 'version', NEW.version), coalesce(NEW.changed_at, 0), coalesce(NEW.changed_at, 0)
  FROM webhooks
  WHERE disabled_at IS NULL AND instr(events, '"forum"') > 0
    AND (districts IS NULL OR instr(districts, '"' || NEW.district || '"') > 0);
END;
