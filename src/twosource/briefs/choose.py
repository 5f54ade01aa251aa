"""Which findings a reader is told of: those of most origins, and of single reports what stands at their top."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.briefs.reports import Reports
from twosource.briefs.restated import own_words, stands_alone
from twosource.briefs.spoken import spoken_words
from twosource.model import Claim, Finding
from twosource.text.stems import stem
from twosource.vocab.word_shares import word_shares

TOP = 3
"""Sentences of a report, its headline included, that tell what it is about."""
LEAST = 2.5
"""Weight from which what one report alone says is worth a reader's time."""
TOO_ALIKE = 0.5
"""Part of a statement's telling words that another one has said already."""
COMMON = 0.06
"""A word that this share of all texts holds does not tell two statements apart."""
_ROOT = re.compile(r" \([a-z0-9]{1,20} origins, one speaker\)\.$")
"""Not what is said, but by how many at the root: two sentences of one quotation share it."""


def by_origins(findings: Iterable[Finding], reports: Reports) -> list[Finding]:
    """Most origins first, then what can be restated, then what stands nearest the top of its reports."""
    return sorted(findings, key=lambda f: (-f.origins, not stands_alone(f, reports), _top(f, reports), f.id))


def central(findings: Sequence[Finding], reports: Reports) -> Finding | None:
    """What several origins report in their first sentences, or else in their headlines: the heart of the story."""
    found = [f for f in findings if _leads(f, reports) > 1 and (in_headlines(f, reports) or stands_alone(f, reports))]
    return max(found, key=lambda f: (*_heart(f, reports), f.origins, -_top(f, reports), f.id), default=None)


def _heart(finding: Finding, reports: Reports) -> tuple[bool, int]:
    """How well it can open a brief: best what most reports lead with, and not in their headlines alone."""
    return not in_headlines(finding, reports), _leads(finding, reports)


def in_headlines(finding: Finding, reports: Reports) -> bool:
    """Whether its reports say it in their headlines alone."""
    return all(reports.in_headline(reports.claims[c].selector) for c in finding.claims)


def _leads(finding: Finding, reports: Reports) -> int:
    """How many reports tell it in their first sentences."""
    claims = [reports.claims[c] for c in finding.claims]
    return len({c.article for c in claims if reports.number(c.selector) < TOP})


def _top(finding: Finding, reports: Reports) -> float:
    places = [reports.claims[c].selector for c in finding.claims]
    return round(min(s.start / max(1, len(reports.pages[s.page].text)) for s in places), 4)


def weightiest(
    findings: Iterable[Finding], reports: Reports, known: set[tuple[str, int]]
) -> list[tuple[float, Finding]]:
    """What one origin alone reports with its weight, the weightiest first; nothing from sentences that are `known`."""
    weighed = [(weight(f, reports), f) for f in findings if not known & sentences(f, reports)]
    return sorted((x for x in weighed if x[0] > 0), key=lambda x: (-x[0], _top(x[1], reports), x[1].id))


def weight(finding: Finding, reports: Reports) -> float:
    """How much it matters: at the top of its report, with an event or a toll in it, or an official's word."""
    claims = [reports.claims[c] for c in finding.claims]
    at = finding.text
    first = min(reports.number(c.selector) for c in claims)
    score = 2.0 * (first < TOP) + 1.0 * any(c.kind == "event" for c in claims) + _counts(claims)
    score += (
        1.5 * _by_official(claims, reports) - 1.0 * (at.exact.count(" ") > LONG) - 2.0 * (at.exact.count(" ") < SHORT)
    )
    told = own_words(at, reports) or spoken_words(at, reports, named=True)
    return score - 2.0 * (told is None)


SHORT, LONG = 6, 45
"""Words of a sentence that says little, and of one that says too much."""


def _counts(claims: Sequence[Claim]) -> float:
    return 1.0 if any(c.kind == "quantity" for c in claims) else 0.0


def _by_official(claims: Sequence[Claim], reports: Reports) -> bool:
    """Whether someone who is named and holds an office says it."""
    speakers = [reports.actors.get(c.asserted_by) for c in claims if c.kind == "quote"]
    return any(a is not None and a.named and bool(a.offices) for a in speakers)


def sentences(finding: Finding, reports: Reports) -> set[tuple[str, int]]:
    """The sentences that the finding's claims stand in, by page and number."""
    places = (reports.claims[c].selector for c in finding.claims)
    return {(s.page, reports.number(s)) for s in places}


def is_new(text: str, told: Iterable[str]) -> bool:
    """Whether the statement says something that none of those told already says."""
    words = _telling(text)
    return not any(len(words & (other := _telling(t))) > TOO_ALIKE * max(1, min(len(words), len(other))) for t in told)


def _telling(text: str) -> frozenset[str]:
    """The rarer words of what is reported, not of who reports it."""
    text = _ROOT.sub("", text)
    told = text.partition("report")[2].partition(" that ")[2] or text
    words = (w.strip(".,;:()“”’'\"") for w in told.split())
    stems = (stem(w) for w in words if not w[:1].isupper())  # who is named in two statements says little
    return frozenset(s for s in stems if len(s) > 2 and word_shares().get(s, 0.0) < COMMON)
