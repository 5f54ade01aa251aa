-- What a watch knows: its feeds, the pages that their entries lead to, what hosts ask for. Times are Unix seconds.
CREATE TABLE feeds (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  feed TEXT NOT NULL UNIQUE,  -- the address as it was given
  address TEXT NOT NULL,      -- where it is now
  title TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  next_poll INTEGER,          -- NULL: never again
  polled INTEGER,
  failures INTEGER NOT NULL,
  error TEXT NOT NULL
) STRICT;

CREATE TABLE watched_pages (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  title TEXT,
  date TEXT,
  outlet TEXT,
  content BLOB,               -- the entry's own text until the page came: zlib
  content_type TEXT,
  etag TEXT,
  modified TEXT,
  next_look INTEGER,          -- NULL: never again
  looks INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  kept_from TEXT NOT NULL,
  gone INTEGER,
  error TEXT NOT NULL
) STRICT;
CREATE INDEX watched_pages_due ON watched_pages (feed, next_look) WHERE next_look IS NOT NULL;
CREATE INDEX watched_pages_gone ON watched_pages (number) WHERE gone IS NOT NULL;

CREATE TABLE hosts (
  host TEXT PRIMARY KEY,      -- scheme, name, port
  robots TEXT,                -- NULL: could not be had
  until INTEGER NOT NULL,
  wait INTEGER NOT NULL
) STRICT;
