-- At which address each article stood, and when it was seen there.
CREATE TABLE sightings (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL REFERENCES articles (article),
  address TEXT NOT NULL,      -- what all addresses of its page have in common
  retrieved TEXT NOT NULL,    -- ISO 8601; empty: not known
  UNIQUE (article, address, retrieved)
) STRICT;
CREATE INDEX sightings_by_address ON sightings (address);
