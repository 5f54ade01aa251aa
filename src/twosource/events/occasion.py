"""When, where and how many: the time, the place, the quantities and the context of an event's clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from twosource.events.attached import Attached, attached, verbs_between
from twosource.events.clauses import Clauses
from twosource.events.lookup import Found, Lookup
from twosource.model import EventPlace, EventTime, Party, Place, Selector, Time
from twosource.vocab.events import event_types

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


class Words(NamedTuple):
    """The words of an event: its anchor, the indices of its heads, its clause, its type, and those who take part."""

    anchor: Selector
    heads: frozenset[int]
    clause: Stretch
    type: str
    parties: tuple[Party, ...] = ()


def time_of(lookup: Lookup, clauses: Clauses, words: Words) -> EventTime | None:
    """The dated time that hangs on the event, else the nearest in its clause, else the only one in its sentence.

    A time that only describes another noun ("last year's vote", "the 2016 vote") or hangs on another verb is none of
    the event.
    """
    tokens = clauses.sentence.tokens
    wide = _dated(lookup, Stretch(tokens[0].start, tokens[-1].end))
    if not wide:
        return None
    ties = {id(f): _tie(clauses, words, f.selector, person=False) for f in wide}
    able = [f for f in wide if ties[id(f)] != "other" and not _describes(clauses, f.selector, words.anchor)]
    goes_on = goes_on_from(clauses, words.clause.start)
    own = [f for f in wide if f.selector.end == goes_on] or [f for f in able if ties[id(f)] == "own"]
    near = own or [f for f in able if words.clause.start <= f.selector.start and f.selector.end <= words.clause.end]
    found = near or (able if len(wide) == 1 else ())
    if not found:
        return None
    nearest = min(
        found, key=lambda f: (_verbs_between(clauses, words, f.selector), _distance(f.selector, words.anchor))
    )
    return _event_time(nearest.record)


def goes_on_from(clauses: Clauses, start: int) -> int:
    """Where a time ends that the clause that starts there goes on from ("since August 2015, when six were killed").

    -1 where there is none; `start` and the answer are code points of the page.
    """
    at = bisect_left(clauses.starts, start)
    opens = next((i for i in (at, at + 1) if clauses.words[i : i + 1] == ("when",)), 0)
    if opens and clauses.words[opens - 1] == ",":
        opens -= 1
    return clauses.sentence.tokens[opens - 1].end if opens else -1


def _tie(clauses: Clauses, words: Words, selector: Selector, *, person: bool) -> Attached:
    """How a time or a place hangs on the event."""
    if not clauses.tree.known:
        return "open"
    top = _top(clauses, selector)
    return attached(clauses, words.heads, top, content=event_types()[words.type].content, person=person)


def _verbs_between(clauses: Clauses, words: Words, selector: Selector) -> int:
    return verbs_between(clauses, words.heads, _top(clauses, selector)) if clauses.tree.known else 0


def _top(clauses: Clauses, selector: Selector) -> int:
    """The word of a time or a place whose head stands outside."""
    own = clauses.stretch(selector)
    return next((i for i in own if clauses.tree.heads[i] not in own), own.start)


def _describes(clauses: Clauses, time: Selector, anchor: Selector) -> bool:
    """Whether a time stands before a noun that it describes and that does not name the event."""
    tokens = clauses.sentence.tokens
    first, after = bisect_left(clauses.starts, time.start), bisect_left(clauses.starts, time.end)
    if after >= len(tokens):
        return False
    owns = clauses.words[after] in _POSSESSIVES
    after += owns
    owned = first > 0 and (clauses.tags[first - 1] in ("DET", "PART") or clauses.words[first - 1] in _OWNERS)
    if not owns and not (owned and after < len(tokens) and clauses.tags[after] in ("NOUN", "PROPN", "ADJ")):
        return False
    phrase = clauses.phrase_starting(after)
    return phrase is None or not tokens[after].start <= anchor.start < tokens[phrase.end - 1].end


def _dated(lookup: Lookup, stretch: Stretch) -> list[Found[Time]]:
    found = lookup.times.within(stretch.start, stretch.end)
    return [f for f in found if f.record.earliest or f.record.latest]


def _event_time(time: Time) -> EventTime:
    value = time.timex.value
    precision = "week" if "W" in value else _PRECISION.get(len(value), "day" if "T" in value else "period")
    return EventTime(earliest=time.earliest, latest=time.latest, precision=precision, selector=time.selector)


def _distance(words: Selector, anchor: Selector) -> int:
    return max(words.start - anchor.end, anchor.start - words.end, 0)


def place_of(lookup: Lookup, clauses: Clauses, words: Words) -> EventPlace | None:
    """The place nearest to the anchor in its clause that a preposition brings in, else one that it lands on.

    A place that takes part ("sanctions on Belarus") or that only says who somebody is ("the envoy of Ghana") is none.
    """
    anchor, clause = words.anchor, words.clause
    found = [f for f in lookup.places.within(clause.start, clause.end) if _placed(clauses, f.selector)]
    if words.type not in _LANDS_ON:
        found = [f for f in found if not any(p.selector.overlaps(f.selector) for p in words.parties)]
    found = [f for f in found if _tie(clauses, words, f.selector, person=True) != "other"]
    if not found and words.type in _LANDS_ON:
        found = [f for f in lookup.places.within(anchor.end, clause.end) if f.selector.start - anchor.end <= 5]
    found = found or _in_phrase(lookup, clauses, words)
    if not found:
        return None
    best = min(found, key=lambda f: _rank(f, anchor))
    return EventPlace(place=best.record.id, precision=best.record.precision, selector=best.selector)


def _in_phrase(lookup: Lookup, clauses: Clauses, words: Words) -> list[Found[Place]]:
    """A town or a region before the noun that names the event ("the Kabul drone strike"); countries may act."""
    tokens = clauses.sentence.tokens
    head = max(words.heads)
    if clauses.tags[head] != "NOUN":
        return []
    first = clauses.phrase_start(head)
    found = lookup.places.within(tokens[first].start, tokens[head].start)
    return [f for f in found if f.record.precision != "country" and not _owned(clauses, f.selector)]


def _owned(clauses: Clauses, words: Selector) -> bool:
    after = bisect_left(clauses.starts, words.end)
    return clauses.words[after : after + 1] in (("'s",), ("'",))


def _rank(found: Found[Place], anchor: Selector) -> tuple[bool, int, int]:
    """What follows the anchor before what precedes it, then the nearest."""
    return found.selector.start < anchor.start, _distance(found.selector, anchor), found.selector.start


def _placed(clauses: Clauses, words: Selector) -> bool:
    """Whether a preposition of place stands before, an article or "the city of" and the like between."""
    i = bisect_left(clauses.starts, words.start) - 1
    while i > 0 and clauses.tags[i] in ("DET", "ADJ", "NOUN", "PROPN") and clauses.words[i] not in _PLACE_WORDS:
        i -= 1
    owned = _owned(clauses, words)
    return i >= 0 and clauses.words[i] in _PLACE_WORDS and not owned


def quantities_of(lookup: Lookup, clause: Stretch) -> tuple[str, ...]:
    """The ids of the quantities in the clause."""
    return tuple(f.record.id for f in lookup.quantities.within(clause.start, clause.end))


def contexts_of(own: str, told: Sequence[str]) -> tuple[str, ...]:
    """The context that the row names, then those `told` by words of the clause, at most two; some tell none."""
    found = dict.fromkeys(filter(None, (own, *told)))
    return tuple(found)[:_MAX_CONTEXTS]
