"""Findings whose words give a toll that has moved on, or is in dispute: a brief tells it with the toll alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.briefs.choose import in_headlines
from twosource.briefs.reports import Reports
from twosource.briefs.toll_numbers import alike, moving
from twosource.model import Figure, Finding, Selector, Story

HARM = ("killed", "injured")
"""Roles of a toll whose sentence tells what happened."""


def outdated(findings: Iterable[Finding], story: Story, reports: Reports) -> set[str]:
    """The ids of those whose words, or one of whose headlines where they have no other, give such a number."""
    at: dict[str, list[Selector]] = defaultdict(list)
    for passage in _passages(story, reports):
        at[passage.page].append(passage)
    return {f.id for f in findings if any(w.covers(s) for w in _words(f, reports) for s in at.get(w.page, ()))}


def _words(finding: Finding, reports: Reports) -> Sequence[Selector]:
    if in_headlines(finding, reports):
        return [reports.claims[c].selector for c in finding.claims]
    return [reports.sentence(finding.text)]


def _passages(story: Story, reports: Reports) -> set[Selector]:
    """Where reports give a number that has passed, and where they give it again: "in the morning two"."""
    moved = {s for f in story.figures if f.role in HARM for s in _passed(f, reports)}
    known = {q.selector: (q.role, q.min) for q in reports.record.quantities if q.role in HARM}
    passed = {known[s] for s in moved if s in known}
    return moved | {s for s, count in known.items() if count in passed}


def _passed(figure: Figure, reports: Reports) -> Iterator[Selector]:
    """Where reports give what is in dispute, or what a later one gave otherwise: the first passage is the last word."""
    if alike(figure, reports.record):
        return
    yield from {"differs": figure.selectors, "updated": figure.selectors[1:]}.get(figure.status, ())
    yield from (s for v in moving(figure, reports.record)[:-1] for s in v.selectors)
