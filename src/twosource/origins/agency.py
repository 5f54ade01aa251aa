"""Reports that follow an agency in other words: credited to it as a whole, or citing it for what they say.

Two reports of one happening that both rest on one agency are one origin even without shared wording: agencies rewrite
their copy through the day, and outlets retell it. Counting them twice would corroborate AP with AP. A report that
credits only a contribution to the agency has reporters of its own; it stays an origin of its own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from datetime import date
from functools import cache

from twosource.model import Evidence, Selector
from twosource.origins.align import Alignment
from twosource.origins.credits import agencies, credit
from twosource.origins.evidence import Report
from twosource.origins.forest import Link
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.wires import wire_names
from twosource.vocab.word_shares import word_shares

ALIKE = 0.2
"""Part of the smaller report's telling words that two reports of one happening share at least."""
APART = 3
"""Days between the publications of two reports that follow the same copy."""
RECENT = 30
"""Earlier reports of an agency that one is compared with, the last ones."""
_COMMON = 0.05
_VERB = r"(?:reported|reports?|said|says|wrote|writes|quoted|cited)"


def agency_links(reports: Sequence[Report], linked: set[int]) -> list[Link]:
    """Links from reports that follow an agency to the first report of that agency on the same happening.

    `linked` are those that follow another by their wording.
    """
    earlier: dict[str, deque[int]] = {}
    found = []
    for j, report in enumerate(reports):
        for wire, at in sorted(follows(report).items()):
            known = earlier.setdefault(wire, deque(maxlen=RECENT))
            first = next((i for i in known if same_happening(reports[i], report)), None)
            if first is not None and j not in linked:
                found.append(Link(first, j, Alignment((), (), 0, 0.0, 0.0), (_evidence(wire, at),)))
                linked = linked | {j}
            known.append(j)
    return found


def follows(report: Report) -> dict[str, tuple[Selector, ...]]:
    """The agencies the report rests on, and the words that say so: credited as a whole, cited in its lead or twice."""
    article = report.article
    found = {
        wire: tuple(w.selector for w in article.wires if w.name == wire and w.selector)
        for wire in agencies(article)
        if credit(report.page, article, wire) == "whole"
    }
    for wire, cited in _cited(report).items():
        if wire not in found and (len(cited) > 1 or cited[0].start < _lead_end(report)):
            found[wire] = cited
    return found


def same_happening(one: Report, two: Report) -> bool:
    """Whether both were published within days of one another and share enough telling words."""
    days = [_day(one), _day(two)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > APART:
        return False
    mine, theirs = _telling(one), _telling(two)
    return len(mine & theirs) >= ALIKE * max(1, min(len(mine), len(theirs)))


def _cited(report: Report) -> dict[str, tuple[Selector, ...]]:
    found: dict[str, list[Selector]] = {}
    text = report.page.text
    for block in report.article.blocks:
        if block.role in ("lead", "body"):
            for match in _citation().finditer(text, block.start, block.end):
                name = match.group("before") or match.group("after")
                at = Selector.of(report.page, match.start(), match.end())
                found.setdefault(wire_names()[name].name, []).append(at)
    return {wire: tuple(at) for wire, at in sorted(found.items())}


@cache
def _citation() -> re.Pattern[str]:
    """Finds "AP said", "the Associated Press reported", "told AFP", "according to Reuters"."""
    names = "|".join(sorted(map(re.escape, wire_names()), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?<![\w/.-])(?P<before>{names})(?:\snews agency)?\s{_VERB}\b"
        rf"|\b(?:told|according to|citing|quoted by|cited by)\s(?:the\s)?(?P<after>{names})(?![\w-])"
    )


def _lead_end(report: Report) -> int:
    """Where the second running block ends."""
    running = [b for b in report.article.blocks if b.role in ("lead", "body")][:2]
    return running[-1].end if running else 0


def _telling(report: Report) -> frozenset[str]:
    """The report's words that are not common, by concept."""
    text, groups, shares = report.page.text, concepts(), word_shares()
    stems = {stem(text[s:e]) for s, e in zip(report.running.starts, report.running.ends, strict=True) if e - s > 3}
    return frozenset(groups.get(s, s) for s in stems if s in groups or shares.get(s, 0.0) < _COMMON)


def _day(report: Report) -> date | None:
    published = report.article.published
    try:
        return date.fromisoformat(published.value[:10]) if published else None
    except ValueError:
        return None


def _evidence(wire: str, at: tuple[Selector, ...]) -> Evidence:
    detail = f"rests on {wire} for the same happening as another report of that agency, in other words"
    return Evidence(function="same_agency", score=0.6, detail=detail, selectors=at)
