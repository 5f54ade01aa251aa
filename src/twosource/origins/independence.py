"""How sure it is that two origins do not rest on the same reporting.

An outlet is not independent of itself: where two origins begin with it, their independence is unknown.
A report that names only a contribution by an agency has reporters of its own, and how much is the agency's cannot be
told: beside another origin with that credit its independence is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from twosource.model import Evidence, Origin
from twosource.origins.credits import agencies
from twosource.origins.reports import Report

Independence = Literal["shown", "inferred", "unknown"]
Holders = Mapping[str, Set[str]]
"""By what is held the ids of the origins that hold it."""

_CERTAINTY: dict[Independence, float] = {"shown": 1.0, "inferred": 0.6, "unknown": 0.0}


@dataclass(frozen=True, slots=True)
class Held:
    """Which origins, by id, begin with each outlet, credit each agency, hold a passage on each page."""

    outlets: Holders
    wires: Holders
    pages: Holders


def judge_independence(origins: Sequence[Origin], reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins with their independence of one another, and what that rests on."""
    by_article = {r.article.id: r for r in reports}
    credited = {o.id: _credits(o, by_article) for o in origins}
    held = Held(
        _holders((outlet, o.id) for o in origins if (outlet := _outlet(o, by_article))),
        _holders((wire, o.id) for o in origins for wire in credited[o.id]),
        _holders((passage.page, o.id) for o in origins for passage in o.passages),
    )
    alone = len(credited) == 1
    return tuple(_judge(o, credited[o.id], by_article, held, alone=alone) for o in origins)


def _holders(found: Iterable[tuple[str, str]]) -> Holders:
    by: dict[str, set[str]] = defaultdict(set)
    for what, origin in found:
        by[what].add(origin)
    return by


def _others(holders: Holders, what: str, origin: Origin) -> bool:
    """Whether another origin holds it too."""
    return not holders.get(what, set()) <= {origin.id}


def _judge(origin: Origin, own: frozenset[str], reports: dict[str, Report], held: Held, *, alone: bool) -> Origin:
    outlet = _outlet(origin, reports)
    common = sorted(wire for wire in own if _others(held.wires, wire, origin))
    level: Independence = "unknown"
    if alone:
        detail = "there is no other origin to compare with"
    elif any(_others(held.pages, page, origin) for page in _pages(origin, reports)):
        detail = "one of its articles also holds passages of another origin"
    elif outlet and _others(held.outlets, outlet, origin):
        detail = f"{outlet} published another origin too"
    elif common:
        detail = f"{' and '.join(common)} is credited by another origin too, though no wording is shared"
    elif own:
        level, detail = (
            "shown",
            f"credits {' and '.join(sorted(own))}, which no other origin does, and shares no passages",
        )
    else:
        level, detail = "inferred", "shares no passages with another origin; it does not say what it rests on"
    reason = Evidence(function="independence", score=_CERTAINTY[level], detail=detail)
    return replace(origin, independence=level, evidence=(*origin.evidence, reason))


def _pages(origin: Origin, reports: dict[str, Report]) -> frozenset[str]:
    return frozenset(reports[a].page.id for a in origin.articles)


def _outlet(origin: Origin, reports: dict[str, Report]) -> str | None:
    """Who published the report that the others of this origin follow."""
    return reports[origin.articles[0]].article.outlet


def _credits(origin: Origin, reports: dict[str, Report]) -> frozenset[str]:
    return frozenset(w for a in origin.articles for w in agencies(reports[a].article))
