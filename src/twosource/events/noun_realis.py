"""Whether an event that a noun names is told as a fact: by its own words, what brings it in, and its light verb."""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.events.governing import noun_governor
from twosource.events.light import LightUse
from twosource.events.matching import Match
from twosource.events.realis import PLAIN, SETTLED, Ruling, asked, of_finite, of_verb, opened_by
from twosource.vocab.events import event_types, realis_cues

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
_JOURNEYS = frozenset({"come", "fly", "go", "head", "leave", "return", "travel"})
_SPANS = frozenset({"hour", "day", "week", "month", "year"})
_NEAR = 5
"""Words after a noun within which "in its ninth day" belongs to it."""

_FIXING = frozenset({"scheduled", "slated", "planned", "due", "set", "pencilled", "expected", "timed"})
"""Participles and adjectives that tell of a noun that it is to come."""

_LONG = frozenset({"week", "month", "year", "decade"})
_QUOTES = frozenset({'"', "“", "”"})


def of_noun(clauses: Clauses, k: int, match: Match, light: LightUse | None) -> Ruling:
    """What the words around a noun say: before it, in its phrase, and the light verb that carries it."""
    return (
        _modified(clauses, match)
        or _introduced(clauses, match)
        or _travelled_to(clauses, match)
        or _days_long(clauses, match)
        or _fixed(clauses, match)
        or (_carried(clauses, light) if light else _lasting(clauses, match))
        or _governed_noun(clauses, k, match)
        or _undone(clauses, match)
        or (opened_by(clauses, k) if not _definite(clauses, match) else None)
        or (Ruling("hypothetical", "?") if asked(clauses, k) and not _definite(clauses, match) else None)
        or PLAIN
    )


def made_by_another(clauses: Clauses, match: Match) -> bool:
    """Whether words were spoken already, and by somebody else than who weighs or rejects them ("an appeal by X")."""
    event_type = event_types()[match.row.type]
    spoken = event_type.content or event_type.quad == "verbal conflict"
    return spoken and clauses.words[match.last + 1 : match.last + 2] == ("by",)


def _modified(clauses: Clauses, match: Match) -> Ruling | None:
    table = realis_cues("modifier")
    for i in range(match.first - 1, clauses.phrase_start(match.first) - 1, -1):
        realis = table.get(clauses.words[i])
        if realis:
            return Ruling(realis, clauses.words[i])
    return None


def _introduced(clauses: Clauses, match: Match) -> Ruling | None:
    at = clauses.phrase_start(match.first)
    table = realis_cues("before")
    said = [word for word in clauses.words[max(0, at - 4) : at] if word not in _QUOTES]
    for length in (2, 1):
        words = " ".join(said[-length:])
        if words in table and not (words == "into" and not _durative(clauses, at)):
            return Ruling(table[words], words)
    far = noun_governor(clauses, match.head)
    return Ruling(table[far], far) if far in table else None


def _travelled_to(clauses: Clauses, match: Match) -> Ruling | None:
    """What the journey says that leads there: "due to fly to a summit" is a summit to come."""
    at = clauses.phrase_start(match.first) - 1
    if at < 1 or clauses.words[at] not in ("to", "for"):
        return None
    k = next((k for k, group in enumerate(clauses.groups) if group.head == at - 1), -1)
    if k < 0 or clauses.lemmas[at - 1] not in _JOURNEYS:
        return None
    own = of_verb(clauses, k)
    return own if own.realis in ("planned", "hypothetical") else None


def _days_long(clauses: Clauses, match: Match) -> Ruling | None:
    """What is "now in its ninth day" goes on."""
    for i in range(match.last + 1, min(match.last + _NEAR, len(clauses.words) - 3)):
        said = clauses.words[i : i + 3]
        if said[0] == "in" and said[1] in ("its", "their") and _ordinal(said[2]) and clauses.lemmas[i + 3] in _SPANS:
            return Ruling("ongoing", " ".join(said))
    return None


def _fixed(clauses: Clauses, match: Match) -> Ruling | None:
    """What a bare participle after the noun says of it ("a summit due to end it", "the vote, set for Sunday")."""
    i = match.last + 1
    while i < len(clauses.words) and i <= match.last + _NEAR and _aside(clauses, i):
        i += 1
    fixing = clauses.words[i : i + 1] != () and clauses.words[i] in _FIXING
    told = fixing and clauses.words[i + 1 : i + 2] in (("to",), ("for",), ("on",), ("in",))
    return Ruling("planned", clauses.words[i]) if told else None


def _aside(clauses: Clauses, i: int) -> bool:
    """Whether the word at `i` may stand between a noun and what fixes it: a comma, "in Doha", a time."""
    return clauses.words[i] in (",", "in", "at") or i in clauses.outside or clauses.tags[i] == "PROPN"


def _ordinal(word: str) -> bool:
    """Whether a word counts days: "in its third week", but not "in its early hours"."""
    return word in ("first", "second", "third") or word.endswith("th") or word[0].isdecimal()


def _lasting(clauses: Clauses, match: Match) -> Ruling | None:
    """A conflict of weeks or more ("after two years of air strikes") goes on; talks of months may be over."""
    at = clauses.phrase_start(match.first) - 1
    if at < 1 or clauses.words[at] != "of" or "conflict" not in event_types()[match.row.type].quad:
        return None
    long = at - 1 in clauses.outside and clauses.lemmas[at - 1] in _LONG
    return Ruling("ongoing", f"{clauses.words[at - 1]} of") if long else None


def _undone(clauses: Clauses, match: Match) -> Ruling | None:
    """What a negated verb has for its object ("did not merit an inquiry"), if it is not told as known."""
    k = max((i for i, g in enumerate(clauses.groups) if g.head < match.first), default=-1)
    if k < 0 or _definite(clauses, match) or clauses.phrase_start(match.first) > clauses.groups[k].head + 2:
        return None
    own = of_finite(clauses, k, clauses.groups[k])
    return own if own.realis == "negated" else None


def _definite(clauses: Clauses, match: Match) -> bool:
    """Whether the noun is told as known ("the attack"): "if the attack was a mistake" does not doubt it."""
    return clauses.words[clauses.phrase_start(match.first)] in _DEFINITE


def _durative(clauses: Clauses, at: int) -> bool:
    """Whether "into" follows a length of time ("nine days into the siege")."""
    return at >= 2 and (at - 1 in clauses.outside or at - 2 in clauses.outside)


def _carried(clauses: Clauses, light: LightUse) -> Ruling:
    own = of_verb(clauses, light.group)
    if light.realis == "asserted":  # "the truce may not hold": it began
        return PLAIN
    if own.realis in SETTLED or light.realis is None:
        return own
    if own.realis == "planned" and light.realis == "ongoing":
        return own
    return Ruling(light.realis, clauses.words[clauses.groups[light.group].head])


def _governed_noun(clauses: Clauses, k: int, match: Match) -> Ruling | None:
    """What a copula after the noun says of it ("the talks are likely")."""
    if not clauses.groups:
        return None
    group = clauses.groups[k]
    if clauses.tags[group.head] == "AUX" and group.head > match.last:
        table = realis_cues("governor")
        for word in clauses.lemmas[group.head + 1 : group.head + 4]:
            if word in table:
                return Ruling(table[word], word)
    return None
