"""Whom a description means that stands for a name: "the retired general", "the union", "the German carmaker"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from twosource.model import Actor
from twosource.quotes.brought_in import BODIES, BroughtIn
from twosource.quotes.descriptions import adds, can_be, is_single, modifiers, says, wanted_of
from twosource.quotes.found import Found, Span
from twosource.quotes.gender import is_woman
from twosource.quotes.introduced import Fact, are_kindred, facts, kinds_of
from twosource.quotes.named import Named
from twosource.quotes.passage import Passage
from twosource.vocab.countries import country_of
from twosource.vocab.counts import person_nouns
from twosource.vocab.gazetteer import spots
from twosource.vocab.speech import cue_words, unnamed_speakers
from twosource.vocab.wires import wire_names

BUSINESS = frozenset(
    ("company", "bank", "firm", "carmaker", "airline", "lender", "seller", "oil", "maker", "consultancy")
)
AGENTS = ("er", "or", "ist", "man", "woman", "assistant")
"""How nouns for one person end that no table has: "the lighthouse | keeper" after "Keeper Ann Roe"."""
DEGREES = frozenset(("dr", "dr."))
"""Forms of address that biologists have as physicians do: they tell no calling."""
OFFICES = frozenset(("state", "premier", "minister", "leader", "executive", "spokesman", "lawmaker", "politician"))
"""Classes of nouns of which a country has its own: "the French president" is not who spoke before."""
PAST = frozenset(("former", "ex", "once", "onetime", "late"))
"""Words for what somebody was: "Ann Roe, a former governor," is not "the governor"."""


class Epithets:
    """The descriptions of one article that mean somebody whom it names elsewhere."""

    def __init__(self, blocks: Sequence[Passage], named: Named, actors: Sequence[Actor], text: str) -> None:
        self._blocks, self._named, self._actors, self._text = blocks, named, actors, text

    @cached_property
    def _below(self) -> BroughtIn:
        return BroughtIn(self._blocks, self._named, self._facts, self._text)

    def brought_in(self, span: Span, head: int) -> str | None:
        """Whom the top of a report, or a thing's owner, only describes, and who is named further down."""
        return self._below.meant(span, head)

    @cached_property
    def _facts(self) -> list[Fact]:
        return facts(self._blocks, self._named, self._actors, self._text)

    def means(self, span: Span, head: int, last: str | None, but: frozenset[str]) -> str | None:
        """The one of whom the report says as much; of several, or by a kindred noun only, whoever spoke `last`."""
        told = [f for f in self._told(span, head) if f.actor not in but] if is_single(span, head) else []
        noun = span.passage.lower[head]
        same = {f.actor for f in told if f.noun == noun}
        if len(same) == 1:
            return same.pop()
        kindred = same or {f.actor for f in told}
        alone = next(iter(kindred)) if len(kindred) == 1 else None
        known = self._named.known(alone)
        more = any(wanted_of(span, head, self._named, self._text)) or self._adds_more(span, head)
        if known is not None and (more or known.kind != "person"):
            return alone
        return last if last in kindred else None

    def _told(self, span: Span, head: int) -> list[Fact]:
        """What the report has said, up to a description, of those whom its noun and all its words fit."""
        p, noun = span.passage, span.passage.lower[head]
        kinds = kinds_of(p.lower[span.first : head + 1])
        if not kinds and noun not in person_nouns() and _is_no_speaker(noun) and not noun.endswith(AGENTS):
            return []
        wanted, bodies = wanted_of(span, head, self._named, self._text)
        once = PAST.isdisjoint(modifiers(span, head, self._text))
        before = (f for f in self._facts if f.start < span.start and not (once and PAST & f.words))
        called = (f for f in before if f.noun == noun or are_kindred(noun, kinds, f))
        return [
            f
            for f in called
            if says(f, wanted, self._facts) and bodies <= f.bodies and can_be(self._named, self._text, f.actor, noun)
        ]

    def varies(self, span: Span, head: int, last: str | None) -> str | None:
        """Whoever spoke `last`, where the description only adds to what is known: "the retired general"."""
        p = span.passage
        varies = self._adds_more(span, head) or p.lower[head] in cue_words("stands_for") or is_of_life(span, head)
        varies = varies or any(self._lives_by(last, " ".join(p.lower[k : head + 1])) for k in (head, head - 1))
        known = self._named.by_name(last)
        varies = varies or (known is not None and self._tells_nation(span, head, known))
        new = re.compile(
            rf"(?:\b(?:an?|another|one|his|her|their|whose)|['’]s) (?:[\w-]+ ){{0,3}}{re.escape(p.lower[head])}\b",
            re.IGNORECASE,
        )
        if not varies or known is None or known.kind != "person" or new.search(self._text, 0, span.start):
            return None
        return known.id if is_single(span, head) and can_be(self._named, self._text, known.id, p.lower[head]) else None

    def _tells_nation(self, span: Span, head: int, known: Actor) -> bool:
        """Whether of what a description says only the country is new: "the Swedish diplomat", not "president"."""
        told = modifiers(span, head, self._text)
        country = country_of(told[0].capitalize()) if len(told) == 1 else None
        callings = kinds_of([span.passage.lower[head]]) - OFFICES
        return country is not None and known.country in (None, country) and bool(callings)

    def _lives_by(self, actor: str | None, noun: str) -> bool:
        """Whether a noun for what people do for a living can tell something new of somebody: of no office-holder.

        "The professor" and other callings only of those of whom no calling is told, or who lead people of theirs.
        """
        known = self._named.by_name(actor)
        own = [f for f in self._facts if f.actor == actor and f.noun not in DEGREES]
        told = any(not f.kinds.isdisjoint(kinds_of([noun])) or f"{noun}s" in f.words for f in own)
        new = not known.offices if known is not None else False
        if noun in cue_words("calling"):
            return told or (new and not any(f.kinds for f in own))
        return noun in cue_words("livelihood") and (told or new)

    def of_country(self, span: Span, head: int) -> str | None:
        """Who is "the Swede": the one person whom the report has called Swedish."""
        p = span.passage
        country = country_of(p.words[head]) if head == span.first + 1 and head + 1 == span.last else None
        if country is None or p.lower[span.first] != "the":
            return None
        told = (f for f in self._facts if f.start < span.start and self._is_person(f.actor))
        of = {f.actor for f in told if any(country_of(word.capitalize()) == country for word in f.words)}
        return of.pop() if len(of) == 1 else None

    def _is_person(self, actor: str) -> bool:
        known = self._named.by_name(actor)
        return known is not None and known.kind == "person"

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
        if kinds_of(p.lower[span.first : head + 1]).isdisjoint(BUSINESS) or not is_single(span, head):
            return None
        if any(_names_another(p, k) or p.lower[k] == "'s" for k in range(span.first + 1, head)):
            return None  # "the pit's owner"
        before, inside = self._named.within(0, span.start), {m.actor for m in self._named.within(span.start, span.end)}
        so_far = list(dict.fromkeys(m.actor for m in before if m.actor not in inside and self._is_company(m.actor)))
        opens = self._named.within(f.content[0].start, f.content[0].start + 1)
        low = next(p.starts[low] for low, high in p.sentences if low <= span.first < high)
        here = reversed(self._named.within(low, span.start))
        about = [m.actor for m in (*opens, *here) if m.actor in so_far and m.form == "name"]
        if about:
            return about[0]
        alone = so_far[0] if len(so_far) == 1 and self._is_central(so_far[0], span) else None
        return alone or (last if last in so_far else None)

    def _adds_more(self, span: Span, head: int) -> bool:
        return any(map(adds, modifiers(span, head, self._text)))

    def _is_central(self, actor: str, span: Span) -> bool:
        """Whether a body is named in the sentence of a description or more than once in the report."""
        p = span.passage
        low = next(low for low, high in p.sentences if low <= span.first < high)
        times = [m.start for m in self._named.within(0, len(self._text)) if m.actor == actor and m.form == "name"]
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


