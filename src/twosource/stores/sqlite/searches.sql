-- Searches that a reader keeps.
CREATE TABLE searches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  search TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  asked TEXT NOT NULL,        -- what is looked for: JSON
  made TEXT NOT NULL,
  read INTEGER NOT NULL       -- the number of the last article that was seen
) STRICT;
