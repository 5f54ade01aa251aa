"""Whom "he" and "she" mean after words of somebody's family or lawyer: "Low is free, his lawyer said. She ..."."""

from __future__ import annotations

from typing import NamedTuple

from twosource.quotes.found import Found, Span
from twosource.quotes.gender import HE, SHE, can_mean, is_woman
from twosource.quotes.named import Named


class Kin(NamedTuple):
    """A speaker who is only called somebody's ("his lawyer"), by which pronoun, and that somebody, where named."""

    actor: str
    owner: str
    his: bool

    def means(self, word: str) -> str:
        """Whom a pronoun right after means: of "his lawyer" "he" is the owner, "she" the lawyer."""
        return self.owner if (word in HE) == self.his else self.actor


def kin_of(f: Found, span: Span, actor: str | None, named: Named, text: str) -> Kin | None:
    """Whose lawyer or family speaks, if a possessive alone tells it: a person named in the words, else before."""
    word = span.passage.lower[span.first]
    if actor is None or word not in ("his", "her") or named.by_name(actor) is not None:
        return None
    said = (m.actor for s in f.content for m in named.within(s.start, s.end) if m.form == "name")
    known = (named.by_name(a) for a in (*said, *named.nearest(span.start)))
    people = (k.id for k in known if k and k.kind == "person" and can_mean(word, is_woman(k, text)))
    owner = next(people, None)
    return Kin(actor, owner, word not in SHE) if owner is not None else None
