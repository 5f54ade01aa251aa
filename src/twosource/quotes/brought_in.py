"""Whom a report's top only describes and who is named further down: "an aid group said", "its director said"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from twosource.quotes.descriptions import can_be, is_single, modifiers, says, wanted_of
from twosource.quotes.found import Span
from twosource.quotes.introduced import BODY_KINDS, MANY, Fact, are_kindred, kinds_of
from twosource.quotes.named import Named
from twosource.quotes.passage import Passage
from twosource.vocab.names import office_heads
from twosource.vocab.speech import cue_words, speech_verbs, unnamed_speakers

BODIES = frozenset(("organization", "group"))
DESCRIBED = 150
"""Code points after a name in which its sentence may say what it runs."""
NEXT = 400
"""Code points after a description within which its noun comes again with a name."""
_FULL_NAME = 2
SOON = 1500
"""Code points after a first paragraph within which a report names whom it only describes there."""


class BroughtIn:
    """The descriptions at the top of one article that mean somebody whom it names further down."""

    def __init__(self, blocks: Sequence[Passage], named: Named, facts: Sequence[Fact], text: str) -> None:
        self._named, self._facts, self._text = named, facts, text
        self._first = next((b.block for b in blocks if b.role != "headline"), None)

    def meant(self, span: Span, head: int) -> str | None:
        """Who is meant by a description, by what the report says below it; None where that leaves several."""
        owner = self._owner_of(span, head)
        if owner is not None or not is_single(span, head):
            return owner
        later = (self._person_later, self._body_later) if self._is_top(span.passage) else ()
        return next(
            (actor for find in (*later, self._told_next, self._speaks_next) if (actor := find(span, head))), None
        )

    def _told_next(self, span: Span, head: int) -> str | None:
        """Who comes soon after with a name behind the same noun: "the auditor said. ... The auditor, Ann Roe, had"."""
        p, noun = span.passage, span.passage.lower[head]
        if p.lower[span.first] != "the" or noun in cue_words("anybody"):
            return None
        own = {"the", *modifiers(span, head, self._text), noun}
        next_ = [f for f in self._facts if f.noun == noun and 0 < f.start - span.end <= NEXT and f.words <= own]
        actors = {f.actor for f in next_ if self._is_person(f.actor, noun)}
        return actors.pop() if len(actors) == 1 and not self._is_known(span, actors) else None

    def _speaks_next(self, span: Span, head: int) -> str | None:
        """Who goes on under a new name: "A nurse said it was over. | “We froze,” Ann Roe said."; no official."""
        p, noun = span.passage, span.passage.lower[head]
        n = bisect_right(p.sentences, span.first, key=itemgetter(0))
        told = unnamed_speakers().get(noun)
        if told is None or told.kind != "person" or noun in cue_words("nameless") or n >= len(p.sentences):
            return None
        actor = self._signs(p, *p.sentences[n])
        return actor if actor and self._is_person(actor, noun) and not self._is_known(span, {actor}) else None

    def _signs(self, p: Passage, low: int, high: int) -> str | None:
        """Whose full name stands beside a quotation with nothing but a verb of speech: "“We froze,” | Ann Roe said"."""
        own = [k for k in range(low, high) if p.outside(k) and p.words[k][0].isalnum()]
        verbs = [k for k in own if p.lower[k] in speech_verbs()]
        rest = [k for k in own if k not in verbs]
        if not p.is_mark(low) or len(verbs) != 1 or len(rest) != _FULL_NAME:
            return None
        names = self._named.within(p.starts[rest[0]], p.ends[rest[-1]])
        whole = (m for m in names if (m.start, m.end, m.form) == (p.starts[rest[0]], p.ends[rest[-1]], "name"))
        return next((m.actor for m in whole), None)

    def _is_top(self, p: Passage) -> bool:
        return p.role == "headline" or p.block == self._first

    def _body_later(self, span: Span, head: int) -> str | None:
        """The body that is named later: "an aid group", "its space agency", "the country's disaster agency"."""
        p = span.passage
        kinds = kinds_of(p.lower[span.first : head + 1]) & BODY_KINDS
        owned = _is_national(span) or ("'s" in p.lower[span.first : head] and "governing" in kinds)
        if p.role == "headline" or not kinds or not (owned or p.lower[span.first] in ("a", "an")):
            return None
        told = (f for f in self._facts if not _is_national(span) or f.noun == p.lower[head])
        of_kind = {f.actor for f in told if not kinds.isdisjoint(f.kinds) and self._named.by_name(f.actor)}
        return of_kind.pop() if len(of_kind) == 1 and not self._is_known(span, of_kind) else None

    def _person_later(self, span: Span, head: int) -> str | None:
        """The one person named soon after who has the same office or calling: "a senior doctor", "its director".

        Not "a witness" or "an official", who may be anybody.
        """
        p, noun = span.passage, span.passage.lower[head]
        kinds = kinds_of(p.lower[span.first : head + 1])
        if not (kinds or noun in office_heads()) or noun in cue_words("anybody"):
            return None
        wanted, bodies = wanted_of(span, head, self._named, self._text)
        said = [f for f in self._facts if says(f, wanted - cue_words("rank"), self._facts) and bodies <= f.bodies]
        told = [f for f in said if f.noun == noun] or [f for f in said if are_kindred(noun, kinds, f)]
        fitting = {f.actor: f.start for f in told if self._is_person(f.actor, noun)}
        if len(fitting) != 1 or self._is_known(span, set(fitting)):
            return None
        actor, start = fitting.popitem()
        return actor if start - span.end <= SOON else None

    def _is_person(self, actor: str, noun: str) -> bool:
        known = self._named.by_name(actor)
        return known is not None and known.kind == "person" and can_be(self._named, self._text, actor, noun)

    def _is_known(self, span: Span, actors: set[str]) -> bool:
        """Whether any of the actors is mentioned before a description ends."""
        return any(m.actor in actors for m in self._named.within(0, span.end))

    def _owner_of(self, span: Span, head: int) -> str | None:
        """Which body "the pit's owner" is, where the report says further down who runs the pit."""
        p = span.passage
        thing = next((p.lower[k - 1] for k in range(span.first + 1, head) if p.lower[k] == "'s"), None)
        if thing is None or p.lower[head] not in cue_words("owning"):
            return None
        found = set()
        for m in self._named.names(MANY):
            after = re.split(r"[.;]\s", self._text[m.end : m.end + DESCRIBED])[0].lower().split()
            words = {word.strip(",()") for word in after}
            known = self._named.by_name(m.actor)
            if m.start > span.end and known and known.kind in BODIES and thing in words and words & cue_words("owning"):
                found.add(m.actor)
        return found.pop() if len(found) == 1 else None


def _is_national(span: Span) -> bool:
    """Whether a description is of a country's one such body: "the country's disaster agency", "its space agency"."""
    words = span.passage.lower[span.first : span.first + 3]
    return words[:1] == ["the"] and words[1] in cue_words("realm") and words[2:] == ["'s"]
