-- What was worked out of stories of several reports. A story whose articles change loses its work at once.
CREATE TABLE works (
  story TEXT PRIMARY KEY,
  key TEXT NOT NULL,          -- of which articles, by what, as judged how
  made_by TEXT NOT NULL,
  reports INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  headline TEXT NOT NULL,
  place TEXT NOT NULL,
  first TEXT,
  last TEXT,
  corroborated INTEGER NOT NULL,   -- findings with each status
  updated INTEGER NOT NULL,
  differs INTEGER NOT NULL,
  single_origin INTEGER NOT NULL,
  own INTEGER NOT NULL        -- whether its articles are those that have this story, and no others
) STRICT;
CREATE TABLE work_articles (  -- of works that are not of their own: of stories that people joined or parted
  story TEXT NOT NULL REFERENCES works (story) ON DELETE CASCADE,
  number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  PRIMARY KEY (story, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_articles_by_article ON work_articles (number);
CREATE VIEW works_on AS       -- the works that rest on how articles were sorted into a story: its own, and others
  SELECT story AS sorted, story FROM works UNION ALL
  SELECT articles.story, work_articles.story FROM work_articles JOIN articles USING (number);
CREATE TABLE work_records (   -- apart, so that lists do not turn their pages
  story TEXT PRIMARY KEY REFERENCES works (story) ON DELETE CASCADE,
  record BLOB NOT NULL,
  page BLOB NOT NULL          -- as a browser is shown it; empty where it is made each time
) STRICT;
CREATE TRIGGER works_lose_an_article AFTER UPDATE OF story ON articles WHEN old.story != new.story BEGIN
  DELETE FROM works WHERE story IN (SELECT story FROM works_on WHERE sorted IN (old.story, new.story));
END;
CREATE TRIGGER works_get_an_article AFTER INSERT ON articles WHEN new.story != '' BEGIN
  DELETE FROM works WHERE story IN (SELECT story FROM works_on WHERE sorted = new.story);
END;
CREATE TRIGGER works_miss_an_article BEFORE DELETE ON articles BEGIN
  DELETE FROM works WHERE story IN (SELECT story FROM works_on WHERE sorted = old.story);
END;
CREATE TRIGGER works_of_other_words AFTER UPDATE OF record ON articles BEGIN
  DELETE FROM works WHERE story IN (SELECT story FROM works_on WHERE sorted = new.story);
END;