def may_stand_for(span: Span) -> bool:
    """Whether words can stand for a name: with "the", or in a headline, which leaves it out ("union says")."""
    p = span.passage
    return p.lower[span.first] == "the" or (p.role == "headline" and p.tags[span.first] in ("NOUN", "ADJ"))


def _names_another(p: Passage, k: int) -> bool:
    """Whether a word before "company" is a name that says which one; a country, or "Lima-based", only tells where."""
    based = p.is_hyphen(k + 1) and p.lower[k + 2 : k + 3] == ["based"]
    return p.tags[k] == "PROPN" and not based and country_of(p.words[k]) is None


def _is_no_speaker(noun: str) -> bool:
    known = unnamed_speakers().get(noun)
    return known is None or known.kind == "other"


def _is_of_town(word: str) -> bool:
    """Whether a noun says which town or region somebody is of: "Yorkshireman", "Londoner"."""
    place = next((word.removesuffix(end) for end in ("woman", "man", "er") if word.endswith(end)), "")
    return word[0].isupper() and bool(spots(place))


def is_of_life(span: Span, head: int) -> bool:
    """Whether a description only tells somebody's country or children: "the Norwegian", "the father of two"."""
    p = span.passage
    if head == span.first + 1 and (head + 1 == span.last or p.words[head + 1] == ","):
        return country_of(p.words[head]) is not None or _is_of_town(p.words[head])
    parent = "parent" in kinds_of([p.lower[head]]) and p.lower[head + 1 : head + 2] == ["of"]
    return parent and head + 3 == span.last and p.tags[head + 2] == "NUM"
