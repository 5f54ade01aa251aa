"""How sure it is that two origins do not rest on the same reporting.

Reports that credit one agency and share no words: if both are wholly the agency's, they are one origin (the agency
rewrites its copy through the day; counting them twice would corroborate AP with AP). If a report only names a
contribution by the agency, it has reporters of its own, and how much is the agency's cannot be told: it counts as an
origin of its own whose independence is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from twosource.model import Evidence, Origin, Selector
from twosource.origins.align import Alignment
from twosource.origins.credits import agencies, credit
from twosource.origins.evidence import Report
from twosource.origins.forest import Link

Independence = Literal["shown", "inferred", "unknown"]

_CERTAINTY: dict[Independence, float] = {"shown": 1.0, "inferred": 0.6, "unknown": 0.0}

ALIKE = 0.2
"""Part of the smaller report's longer words that two agency reports on one happening share at least."""


def same_agency_links(reports: Sequence[Report], linked: set[int]) -> list[Link]:
    """Links between reports of the same happening that are wholly credited to the same agency, though worded apart."""
    first: dict[str, list[int]] = {}
    found = []
    for j, report in enumerate(reports):
        for wire in sorted(agencies(report.article)):
            if credit(report.page, report.article, wire) != "whole":
                continue
            earlier = next((i for i in first.get(wire, []) if _alike(reports[i], report)), None)
            if earlier is not None and j not in linked:
                found.append(
                    Link(earlier, j, Alignment((), (), 0, 0.0, 0.0), (_same_agency(wire, reports[earlier], report),))
                )
                linked = linked | {j}
            first.setdefault(wire, []).append(j)
    return found


def judge_independence(origins: Sequence[Origin], reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins with their independence of one another, and what that rests on."""
    by_article = {r.article.id: r for r in reports}
    return tuple(_judge(o, [x for x in origins if x.id != o.id], by_article) for o in origins)


def _judge(origin: Origin, others: Sequence[Origin], reports: dict[str, Report]) -> Origin:
    own = _credits(origin, reports)
    common = sorted(own & {w for o in others for w in _credits(o, reports)})
    level: Independence = "unknown"
    if not others:
        detail = "there is no other origin to compare with"
    elif set(origin.articles) & {a for o in others for a in o.articles}:
        detail = "one of its articles also holds passages of another origin"
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


def _credits(origin: Origin, reports: dict[str, Report]) -> frozenset[str]:
    return frozenset(w for a in origin.articles for w in agencies(reports[a].article))


def _alike(a: Report, b: Report) -> bool:
    one, two = _long_words(a), _long_words(b)
    return len(one & two) >= ALIKE * max(1, min(len(one), len(two)))


def _long_words(report: Report) -> frozenset[str]:
    text = report.page.text
    return frozenset(
        text[s:e].casefold() for s, e in zip(report.running.starts, report.running.ends, strict=True) if e - s > 4
    )


def _same_agency(wire: str, a: Report, b: Report) -> Evidence:
    selectors: tuple[Selector, ...] = tuple(
        w.selector for r in (a, b) for w in r.article.wires if w.name == wire and w.selector
    )
    detail = f"both reports of the same happening are credited wholly to {wire}"
    return Evidence(function="same_agency", score=0.6, detail=detail, selectors=selectors)
