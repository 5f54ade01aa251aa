"""Origins of a record: passages that belong to another origin, independence, and the origin of every claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from twosource.model import Claim, Origin, Record, Selector, content_id
from twosource.origins.agency import agency_links
from twosource.origins.align import JOIN, passages
from twosource.origins.candidates import Candidates, candidates
from twosource.origins.forest import Found, Link, compare, grow
from twosource.origins.independence import judge_independence
from twosource.origins.quotation import inside
from twosource.origins.reports import Reports, in_order

Span = tuple[int, int]
FEW = 12
"""Reports of which every pair is compared: 66 pairs take 20 ms."""
OWN_PART = 0.4
"""A story of which at least this part is its own words keeps its own origin for them (0.4: an agency text cut into a
longer piece, not one with a new first paragraph)."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """That a report holds passages of another origin; `rest` is the origin of its other words."""

    article: str
    origin: str
    rest: str
    passages: tuple[Selector, ...]


def find_origins(record: Record) -> Record:
    """The record with its origins, and with the origin of every claim."""
    if not record.articles:
        return record
    reports = in_order(record.pages, record.articles)
    found = compare(reports, _pairs(reports))
    by_credit = agency_links(reports, {link.child for link in found.links})
    grown, derivations = grow(reports, [*found.links, *by_credit])
    embedded = list(_embedded(reports, found, {d.article: d.origin for d in derivations}))
    origins = [*_with_passages(grown, embedded), *_own_origins(grown, embedded)]
    judged = judge_independence(origins, [*reports])
    return replace(record, origins=judged, claims=_claims(record.claims, origins, embedded))


def _pairs(reports: Reports) -> Candidates:
    """The pairs to compare: of few reports every one, as a paragraph may hold too few of the windows that are kept."""
    found = candidates(reports.sketches, furniture_too=True)
    if len(reports) > FEW:
        return found
    every = {j: [*dict.fromkeys([*found.earlier.get(j, ()), *range(j)])] for j in range(1, len(reports))}
    return Candidates(every, found.furniture)


def _embedded(reports: Reports, found: Found, origin_of: dict[str, str]) -> Iterator[Embedded]:
    """What each report holds of other origins, of the earliest first: of the one it follows if it has words of its own
    beside them, and of those that it only shares a passage with.
    """
    rest: dict[int, str] = {}
    for link in found.links:
        words = (reports.words(link.parent), reports.words(link.child))
        spans = passages(link.runs, reports[link.child].page, words)
        if spans and inside([(s.start, s.end) for s in spans], words[1].starts).mean() <= 1 - OWN_PART:
            rest[link.child] = content_id("origin", "rest", reports[link.child].article.id)
    for one in sorted([*found.links, *found.shared], key=lambda one: (one.child, one.parent)):
        child, parent = reports[one.child].article, reports[one.parent].article
        if one.child in rest or origin_of[parent.id] != origin_of[child.id]:
            words, join = (reports.words(one.parent), reports.words(one.child)), JOIN if isinstance(one, Link) else 0
            spans = passages(one.runs, reports[one.child].page, words, join=join)
            yield Embedded(child.id, origin_of[parent.id], rest.get(one.child, origin_of[child.id]), spans)


def _with_passages(origins: Sequence[Origin], embedded: Iterable[Embedded]) -> list[Origin]:
    by_origin: dict[str, dict[Selector, None]] = defaultdict(dict)
    for each in embedded:
        by_origin[each.origin].update(dict.fromkeys(each.passages))
    return [replace(o, passages=tuple(by_origin[o.id])) for o in origins]


def _own_origins(origins: Sequence[Origin], embedded: Iterable[Embedded]) -> list[Origin]:
    """The origins of the rest of those reports that follow another and have words of their own."""
    known = {o.id for o in origins}
    rest = {one.rest: one.article for one in embedded if one.rest not in known}
    return [Origin(id=id_, articles=(article,)) for id_, article in rest.items()]


def _claims(claims: Sequence[Claim], origins: Sequence[Origin], embedded: Iterable[Embedded]) -> tuple[Claim, ...]:
    """The claims, each with the origin that most of its words belong to."""
    whole = {a: o.id for o in reversed(origins) for a in o.articles}
    held: dict[str, list[Embedded]] = defaultdict(list)
    for each in embedded:
        held[each.article].append(each)
        whole[each.article] = each.rest
    spans: dict[str, dict[Span, str]] = defaultdict(dict)
    for claim in claims:
        spans[claim.article][claim.selector.start, claim.selector.end] = ""
    for article, found in spans.items():
        found.update(_origins_of(found, held[article]))
    return tuple(
        replace(c, origin=spans[c.article][c.selector.start, c.selector.end] or whole.get(c.article, ""))
        for c in claims
    )


def _origins_of(spans: Iterable[Span], held: Sequence[Embedded]) -> dict[Span, str]:
    """By span of one article the first origin whose passages hold at least half of it; no spans that none does."""
    passages = [(s.start, s.end, number) for number, one in enumerate(held) for s in one.passages]
    if not passages:
        return {}
    starts, ends, numbers = np.array(passages).T
    found: dict[Span, str] = {}
    for start, end in spans:
        inside = np.maximum(0, np.minimum(ends, end) - np.maximum(starts, start))
        half = np.flatnonzero(2 * np.bincount(numbers, weights=inside) >= end - start)
        if half.size:
            found[start, end] = held[half[0]].origin
    return found
