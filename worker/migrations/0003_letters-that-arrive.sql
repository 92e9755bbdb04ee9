-- Letters that arrive: what became of each, letters that remind, and who wants none of those.

-- The outbox again: SQLite takes no rule from a table. What waits in it is due; a letter whose cause is long gone is
-- dropped when its turn comes.
CREATE TABLE outbox_before AS SELECT * FROM outbox;
DROP TABLE outbox;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id INTEGER NOT NULL,
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
  FOREIGN KEY (letter_id) REFERENCES letters(id),
  CONSTRAINT letter_kind_is_known CHECK(kind IN ('confirmed', 'waitlisted', 'promoted', 'cancelled', 'already-registered', 'link', 'changed', 'transferred', 'forum-scheduled', 'forum-moved', 'forum-paused', 'forum-resumed', 'forum-cancelled', 'from-organisers', 'reminder-3-days', 'reminder-1-day', 'thanks')),
  CONSTRAINT letter_of_organisers_is_named CHECK((kind = 'from-organisers') = (letter_id IS NOT NULL)),
  CONSTRAINT letter_waits_or_has_come_to_one_end CHECK((next_attempt_at IS NULL) = (sent_at IS NOT NULL) + (failed_at IS NOT NULL) + (dropped_at IS NOT NULL)),
  CONSTRAINT letter_attempts_are_counted CHECK(attempts >= 0),
  CONSTRAINT letter_error_is_a_word_of_ours CHECK(last_error NOT GLOB '*[^a-z-]*')
) STRICT;
INSERT INTO outbox (id, registration_id, kind, letter_id, created_at)
SELECT id, registration_id, kind, letter_id, created_at FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX letters_of_a_registration ON outbox (registration_id, created_at);
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
