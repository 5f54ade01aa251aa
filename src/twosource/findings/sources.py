"""The parts of a record by id and by page, as assertions are gathered from them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from twosource.findings.cells import Span, apart, range_of
from twosource.findings.doers import name_words
from twosource.findings.marks import Names
from twosource.findings.stances import Sides
from twosource.model import Article, Event, Place, Quantity, Quote, Record, Selector, Time

Mention = tuple[int, int, Place]
"""Where a place is named."""
Told = TypeVar("Told", Time, Quantity)


@dataclass(frozen=True, slots=True)
class Sources:
    """The parts of a record by id, and what is named where in it."""

    names: Names
    sides: Sides
    articles: dict[str, Article]
    named: frozenset[str | None]
    persons: dict[str | None, frozenset[str]]
    quotes: dict[str, Quote]
    events: dict[str, Event]
    quantities: dict[str, list[Quantity]]
    times: dict[str, list[Time]]
    places: dict[str, list[Mention]]
    texts: dict[str, str]
    cues: dict[str, list[tuple[int, int]]]
    vectors: dict[tuple[str, int, int], bytes]

    @classmethod
    def of(cls, record: Record) -> Sources:
        """The parts of `record`."""
        names = Names(record)
        return cls(
            names=names,
            sides=Sides(record, names),
            articles={a.id: a for a in record.articles},
            cues=_by_page_of_quotes(record.quotes),
            named=frozenset(a.id for a in record.actors if a.named),
            persons={a.id: name_words(a) for a in record.actors if a.named and a.kind == "person"},
            quotes={q.id: q for q in record.quotes},
            events={e.id: e for e in record.events},
            quantities=_by_page(record.quantities),
            times=_by_page(record.times),
            places=_mentions(record.places),
            texts={p.id: p.text for p in record.pages},
            vectors={(c.selector.page, *range_of(c.selector)): c.vector for c in record.claims if c.vector},
        )


def inside(found: list[Told], at: Selector) -> tuple[Told, ...]:
    """Those of the ordered `found` that lie inside `at`."""
    first = bisect_left(found, at.start, key=lambda x: x.selector.start)
    last = bisect_left(found, at.end, key=lambda x: x.selector.start)
    return tuple(x for x in found[first:last] if x.selector.end <= at.end)


def places_in(mentions: list[Mention], at: Selector) -> tuple[Place, ...]:
    """The places named inside `at`, each once."""
    return tuple({p.id: p for _, _, p in _within(mentions, at)}.values())


def towns_in(mentions: list[Mention], at: Selector) -> tuple[tuple[Place, Selector], ...]:
    """The towns named inside `at`, and on which words."""
    found = [(p, s, e) for s, e, p in _within(mentions, at) if p.precision == "town"]
    return tuple(
        (p, Selector(page=at.page, start=s, end=e, exact=at.exact[s - at.start : e - at.start])) for p, s, e in found
    )


def _within(mentions: list[Mention], at: Selector) -> list[Mention]:
    first = bisect_left(mentions, at.start, key=lambda m: m[0])
    last = bisect_left(mentions, at.end, key=lambda m: m[0])
    return [m for m in mentions[first:last] if m[1] <= at.end]


def _mentions(places: Sequence[Place]) -> dict[str, list[Mention]]:
    """By page, where each place is named, in the order of the text."""
    pages: dict[str, list[Mention]] = defaultdict(list)
    for place in places:
        for at in place.mentions:
            pages[at.page].append((at.start, at.end, place))
    for mentions in pages.values():
        mentions.sort(key=lambda m: (m[0], m[1], m[2].id))
    return pages


def _by_page(found: Sequence[Told]) -> dict[str, list[Told]]:
    """What stands on each page, in the order of the text."""
    pages: dict[str, list[Told]] = defaultdict(list)
    for each in sorted(found, key=lambda x: (x.selector, x.id)):
        pages[each.selector.page].append(each)
    return pages


def _by_page_of_quotes(quotes: Sequence[Quote]) -> dict[str, list[tuple[int, int]]]:
    """By page, where speakers are named and said to speak, in the order of the text, apart from one another."""
    pages: dict[str, set[Span]] = defaultdict(set)
    for quote in quotes:
        for at in (quote.speaker_selector, quote.cue):
            if at:
                pages[at.page].add(range_of(at))
    return {page: apart(spans) for page, spans in pages.items()}
