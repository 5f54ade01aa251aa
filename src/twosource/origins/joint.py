"""Origins of a record: passages that belong to another origin, independence, and the origin of every claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model import Claim, Origin, Record, Selector, content_id
from twosource.origins.agency import agency_links
from twosource.origins.align import passages
from twosource.origins.evidence import Report
from twosource.origins.forest import Link, grow, in_order, links
from twosource.origins.independence import judge_independence

OWN_PART = 0.4
"""A story of which at least this part is its own words keeps its own origin for them (0.4: an agency text cut into a
longer piece, not one with a new first paragraph)."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """That a report holds passages of another origin and has words of its own beside them."""

    article: str
    origin: str
    passages: tuple[Selector, ...]


def find_origins(record: Record) -> Record:
    """The record with its origins, and with the origin of every claim."""
    if not record.articles:
        return record
    reports = in_order(record.pages, record.articles)
    by_text = links(reports)
    by_credit = agency_links(reports, {link.child for link in by_text})
    grown, derivations = grow(reports, [*by_text, *by_credit])
    origin_of = {d.article: d.origin for d in derivations}
    embedded = _embedded(reports, by_text, origin_of)
    origins = [*_with_passages(grown, embedded), *_own_origins(reports, embedded)]
    judged = judge_independence(origins, reports)
    return replace(record, origins=judged, claims=_claims(record.claims, origin_of, embedded))


def _embedded(reports: Sequence[Report], found: Sequence[Link], origin_of: dict[str, str]) -> dict[str, Embedded]:
    embedded = {}
    for link in found:
        child = reports[link.child]
        spans = passages(link.alignment, child.page, child.running)
        covered = sum(any(s.start <= x < s.end for s in spans) for x in child.running.starts)
        if spans and covered <= (1 - OWN_PART) * len(child.running.starts):
            embedded[child.article.id] = Embedded(child.article.id, origin_of[child.article.id], spans)
    return embedded


def _with_passages(origins: Sequence[Origin], embedded: dict[str, Embedded]) -> list[Origin]:
    by_origin: dict[str, list[Selector]] = defaultdict(list)
    for each in embedded.values():
        by_origin[each.origin].extend(each.passages)
    return [replace(o, passages=tuple(by_origin[o.id])) for o in origins]


def _own_origins(reports: Sequence[Report], embedded: dict[str, Embedded]) -> list[Origin]:
    """The origins of the rest of those reports that hold another's passages."""
    return [
        Origin(id=content_id("origin", "rest", r.article.id), articles=(r.article.id,))
        for r in reports
        if r.article.id in embedded
    ]


def _claims(claims: Sequence[Claim], origin_of: dict[str, str], embedded: dict[str, Embedded]) -> tuple[Claim, ...]:
    return tuple(replace(c, origin=_origin_of(c, origin_of, embedded)) for c in claims)


def _origin_of(claim: Claim, origin_of: dict[str, str], embedded: dict[str, Embedded]) -> str:
    """The origin that most of the claim's words belong to."""
    part = embedded.get(claim.article)
    if part is None:
        return origin_of.get(claim.article, "")
    at = claim.selector
    inside = sum(max(0, min(at.end, s.end) - max(at.start, s.start)) for s in part.passages)
    return part.origin if 2 * inside >= at.end - at.start else content_id("origin", "rest", claim.article)
