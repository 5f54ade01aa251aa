"""How sure it is that two origins do not rest on the same reporting.

An outlet is not independent of itself: where two origins begin with it, their independence is unknown.
A report that names only a contribution by an agency has reporters of its own, and how much is the agency's cannot be
told: beside another origin with that credit its independence is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from twosource.model import Evidence, Origin
from twosource.origins.credits import agencies
from twosource.origins.reports import Report

Independence = Literal["shown", "inferred", "unknown"]

_CERTAINTY: dict[Independence, float] = {"shown": 1.0, "inferred": 0.6, "unknown": 0.0}


def judge_independence(origins: Sequence[Origin], reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins with their independence of one another, and what that rests on."""
    by_article = {r.article.id: r for r in reports}
    return tuple(_judge(o, [x for x in origins if x.id != o.id], by_article) for o in origins)


def _judge(origin: Origin, others: Sequence[Origin], reports: dict[str, Report]) -> Origin:
    own = _credits(origin, reports)
    outlet = _outlet(origin, reports)
    common = sorted(own & {w for o in others for w in _credits(o, reports)})
    level: Independence = "unknown"
    if not others:
        detail = "there is no other origin to compare with"
    elif _pages(origin, reports) & {p.page for o in others for p in o.passages}:
        detail = "one of its articles also holds passages of another origin"
    elif outlet and outlet in {_outlet(o, reports) for o in others}:
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
