"""When, where and how many: the time, the place, the quantities and the context of an event's clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from twosource.events.clauses import Clauses
from twosource.events.lookup import Found, Lookup
from twosource.model import EventPlace, EventTime, Place, Selector, Time
from twosource.vocab.events import event_contexts

_PLACE_WORDS = frozenset(
    {"in", "at", "near", "outside", "around", "inside", "across", "throughout", "over", "into", "to", "on",
     "within", "beyond", "along", "through", "from", "toward", "towards", "off", "of"}
)  # fmt: skip
_POSSESSIVES = frozenset({"'s", "'"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
_LANDS_ON = frozenset({"ASSAULT", "CONSULT", "COERCE"})
"""Types whose object can be the place of the event ("shelled the town", "visited Lima")."""

_MAX_CONTEXTS = 2
_PRECISION = {4: "year", 7: "month", 10: "day"}


class Stretch(NamedTuple):
    """A stretch of the page, in code points."""

    start: int
    end: int


def time_of(lookup: Lookup, clauses: Clauses, clause: Stretch, anchor: Selector) -> EventTime | None:
    """The dated time nearest to the anchor in its clause, else the only one in its sentence.

    A time that only describes another noun ("last year's vote", "the 2016 vote") is none of the event.
    """
    near = [f for f in _dated(lookup, clause) if not _describes(clauses, f.selector, anchor)]
    if near:
        return _event_time(min(near, key=lambda f: _distance(f.selector, anchor)).record)
    tokens = clauses.sentence.tokens
    wide = _dated(lookup, Stretch(tokens[0].start, tokens[-1].end))
    only = len(wide) == 1 and not _describes(clauses, wide[0].selector, anchor)
    return _event_time(wide[0].record) if only else None


def _describes(clauses: Clauses, time: Selector, anchor: Selector) -> bool:
    """Whether a time stands before a noun that it describes and that does not name the event."""
    starts = [t.start for t in clauses.sentence.tokens]
    first, after = bisect_left(starts, time.start), bisect_left(starts, time.end)
    if after >= len(starts):
        return False
    owns = clauses.words[after] in _POSSESSIVES
    after += owns
    owned = first > 0 and (clauses.tags[first - 1] in ("DET", "PART") or clauses.words[first - 1] in _OWNERS)
    if not owns and not (owned and after < len(starts) and clauses.tags[after] in ("NOUN", "PROPN", "ADJ")):
        return False
    phrase = clauses.phrase_starting(after)
    return phrase is None or not starts[after] <= anchor.start < clauses.sentence.tokens[phrase.end - 1].end


def _dated(lookup: Lookup, stretch: Stretch) -> list[Found[Time]]:
    found = lookup.times.within(stretch.start, stretch.end)
    return [f for f in found if f.record.earliest or f.record.latest]


def _event_time(time: Time) -> EventTime:
    value = time.timex.value
    precision = "week" if "W" in value else _PRECISION.get(len(value), "day" if "T" in value else "period")
    return EventTime(earliest=time.earliest, latest=time.latest, precision=precision, selector=time.selector)


def _distance(words: Selector, anchor: Selector) -> int:
    return max(words.start - anchor.end, anchor.start - words.end, 0)


def place_of(lookup: Lookup, clauses: Clauses, clause: Stretch, anchor: Selector, event_type: str) -> EventPlace | None:
    """The place nearest to the anchor in its clause that a preposition brings in, else one that it lands on."""
    found = [f for f in lookup.places.within(clause.start, clause.end) if _placed(clauses, f.selector)]
    if not found and event_type in _LANDS_ON:
        found = [f for f in lookup.places.within(anchor.end, clause.end) if f.selector.start - anchor.end <= 5]
    if not found:
        return None
    best = min(found, key=lambda f: _rank(f, anchor))
    return EventPlace(place=best.record.id, precision=best.record.precision, selector=best.selector)


def _rank(found: Found[Place], anchor: Selector) -> tuple[bool, int, int]:
    """What follows the anchor before what precedes it, then the nearest."""
    return found.selector.start < anchor.start, _distance(found.selector, anchor), found.selector.start


def _placed(clauses: Clauses, words: Selector) -> bool:
    """Whether a preposition of place stands before, an article or "the city of" and the like between."""
    tokens = clauses.sentence.tokens
    i = next((i for i, t in enumerate(tokens) if t.start >= words.start), 0) - 1
    while i > 0 and clauses.tags[i] in ("DET", "ADJ", "NOUN", "PROPN") and clauses.words[i] not in _PLACE_WORDS:
        i -= 1
    after = next((j for j, t in enumerate(tokens) if t.start >= words.end), len(tokens))
    owned = after < len(tokens) and clauses.words[after] in ("'s", "’s")
    return i >= 0 and clauses.words[i] in _PLACE_WORDS and not owned


def quantities_of(lookup: Lookup, clause: Stretch) -> tuple[str, ...]:
    """The ids of the quantities in the clause."""
    return tuple(f.record.id for f in lookup.quantities.within(clause.start, clause.end))


def contexts_of(own: str, lemmas: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """The context that the row names, then those that words of the clause tell, at most two."""
    table = event_contexts()
    found = [own] if own else []
    if table.keys().isdisjoint(lemmas) and table.keys().isdisjoint(words):
        return tuple(found)
    for lemma, word in zip(lemmas, words, strict=True):
        context = table.get(lemma) or table.get(word)
        if context and context not in found:
            found.append(context)
    return tuple(found[:_MAX_CONTEXTS])
