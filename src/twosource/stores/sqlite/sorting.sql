-- How far the sorting of articles into stories has come. Only what a new article is compared with is read of it.
CREATE TABLE sorting (
  count INTEGER NOT NULL,     -- articles that are sorted
  opened INTEGER NOT NULL,    -- stories ever
  last INTEGER NOT NULL       -- the number of the last article that is sorted
) STRICT;
INSERT INTO sorting (count, opened, last) VALUES (0, 0, 0);

-- Terms are numbered as they come, so that frequent ones stand together: a hundred articles change some thousands.
CREATE TABLE sorting_terms (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  held INTEGER NOT NULL       -- sorted articles that hold it
) STRICT;
CREATE TABLE sorting_lists (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  articles BLOB NOT NULL      -- those looked up by it: their numbers, then their weights
) STRICT;
CREATE TABLE sorting_articles (
  number INTEGER PRIMARY KEY, -- from 0, as they were sorted
  article INTEGER NOT NULL REFERENCES articles (number),
  terms BLOB NOT NULL         -- their weights, then the terms, one a line
) STRICT;
CREATE TABLE sorting_stories (
  story TEXT PRIMARY KEY,
  opened INTEGER NOT NULL,    -- stories opened before it
  articles BLOB NOT NULL      -- their numbers, as they joined
) STRICT;
