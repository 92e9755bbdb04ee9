-- A site may belong to the whole city: its district is null then. SQLite takes no NOT NULL from a column, so the table
-- is made anew; nothing refers to it.
CREATE TABLE sites_of_all (
  hostname TEXT PRIMARY KEY NOT NULL,
  district TEXT,
  FOREIGN KEY (district) REFERENCES districts(slug),
  CONSTRAINT site_hostname_is_lower_case CHECK(hostname <> '' AND hostname = lower(hostname))
) STRICT, WITHOUT ROWID;
INSERT INTO sites_of_all (hostname, district) SELECT hostname, district FROM sites;
DROP TABLE sites;
ALTER TABLE sites_of_all RENAME TO sites;
