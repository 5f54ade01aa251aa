-- What people decided. Entries are added and never changed: undoing is an entry too.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,   -- the order in which this desk got them; `at` within the entry is their own order
  judgement TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL           -- JSON
) STRICT;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
  BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements
  BEGIN SELECT RAISE(ABORT, 'judgements are never deleted'); END;
CREATE INDEX articles_by_page ON articles (page);  -- a judgement names words by their page
