-- What the sentences of an article are about: without it, findings of a desk would be made with less than those of a brief.
CREATE TABLE vectors (
  article TEXT PRIMARY KEY REFERENCES articles (article),
  claims BLOB NOT NULL        -- claim after claim that has one: its place among them, the length, the vector
) STRICT, WITHOUT ROWID;
