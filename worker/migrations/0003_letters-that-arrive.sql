-- Letters that arrive: what became of each, letters that remind, who wants none of those, and who waits for a date.

-- How many want to be told of a forum's date or of its opening, and wait: kept by triggers.
ALTER TABLE forums ADD COLUMN subscribed INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_subscribed_is_not_negative CHECK(subscribed >= 0);
CREATE INDEX forums_that_people_wait_for ON forums (id) WHERE subscribed > 0;

-- An address, left to be told of one forum: of a date, then of the opening, which is the end. Nothing else of the person.
-- A number is never given again: the links in letters name it.
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  forum_id INTEGER NOT NULL,
  email TEXT NOT NULL,
  locale TEXT NOT NULL,
  known_date TEXT,
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  ended_at INTEGER,
  FOREIGN KEY (forum_id) REFERENCES forums(id) ON DELETE CASCADE,
  CONSTRAINT subscription_has_an_address CHECK(email LIKE '_%@_%'),
  CONSTRAINT subscription_locale_is_known CHECK(locale IN ('uk', 'en')),
  CONSTRAINT subscription_date_is_a_date CHECK(known_date IS date(known_date)),
  CONSTRAINT subscription_ends_once_confirmed CHECK(ended_at IS NULL OR confirmed_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX one_subscription_per_address ON subscriptions (email, forum_id);
CREATE INDEX subscriptions_that_wait ON subscriptions (forum_id) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX subscriptions_to_be_forgotten ON subscriptions (created_at) WHERE confirmed_at IS NULL OR ended_at IS NOT NULL;

CREATE TRIGGER subscription_begins_to_wait AFTER UPDATE OF confirmed_at, ended_at ON subscriptions
WHEN (OLD.confirmed_at IS NULL OR OLD.ended_at IS NOT NULL) AND NEW.confirmed_at IS NOT NULL AND NEW.ended_at IS NULL
BEGIN
  UPDATE forums SET subscribed = subscribed + 1 WHERE id = NEW.forum_id;
END;
CREATE TRIGGER subscription_waits_no_longer AFTER UPDATE OF confirmed_at, ended_at ON subscriptions
WHEN OLD.confirmed_at IS NOT NULL AND OLD.ended_at IS NULL AND (NEW.confirmed_at IS NULL OR NEW.ended_at IS NOT NULL)
BEGIN
  UPDATE forums SET subscribed = subscribed - 1 WHERE id = NEW.forum_id;
END;
CREATE TRIGGER subscription_that_waited_is_gone AFTER DELETE ON subscriptions
WHEN OLD.confirmed_at IS NOT NULL AND OLD.ended_at IS NULL
BEGIN
  UPDATE forums SET subscribed = subscribed - 1 WHERE id = OLD.forum_id;
END;

-- The outbox again: SQLite takes no rule from a table. What waits in it is due; a letter whose cause is long gone is
-- dropped when its turn comes.
CREATE TABLE outbox_before AS SELECT * FROM outbox;
DROP TABLE outbox;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id INTEGER,
  subscription_id INTEGER,
  kind TEXT NOT NULL,
  letter_id INTEGER,
  created_at INTEGER NOT NULL,
  attempts INTEGER DEFAULT 0 NOT NULL,
  next_attempt_at INTEGER DEFAULT 0,
  sent_at INTEGER,
  failed_at INTEGER,
  dropped_at INTEGER,
  last_error TEXT,
  FOREIGN KEY (registration_id) REFERENCES registrations(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  FOREIGN KEY (letter_id) REFERENCES letters(id),
  CONSTRAINT letter_kind_is_known CHECK(kind IN ('confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link', 'changed', 'transferred', 'forum-scheduled', 'forum-moved', 'forum-paused', 'forum-resumed', 'forum-cancelled', 'from-organisers', 'reminder-3-days', 'reminder-1-day', 'thanks', 'confirm-address', 'subscription-confirm', 'subscription-date', 'subscription-open', 'subscription-cancelled')),
  CONSTRAINT letter_has_one_addressee CHECK((registration_id IS NULL) <> (subscription_id IS NULL)),
  CONSTRAINT letter_fits_its_addressee CHECK((kind GLOB 'subscription-*') = (subscription_id IS NOT NULL)),
  CONSTRAINT letter_of_organisers_is_named CHECK((kind = 'from-organisers') = (letter_id IS NOT NULL)),
  CONSTRAINT letter_waits_or_has_come_to_one_end CHECK((next_attempt_at IS NULL) = (sent_at IS NOT NULL) + (failed_at IS NOT NULL) + (dropped_at IS NOT NULL)),
  CONSTRAINT letter_attempts_are_counted CHECK(attempts >= 0),
  CONSTRAINT letter_error_is_a_word_of_ours CHECK(last_error NOT GLOB '*[^a-z-]*')
) STRICT;
INSERT INTO outbox (id, registration_id, kind, letter_id, created_at)
SELECT id, registration_id, kind, letter_id, created_at FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX letters_of_a_registration ON outbox (registration_id, created_at);
CREATE INDEX letters_of_a_subscription ON outbox (subscription_id, created_at) WHERE subscription_id IS NOT NULL;
CREATE UNIQUE INDEX one_letter_of_organisers_each ON outbox (letter_id, registration_id) WHERE letter_id IS NOT NULL;
CREATE UNIQUE INDEX one_reminder_of_a_kind_each ON outbox (registration_id, kind) WHERE kind IN ('reminder-3-days', 'reminder-1-day', 'thanks');
-- New ones first, in the order in which they were written; then those that are tried again, by their moment.
CREATE INDEX letters_that_are_due ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Who has switched off the letters that remind.
CREATE TABLE reminder_refusals (
  registration_id INTEGER PRIMARY KEY NOT NULL,
  refused_at INTEGER NOT NULL,
  FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE
) STRICT;

-- Where a forum wants the address confirmed first, a place taken by the form is held until then. What was answered to a
-- sending is kept, so that a repeated one hears the same.
ALTER TABLE forums ADD COLUMN confirm_address INTEGER DEFAULT 0 NOT NULL CONSTRAINT forum_confirms_addresses_or_not CHECK(confirm_address IN (0, 1));
ALTER TABLE registrations ADD COLUMN confirm_by INTEGER CONSTRAINT only_a_form_is_held CHECK(confirm_by IS NULL OR (origin = 'form' AND came_at IS NULL AND erased_at IS NULL));
ALTER TABLE submissions ADD COLUMN answered_confirm_by INTEGER;
CREATE INDEX holds_by_their_end ON registrations (status, confirm_by) WHERE confirm_by IS NOT NULL;

-- The letters again: an address that nobody has confirmed gets the one that asks for it, and no other.
DROP TRIGGER registration_is_counted;
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
  SELECT NEW.id, iif(NEW.confirm_by IS NULL, NEW.status, 'confirm-address'), NEW.changed_at
  WHERE NEW.status <> 'cancelled' AND NEW.email IS NOT NULL;
END;

DROP TRIGGER person_is_told;
CREATE TRIGGER person_is_told AFTER UPDATE OF status ON registrations
WHEN OLD.status <> NEW.status AND NEW.status <> 'waitlisted' AND OLD.forum_id = NEW.forum_id AND NEW.erased_at IS NULL AND NEW.email IS NOT NULL AND OLD.confirm_by IS NULL
BEGIN
  INSERT INTO outbox (registration_id, kind, created_at)
  VALUES (NEW.id, iif(NEW.status = 'confirmed', 'promoted', 'cancelled'), NEW.changed_at);
END;

-- Who is at the door needs no letter about the place any more.
CREATE TRIGGER person_is_told_when_no_longer_held AFTER UPDATE OF confirm_by ON registrations
WHEN OLD.confirm_by IS NOT NULL AND NEW.confirm_by IS NULL AND NEW.status <> 'cancelled' AND NEW.came_at IS NULL AND NEW.erased_at IS NULL AND NEW.email IS NOT NULL
BEGIN
  INSERT INTO outbox (registration_id, kind, created_at) VALUES (NEW.id, NEW.status, NEW.changed_at);
END;

DROP TRIGGER person_goes_to_another_forum;
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
  SELECT NEW.id, 'transferred', NEW.changed_at
  WHERE NEW.status <> 'cancelled' AND NEW.email IS NOT NULL AND NEW.confirm_by IS NULL;
END;
