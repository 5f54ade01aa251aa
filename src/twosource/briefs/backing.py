"""How much of what words tell the sentences of each origin tell too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.briefs.reports import Reports
from twosource.briefs.tellings import Telling
from twosource.model import Claim, Selector

HALF = 0.5
"""An origin that tells no more than this part of a wording is not named for it alone."""


def backers(at: Selector, claims: Sequence[Claim], reports: Reports, *, least: float = HALF) -> list[str]:
    """The origins of the claims whose sentences tell more than `least` of what the words at `at` tell, and deny what
    they deny.
    """
    told = reports.telling(at)
    denied = _denies([c for c in claims if c.selector.overlaps(at)], reports)
    own = {o: [c for c in claims if c.origin == o] for o in dict.fromkeys(c.origin for c in claims)}
    return [o for o, of in own.items() if part(told, of, reports) > least and _denies(of, reports) == denied]


def part(told: Telling, own: Sequence[Claim], reports: Reports) -> float:
    """The part of what is told that the sentences of an origin's claims tell."""
    near = _joined(reports.telling(reports.sentence(c.selector)) for c in own)
    pages = [reports.pages[page] for page in {c.selector.page for c in own}]
    return told.part_in(near, _joined(reports.telling(Selector.of(p, 0, len(p.text))) for p in pages))


def _denies(claims: Sequence[Claim], reports: Reports) -> bool:
    """Whether all that is quoted in the claims is quoted as denied."""
    quotes = [reports.quotes[c.ref] for c in claims if c.kind == "quote" and c.ref in reports.quotes]
    return bool(quotes) and all(q.polarity == "denied" for q in quotes)


def _joined(tellings: Iterable[Telling]) -> Telling:
    found = list(tellings)
    return Telling(frozenset().union(*(t.marks for t in found)), frozenset().union(*(t.days for t in found)))
