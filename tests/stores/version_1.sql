-- What a desk keeps. Captures are never changed; what was found in them is compressed JSON in the form of the record.
CREATE TABLE captures (
  page TEXT PRIMARY KEY,      -- the hash of the bytes
  raw BLOB NOT NULL           -- zlib
) STRICT;
CREATE TRIGGER captures_stay BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'captures are never changed'); END;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,   -- the order of arrival
  article TEXT NOT NULL UNIQUE,
  page TEXT NOT NULL REFERENCES captures (page),
  headline TEXT NOT NULL,
  outlet TEXT,
  day TEXT,
  story TEXT NOT NULL DEFAULT '',
  made_by TEXT NOT NULL,
  given BLOB NOT NULL,        -- what the user said of the input: JSON
  top BLOB NOT NULL,          -- what headline and lead are about: 384 half-precision numbers, or nothing
  record BLOB NOT NULL        -- what was found in it alone: zlib of JSON
) STRICT;
CREATE INDEX articles_by_story ON articles (story, day);  -- the list of stories reads no more than this
CREATE INDEX articles_by_day ON articles (day);

CREATE VIRTUAL TABLE words USING fts5 (headline, body, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE rejected (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  input_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (input_id, reason)
) STRICT;
