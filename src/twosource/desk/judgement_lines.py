"""Judgements from desk to desk: a line of JSON each, checked before any is taken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite

from twosource.codec import decode, dump
from twosource.desk.judged import history_of
from twosource.desk.judging import LONGEST_NAME, LONGEST_REASON, add_entries
from twosource.errors import InputError
from twosource.formats.words import plural
from twosource.judgements.dates import span_of
from twosource.model import Judgement, Place, Selector, Span
from twosource.stores.base import Store, View

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
AHEAD = timedelta(days=1)
"""How far another desk's clock may be ahead: new entries are later than all that are kept."""
WANTED = "give what `twosource desk judgements DIR -o FILE.jsonl` wrote"


def lines(view: View) -> Iterator[str]:
    """All entries of a desk, a line of JSON each, in the order of the history."""
    return (f"{dump(entry)}\n" for entry in history_of(view).entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of entries from another desk."""

    new: int
    known: int

    def __str__(self) -> str:
        return f"{plural(self.new, 'new entry', 'new entries')}, {self.known} known already"


def take(store: Store, given: Iterable[str]) -> Taken:
    """Adds the entries in lines that `lines` wrote; those that are here already change nothing.

    Raises InputError, which names the line, before anything is added.
    """
    entries = [_entry(number, line) for number, line in enumerate(given, 1) if line.strip()]
    new = add_entries(store, entries)
    return Taken(new=new, known=len(entries) - new)


def _entry(number: int, line: str) -> Judgement:
    try:
        entry = decode(Judgement, json.loads(line), "judgement")
    except (ValueError, RecursionError) as error:
        raise InputError(f"line {number}: no JSON: {WANTED}") from error
    except InputError as error:
        raise InputError(f"line {number}: {error}: {WANTED}") from error
    reason = next(_wrong(entry), None)
    if reason:
        raise InputError(f"line {number}: {reason}: {WANTED}")
    return entry


def _wrong(entry: Judgement) -> Iterator[str]:
    """What no desk can have written."""
    if not _is_time(entry.at):
        yield f"{entry.at[:40]!r} is no time of the past as 2031-05-05T08:00:00.000000Z"
    if not entry.who.strip() or len(entry.who) > LONGEST_NAME or len(entry.why) > LONGEST_REASON:
        yield "who decided is not told, or this or the reason is too long"
    if not all(map(_is_passage, (*entry.passages, *entry.ruling.passages))):
        yield "a passage is not as long as its words"
    if entry.ruling.span and not _is_span(entry.ruling.span):
        yield "a day is not as 2031-05-05"
    if entry.ruling.place and not _is_place(entry.ruling.place):
        yield "a place is not on the map"


def _is_time(at: str) -> bool:
    try:
        return bool(TIME.fullmatch(at)) and datetime.fromisoformat(at) <= datetime.now(UTC) + AHEAD
    except ValueError:
        return False


def _is_passage(passage: Selector) -> bool:
    return 0 <= passage.start < passage.end and passage.end - passage.start == len(passage.exact)


def _is_span(span: Span) -> bool:
    return all(day is None or (len(day) == len("2031-05-05") and span_of(day)) for day in (span.earliest, span.latest))


def _is_place(place: Place) -> bool:
    known = (place.lat, place.lon)
    return known == (None, None) or all(x is not None and isfinite(x) and abs(x) <= 180 for x in known)
