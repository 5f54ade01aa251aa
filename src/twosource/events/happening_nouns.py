"""What a noun of occurrences needs: that it tells of one happening, of people, of nothing done by force."""

from __future__ import annotations

from collections.abc import Callable

from twosource.events.arguments import objects
from twosource.events.befallen import INTANGIBLE, OPENING, habitual, is_a, is_mortal
from twosource.events.clauses import Clauses
from twosource.events.doers import counted
from twosource.events.known import POSSESSIVES
from twosource.events.light import find_light
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import kind_of
from twosource.events.words import Phrase
from twosource.vocab.events import Phrase as Row

_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_AFTER = frozenset({"after", "following", "amid", "since"})
_WHERE = frozenset({"in", "at", "on", "near", "off", "across", "outside", "along", "around", "aboard", "that", "which"})
_NUMBERS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_COPULA = frozenset({"cop"})

_CUTS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_DAY_REACH = 8
"""Words after a noun in which its day begins ("the funeral of the former mayor of Ostrava on Friday")."""

NounCheck = Callable[[Clauses, Lookup, int, Row], bool]
"""Whether what a noun's row needs is there, for the last word that matches."""


def fresh(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a noun tells of one happening: "a flood", "the quake", "floods in Chad"; "floods do harm" is general."""
    if clauses.tree.dependents(last, _COPULA):  # "it was an accident"
        return False
    first = clauses.phrase_start(last + 1 - len(row.words))
    weathered = clauses.lemmas[first - 1 : first] == ("weather",)
    if weathered or (clauses.groups and habitual(clauses, clauses.clause_at(last))):
        return False
    opening = clauses.words[first]
    if opening in _OWNERS:  # "he aimed his fire at"
        return False
    if opening in OPENING or opening in _KNOWN or "NUM" in clauses.tags[first : last + 1]:
        return True
    before, after = clauses.words[first - 1 : first], clauses.words[last + 1 : last + 2]
    told = not _AFTER.isdisjoint(before) or not _WHERE.isdisjoint(after)
    return told or find_light(clauses, Match(last + 1 - len(row.words), last, last, row)) is not None


def tallied(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a number stands before the noun ("14 deaths", "dozens of injuries"), not that of "Covid-19"."""
    first = clauses.phrase_start(last + 1 - len(row.words))
    counts = (i for i in range(first, last) if clauses.tags[i] == "NUM")
    before = clauses.lemmas[max(0, first - 2) : first]
    told = any(clauses.words[i - 1 : i] != ("-",) for i in counts)
    return told or (before[-1:] == ("of",) and before[0] in _NUMBERS)


def owned_by_mortal(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether the noun is of people: "the death of a diver", "her death", "Lund's death"."""
    at = last + 1 - len(row.words)
    first = clauses.phrase_start(at)
    if first < at and clauses.words[first] in ("his", "her", "their"):
        return True
    if "of" in clauses.words[last : last + 2]:
        return any(is_mortal(clauses, lookup, counted(clauses, p)) for p in _of(clauses, last))
    owner = next((i for i in range(first, at) if clauses.words[i] in POSSESSIVES), -1)
    return owner > first and is_mortal(clauses, lookup, Phrase(first, owner - 1, owner))


def calm(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether nothing tells of force or of a bomb: an explosion that nobody is said to have caused."""
    where = _of(clauses, last) if clauses.words[last + 1 : last + 2] == ("in",) else ()
    if any(kind_of(clauses, lookup, p.head) in INTANGIBLE for p in where):  # "an explosion in demand"
        return False
    own = range(last + 1 - len(row.words), last + 1)
    return all(i in own for name in ("munition", "force") for i in clauses.classed.get(name, ()))


def of_kind(*names: str) -> NounCheck:
    """Whether what follows "of" is of one of the classes `names` ("the collapse of a bridge")."""

    def check(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
        return any(is_a(clauses, counted(clauses, p), name) for p in _of(clauses, last) for name in names)

    return check


def none(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether it is told that there was none: "there were no casualties", "without injuries"."""
    first = clauses.phrase_start(last + 1 - len(row.words))
    return clauses.words[first] == "no" or clauses.words[first - 1 : first] == ("without",)


def coming(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a day that is still to come hangs on the noun ("the elections in October", of a report of June)."""
    for i in range(last + 1, min(last + 1 + _DAY_REACH, len(clauses.words))):
        if i in clauses.outside:
            found = lookup.times.at(clauses.sentence.tokens[i].start)
            day = found.record.earliest if found else None
            return bool(day and lookup.published and day > lookup.published)
        if clauses.tags[i] in _CUTS or clauses.words[i] == ",":
            return False
    return False


def _of(clauses: Clauses, last: int) -> tuple[Phrase, ...]:
    """What follows the noun that ends at `last`, or its "of"."""
    return objects(clauses, last + 1 if clauses.words[last] == "of" else last + 2)[:1]


NOUN_CHECKS: dict[str, NounCheck] = {
    "fresh": fresh,
    "tallied": tallied,
    "owned": owned_by_mortal,
    "calm": calm,
    "of-vehicle": of_kind("vehicle"),
    "of-works": of_kind("works"),
    "of-premises": of_kind("structure", "dwelling"),
    "coming": coming,
    "none": none,
}
"""What nouns need, by name."""
