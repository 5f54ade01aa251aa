"""What a description asks of whom it means: its words, the bodies that it names, one person or body, man or woman."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.quotes.found import Span
from twosource.quotes.gender import is_woman, names_woman
from twosource.quotes.introduced import BODY_KINDS, Fact, kinds_of
from twosource.quotes.named import Named
from twosource.quotes.words import NOMINAL
from twosource.vocab.countries import country_of
from twosource.vocab.speech import cue_words, unnamed_speakers

BODIES = frozenset(("organization", "government"))
PEOPLE = frozenset(
    ("farmer", "doctor", "nurse", "teacher", "worker", "student", "driver", "pensioner", "fisher", "police", "lawyer",
     "judge", "journalist", "soldier", "trader", "builder", "villager", "rescuer", "athlete", "artist", "cleric")
)  # fmt: skip
"""Kinds of people who have leaders and associations."""
AGED = re.compile(r"\d{1,3}-year-old$|-born$|-based$")


def wanted_of(span: Span, head: int, named: Named, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a description that must be told of somebody, and the bodies that it names."""
    p = span.passage
    naming = [m for m in named.within(span.start, span.end) if m.form == "name"]
    taken = {k for m in naming for k in range(span.first, span.last) if m.start <= p.starts[k] < m.end}
    after = {p.lower[k] for k in range(head + 1, span.last) if p.tags[k] in NOMINAL and k not in taken}
    names = {p.lower[k] for k in taken}
    before = {w for w in modifiers(span, head, text) if not adds(w) and w not in names}
    nation = {w for w in before if country_of(w.capitalize()) is not None}
    return frozenset(before - nation | after), frozenset(m.actor for m in naming)


def says(fact: Fact, wanted: frozenset[str], all_: Sequence[Fact]) -> bool:
    """Whether a fact has all these words, or a body of the same kind: "the | union | leader" of a federation,
    or people of the same calling: "the | farmers' | leader" of a Growers' Alliance.
    """
    of = fact.words.union(*(f.words for f in all_ if f.actor in fact.bodies))
    told = frozenset(kind for word in of for kind in _kinds(word))
    return all(word in fact.words or not told.isdisjoint(_kinds(word)) for word in wanted)


def _kinds(word: str) -> frozenset[str]:
    """The kinds of those or of the body that a word before a noun is about: "the | farmers' | leader"."""
    bare = word.removesuffix("'s").rstrip("'")
    people = kinds_of([bare.removesuffix("s")]) & PEOPLE if bare.endswith("s") else frozenset()
    return people | (kinds_of([bare]) & BODY_KINDS)


def can_be(named: Named, text: str, actor: str, noun: str) -> bool:
    """Whether an actor with a name can be called by a noun: no man "the spokeswoman", no full name "the company"."""
    known, means = named.by_name(actor), unnamed_speakers().get(noun)
    if known is None:
        return False
    if known.kind == "person" and " " in known.name and means is not None and means.kind in BODIES:
        return False
    woman = names_woman(noun)
    return woman is None or known.kind != "person" or is_woman(known, text) in (None, woman)


def is_single(span: Span, head: int) -> bool:
    """Whether a description is of one person or body."""
    noun = unnamed_speakers().get(span.passage.lower[head])
    return (noun is None or not noun.plural) and span.passage.tags[head] in ("NOUN", "ADJ", "PROPN")


def modifiers(span: Span, head: int, text: str) -> list[str]:
    """The words between an article or "its" and its noun in small letters, with the hyphens in them."""
    words = text[span.start : span.passage.starts[head]].lower().replace("’", "'").split()
    return words[words[:1] != [] and words[0] in ("the", "a", "an", "its") :]


def adds(word: str) -> bool:
    """Whether a word of a description only adds to who is known: "outgoing", "58-year-old"."""
    return word in cue_words("adds") or AGED.search(word) is not None
