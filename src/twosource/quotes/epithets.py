"""Whom a description means that stands for a name: "the retired general", "the union", "the German carmaker"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from twosource.model import Actor
from twosource.quotes.found import Found, Span
from twosource.quotes.gender import is_woman, names_woman
from twosource.quotes.introduced import BODY_KINDS, MANY, Fact, facts, kinds_of
from twosource.quotes.named import Named
from twosource.quotes.passage import Passage
from twosource.quotes.words import NOMINAL
from twosource.vocab.countries import country_of
from twosource.vocab.counts import person_nouns
from twosource.vocab.speech import cue_words, unnamed_speakers
from twosource.vocab.wires import wire_names

BUSINESS = frozenset(
    ("company", "bank", "firm", "carmaker", "airline", "lender", "seller", "oil", "maker", "consultancy")
)
PAST = frozenset(("former", "ex", "once", "onetime", "late"))
"""Words for what somebody was: "Ann Roe, a former governor," is not "the governor"."""
BODIES = frozenset(("organization", "group"))
DESCRIBED = 150
"""Code points after a name in which its sentence may say what it runs."""
AGED = re.compile(r"\d{1,3}-year-old$|-born$|-based$")


class Epithets:
    """The descriptions of one article that mean somebody whom it names elsewhere."""

    def __init__(self, blocks: Sequence[Passage], named: Named, actors: Sequence[Actor], text: str) -> None:
        self._blocks, self._named, self._actors, self._text = blocks, named, actors, text

    @cached_property
    def _facts(self) -> list[Fact]:
        return facts(self._blocks, self._named, self._actors, self._text)

    def means(self, span: Span, head: int, last: str | None, but: frozenset[str]) -> str | None:
        """The one of whom the report says as much; of several, or by a kindred noun only, whoever spoke `last`."""
        told = [f for f in self._told(span, head) if f.actor not in but] if _is_single(span, head) else []
        noun = span.passage.lower[head]
        same = {f.actor for f in told if f.noun == noun}
        if len(same) == 1:
            return same.pop()
        kindred = same or {f.actor for f in told}
        alone = next(iter(kindred)) if len(kindred) == 1 else None
        known = self._named.known(alone)
        more = any(self._wanted(span, head)) or self._adds_more(span, head)
        if known is not None and (more or known.kind != "person"):
            return alone
        return last if last in kindred else None

    def _told(self, span: Span, head: int) -> list[Fact]:
        """What the report has said, up to a description, of those whom its noun and all its words fit."""
        p, noun = span.passage, span.passage.lower[head]
        kinds = kinds_of(p.lower[span.first : head + 1])
        if not kinds and noun not in person_nouns() and _is_no_speaker(noun):
            return []
        wanted, bodies = self._wanted(span, head)
        once = PAST.isdisjoint(_modifiers(span, head, self._text))
        before = (f for f in self._facts if f.start < span.start and not (once and PAST & f.words))
        called = (f for f in before if f.noun == noun or not kinds.isdisjoint(f.kinds))
        return [f for f in called if wanted <= f.words and bodies <= f.bodies and self._can_be(f.actor, noun)]

    def brought_in(self, span: Span, head: int) -> str | None:
        """The body that a report's first paragraph only describes ("an aid group said") and that it names later."""
        p = span.passage
        first = next((b.block for b in self._blocks if b.role != "headline"), None)
        kinds = kinds_of(p.lower[span.first : head + 1]) & BODY_KINDS
        if (owner := self._owner_of(span, head)) is not None:
            return owner
        owned = _is_national(span)
        opens = p.lower[span.first] in ("a", "an") or owned
        if p.block != first or not opens or not kinds or not _is_single(span, head):
            return None
        told = (f for f in self._facts if not owned or f.noun == p.lower[head])
        of_kind = {f.actor for f in told if not kinds.isdisjoint(f.kinds) and self._named.by_name(f.actor)}
        earlier = {m.actor for m in self._named.within(0, span.end)}
        return of_kind.pop() if len(of_kind) == 1 and of_kind.isdisjoint(earlier) else None

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

    def varies(self, span: Span, head: int, last: str | None) -> str | None:
        """Whoever spoke `last`, where the description only adds to what is known: "the retired general"."""
        p = span.passage
        adds = self._adds_more(span, head) or p.lower[head] in cue_words("stands_for") or _is_of_life(span, head)
        adds = adds or self._lives_by(last, p.lower[head])
        known = self._named.by_name(last)
        new = re.compile(rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{re.escape(p.lower[head])}\b", re.IGNORECASE)
        if not adds or known is None or known.kind != "person" or new.search(self._text, 0, span.start):
            return None
        return known.id if _is_single(span, head) and self._can_be(known.id, p.lower[head]) else None

    def _lives_by(self, actor: str | None, noun: str) -> bool:
        """Whether a noun for what people do for a living can tell something new of somebody: of no office-holder."""
        known = self._named.by_name(actor)
        told = any(f.actor == actor and not f.kinds.isdisjoint(kinds_of([noun])) for f in self._facts)
        return noun in cue_words("livelihood") and known is not None and (told or not known.offices)

    def fighters(self, span: Span, head: int, last: str | None) -> str | None:
        """Which armed group "the rebels" are: the only one named so far, else the one that spoke `last`."""
        p = span.passage
        if p.lower[head] not in cue_words("fighters") or head != span.last - 1 or head - span.first > 1:
            return None
        rebels = {f.actor for f in self._facts if "rebels" in f.kinds}
        so_far = {m.actor for m in self._named.within(0, span.start) if self._is_armed(m.actor, rebels)}
        return next(iter(so_far)) if len(so_far) == 1 else last if last in so_far else None

    def _is_armed(self, actor: str, rebels: set[str]) -> bool:
        known = self._named.by_name(actor)
        return known is not None and known.kind != "person" and (actor in rebels or "REB" in known.sectors)

    def company(self, f: Found, span: Span, head: int, last: str | None) -> str | None:
        """Which company "the German carmaker" is: whom its words are about, the only one named so far, who spoke."""
        p = span.passage
        if kinds_of(p.lower[span.first : head + 1]).isdisjoint(BUSINESS) or not _is_single(span, head):
            return None
        if any(p.tags[k] == "PROPN" and country_of(p.words[k]) is None for k in range(span.first + 1, head)):
            return None
        so_far = list(dict.fromkeys(m.actor for m in self._named.within(0, span.start) if self._is_company(m.actor)))
        opens = self._named.within(f.content[0].start, f.content[0].start + 1)
        low = next(p.starts[low] for low, high in p.sentences if low <= span.first < high)
        here = reversed(self._named.within(low, span.start))
        about = [m.actor for m in (*opens, *here) if m.actor in so_far and m.form == "name"]
        if about:
            return about[0]
        alone = so_far[0] if len(so_far) == 1 and self._is_central(so_far[0], span) else None
        return alone or (last if last in so_far else None)

    def _adds_more(self, span: Span, head: int) -> bool:
        return any(map(_adds, _modifiers(span, head, self._text)))

    def _is_central(self, actor: str, span: Span) -> bool:
        """Whether a body is named in the sentence of a description or, before it, more than once."""
        p = span.passage
        low = next(low for low, high in p.sentences if low <= span.first < high)
        times = [m.start for m in self._named.within(0, span.start) if m.actor == actor and m.form == "name"]
        return len(times) > 1 or any(t >= p.starts[low] for t in times)

    def _is_company(self, actor: str) -> bool:
        """Whether a named body can be a company: nothing in its name or beside it says that it is another kind."""
        known = self._named.by_name(actor)
        if known is None or not wire_names().keys().isdisjoint(known.names):
            return False
        # One word that is taken for a person may as well be a body: "Velrail will close its works".
        plain = known.kind == "person" and " " not in known.name and is_woman(known, self._text) is None
        if known.kind not in BODIES and not plain:
            return False
        kinds = [f.kinds for f in self._facts if f.actor == actor and f.kinds]
        return not kinds or any(not k.isdisjoint(BUSINESS) for k in kinds)

    def _wanted(self, span: Span, head: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words of a description that must be told of somebody, and the bodies that it names."""
        p = span.passage
        naming = [m for m in self._named.within(span.start, span.end) if m.form == "name"]
        taken = {k for m in naming for k in range(span.first, span.last) if m.start <= p.starts[k] < m.end}
        after = {p.lower[k] for k in range(head + 1, span.last) if p.tags[k] in NOMINAL and k not in taken}
        names = {p.lower[k] for k in taken}
        before = {w for w in _modifiers(span, head, self._text) if not _adds(w) and w not in names}
        nation = {w for w in before if country_of(w.capitalize()) is not None}
        return frozenset(before - nation | after), frozenset(m.actor for m in naming)

    def _can_be(self, actor: str, noun: str) -> bool:
        known = self._named.by_name(actor)
        if known is None:
            return False
        woman = names_woman(noun)
        return woman is None or known.kind != "person" or is_woman(known, self._text) in (None, woman)


def may_stand_for(span: Span) -> bool:
    """Whether words can stand for a name: with "the", or in a headline, which leaves it out ("union says")."""
    p = span.passage
    return p.lower[span.first] == "the" or (p.role == "headline" and p.tags[span.first] in ("NOUN", "ADJ"))


def _is_national(span: Span) -> bool:
    """Whether a description is of a country's one such body: "the country's disaster agency", "its space agency"."""
    words = span.passage.lower[span.first : span.first + 3]
    return words[:1] == ["the"] and words[1] in cue_words("realm") and words[2:] == ["'s"]


def _is_single(span: Span, head: int) -> bool:
    """Whether a description is of one person or body."""
    noun = unnamed_speakers().get(span.passage.lower[head])
    return (noun is None or not noun.plural) and span.passage.tags[head] in ("NOUN", "ADJ", "PROPN")


def _is_no_speaker(noun: str) -> bool:
    known = unnamed_speakers().get(noun)
    return known is None or known.kind == "other"


def _is_of_life(span: Span, head: int) -> bool:
    """Whether a description only tells somebody's country or children: "the Norwegian", "the father of two"."""
    p = span.passage
    if head == span.first + 1 == span.last - 1:
        return country_of(p.words[head]) is not None
    parent = "parent" in kinds_of([p.lower[head]]) and p.lower[head + 1 : head + 2] == ["of"]
    return parent and head + 3 == span.last and p.tags[head + 2] == "NUM"


def _modifiers(span: Span, head: int, text: str) -> list[str]:
    """The words between "the" and its noun in small letters, with the hyphens in them."""
    words = text[span.start : span.passage.starts[head]].lower().replace("’", "'").split()
    return words[words[:1] == ["the"] :]


def _adds(word: str) -> bool:
    """Whether a word of a description only adds to who is known: "outgoing", "58-year-old"."""
    return word in cue_words("adds") or AGED.search(word) is not None
