"""Gathers the claims of a record into assertions, so that words that several steps found count once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from twosource.findings.assertions import Assertion, Names, marks_of, quoted_words, speaker_of
from twosource.model import Claim, Event, Place, Quantity, Quote, Record, Selector, Time

Span = tuple[int, int]
WHOLE = 25
"""Characters from which quoted words are a clause of their own."""
Told = TypeVar("Told", Time, Quantity)


@dataclass(slots=True)
class Cell:
    """A clause, or several that one quotation covers, with the claims over it."""

    at: Selector
    sentence: int
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sources:
    """The parts of a record by id, and what is named where in it."""

    names: Names
    named: frozenset[str | None]
    quotes: dict[str, Quote]
    events: dict[str, Event]
    quantities: dict[str, list[Quantity]]
    times: dict[str, list[Time]]
    places: dict[str, list[tuple[int, int, Place]]]
    texts: dict[str, str]

    @classmethod
    def of(cls, record: Record) -> Sources:
        """The parts of `record`."""
        return cls(
            names=Names(record),
            named=frozenset(a.id for a in record.actors if a.named),
            quotes={q.id: q for q in record.quotes},
            events={e.id: e for e in record.events},
            quantities=_by_page(record.quantities),
            times=_by_page(record.times),
            places=_mentions(record.places),
            texts={p.id: p.text for p in record.pages},
        )


def gather(record: Record) -> list[Assertion]:
    """The assertions of the record by article, in the order of their text."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        by_article[claim.article].append(claim)
    sources = Sources.of(record)
    return [_assertion(cell, sources) for a in record.articles for cell in _cells(by_article[a.id])]


def _cells(claims: Sequence[Claim]) -> list[Cell]:
    """Clauses of one article with their claims; a quotation stands for the clauses it covers most of."""
    at = {(c.selector.start, c.selector.end): c.selector for c in claims}
    sentences, leaves = _layers({span for c in claims if c.kind == "text" and (span := _span(c))})
    quotes = _apart({_span(c) for c in claims if c.kind == "quote"})
    told = {q: {leaf for leaf in _under(leaves, q) if _stands_for(q, leaf)} for q in quotes}
    replaced = {leaf for held in told.values() for leaf in held}
    spans = sorted({leaf for leaf in leaves if leaf not in replaced} | {q for q in quotes if told[q] or not leaves})
    starts = [s for s, _ in sentences]
    cells = [Cell(at[span], bisect_right(starts, span[0]) - 1) for span in spans]
    for claim in sorted(claims, key=lambda c: (c.selector.start, c.selector.end, c.id)):
        near = [(_shared(spans[i], _span(claim)), -i) for i in _indices(spans, _span(claim))]
        if near and max(near)[0] > 0:
            cells[-max(near)[1]].claims.append(claim)
    return [cell for cell in cells if cell.claims]


def _stands_for(quote: Span, leaf: Span) -> bool:
    """Whether the quotation is what the clause asserts: most of it, or a whole clause in it beside "he said"."""
    shared = _shared(leaf, quote)
    return 2 * shared >= leaf[1] - leaf[0] or shared == quote[1] - quote[0] >= WHOLE


def _layers(spans: set[Span]) -> tuple[list[Span], list[Span]]:
    """Sentences (spans inside no other) and clauses (spans that hold no other), in order."""
    sentences: list[Span] = []
    leaves: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if sentences and span[1] <= sentences[-1][1]:
            if leaves[-1] == sentences[-1]:
                leaves.pop()
            leaves.append(span)
        else:
            sentences.append(span)
            leaves.append(span)
    return sentences, leaves


def _apart(spans: set[Span]) -> list[Span]:
    """The spans that overlap no earlier one: of a quotation within a quotation the outer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _under(spans: list[Span], span: Span) -> list[Span]:
    """Those of the ordered, disjoint `spans` that share characters with `span`."""
    return [spans[i] for i in _indices(spans, span) if _shared(spans[i], span) > 0]


def _indices(spans: list[Span], span: Span) -> range:
    """Where in the ordered `spans` those that may overlap `span` stand."""
    first = max(0, bisect_right(spans, (span[0], 1 << 60)) - 1)
    return range(first, bisect_left(spans, (span[1], -1)))


def _shared(a: Span, b: Span) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _span(claim: Claim) -> Span:
    return claim.selector.start, claim.selector.end


def _assertion(cell: Cell, sources: Sources) -> Assertion:
    at = cell.at
    quotes = [sources.quotes[c.ref] for c in cell.claims if c.kind == "quote" and c.ref in sources.quotes]
    refs = {c.ref for c in cell.claims if c.ref}
    speaker = speaker_of(cell.claims)
    times = _inside(sources.times.get(at.page, []), at)
    counts = _inside(sources.quantities.get(at.page, []), at)
    return Assertion(
        claims=tuple(cell.claims),
        at=at,
        marks=marks_of(at, sources.names),
        quoted=quoted_words(at, _before(sources.texts.get(at.page, ""), at.start)),
        speaker=speaker,
        by_name=speaker in sources.named,
        denied=any(q.polarity == "denied" for q in quotes),
        events=tuple(sources.events[r] for r in sorted(refs & sources.events.keys())),
        quantities=tuple(q for q in counts if not any(t.selector.overlaps(q.selector) for t in times)),
        times=times,
        places=_named(sources.places.get(at.page, []), at),
        sentence=cell.sentence,
    )


def _before(text: str, start: int) -> str:
    """The text of the line before `start`, 400 characters at most."""
    return text[max(text.rfind("\n", 0, start) + 1, start - 400) : start]


def _inside(found: list[Told], at: Selector) -> tuple[Told, ...]:
    """Those of the ordered `found` that lie inside `at`."""
    first = bisect_left(found, at.start, key=lambda x: x.selector.start)
    last = bisect_left(found, at.end, key=lambda x: x.selector.start)
    return tuple(x for x in found[first:last] if x.selector.end <= at.end)


def _mentions(places: Sequence[Place]) -> dict[str, list[tuple[int, int, Place]]]:
    """By page, where each place is named, in the order of the text."""
    pages: dict[str, list[tuple[int, int, Place]]] = defaultdict(list)
    for place in places:
        for at in place.mentions:
            pages[at.page].append((at.start, at.end, place))
    for mentions in pages.values():
        mentions.sort(key=lambda m: (m[0], m[1], m[2].id))
    return pages


def _named(mentions: list[tuple[int, int, Place]], at: Selector) -> tuple[Place, ...]:
    """The places named inside `at`, each once."""
    first = bisect_left(mentions, at.start, key=lambda m: m[0])
    last = bisect_left(mentions, at.end, key=lambda m: m[0])
    return tuple({p.id: p for _, end, p in mentions[first:last] if end <= at.end}.values())


def _by_page(found: Sequence[Told]) -> dict[str, list[Told]]:
    """What stands on each page, in the order of the text."""
    pages: dict[str, list[Told]] = defaultdict(list)
    for each in sorted(found, key=lambda x: (x.selector, x.id)):
        pages[each.selector.page].append(each)
    return pages
