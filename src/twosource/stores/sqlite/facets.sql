-- What articles are found by beside their words. `times`: quotes of a speaker, mentions of a place, events of a type.
CREATE TABLE facet_values (
  value INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,          -- the folded name, of a place its country too
  name TEXT NOT NULL,         -- as first written
  country TEXT,
  title TEXT,
  articles INTEGER NOT NULL,
  times INTEGER NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE INDEX facet_values_by_times ON facet_values (kind, times DESC, key);
CREATE VIRTUAL TABLE facet_names USING fts5 (kind, name, content = '', columnsize = 0);

CREATE VIRTUAL TABLE facet_index USING fts5 (words, content = '', columnsize = 0, detail = none);  -- of each article

CREATE TABLE facets (
  value INTEGER NOT NULL REFERENCES facet_values (value),
  number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  times INTEGER NOT NULL,
  PRIMARY KEY (value, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX facets_by_article ON facets (number, value, times);

CREATE INDEX articles_listed ON articles (number, day, story);  -- of what is found no more is read than this
CREATE INDEX articles_latest ON articles (day, number, story);  -- the latest stories are found by it
