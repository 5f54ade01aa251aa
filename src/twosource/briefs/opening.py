"""What a brief begins with, and which tolls are told besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.briefs.choose import TOP, in_headlines
from twosource.briefs.leads import leading
from twosource.briefs.outdated import HARM
from twosource.briefs.reported import headed, reported
from twosource.briefs.reports import Reports
from twosource.briefs.restated import tells_nothing
from twosource.briefs.toll_numbers import moving
from twosource.briefs.tolls import in_words
from twosource.model import Figure, Finding, Statement, Story


class Opening(NamedTuple):
    """The first statement, if there is one, and the tolls that it does not tell.

    `shared`: the first statement where it tells a finding, and not what the reports begin with.
    """

    first: list[Statement]
    tolls: list[Statement]
    shared: list[Statement]


def opening(
    heart: Finding | None, tolls: Sequence[Statement], story: Story, reports: Reports, *, leads: bool
) -> Opening:
    """The heart of the story; else the words for a toll that several give or that moved on; else, with `leads`, what
    the reports begin with.
    """
    first = _told(heart, reports)
    if heart and first:
        kept = [t for t, f in zip(tolls, story.figures, strict=True) if not _holds(heart, f, t, reports)]
        return Opening(first, kept, first)
    head = bool(tolls) and _is_head(story.figures[0], reports)
    firm = head and (story.figures[0].origins > 1 or story.figures[0].status in ("updated", "differs"))
    first = leading(story, reports) if leads and not firm else []
    if first:
        return Opening(first, [t for t in tolls if not _are_in(t, first[0])], [])
    return Opening([], [in_words(t, reports) if head and t is tolls[0] else t for t in tolls], [])


def _told(heart: Finding | None, reports: Reports) -> list[Statement]:
    """The finding that a brief begins with; what reports share in their headlines alone is told as headlines."""
    if heart is None:
        return []
    if in_headlines(heart, reports):
        return [headed(heart, reports)]
    return [] if tells_nothing(heart, reports) else [reported(heart, reports)]


def _are_in(toll: Statement, first: Statement) -> bool:
    """Whether all passages of a toll stand in what the reports begin with."""
    return all(any(at.covers(s) for at in first.selectors) for s in toll.selectors)


def _holds(heart: Finding, figure: Figure, toll: Statement, reports: Reports) -> bool:
    """Whether the finding that opens the brief tells the toll already: it has not moved on, and all who give it are
    told of there.
    """
    if figure.status in ("updated", "differs") or moving(figure, reports.record):
        return False
    if toll.finding == heart.id and figure.origins <= heart.origins:
        return True
    whole = [reports.sentence(reports.claims[c].selector) for c in heart.claims]
    counted = [q.selector for q in reports.record.quantities if q.role == figure.role]
    return {s.page for s in figure.selectors} <= {s.page for s in counted if any(at.covers(s) for at in whole)}


def _is_head(figure: Figure, reports: Reports) -> bool:
    """Whether somebody was killed or injured, and a report leads with how many."""
    return figure.role in HARM and any(reports.number(s) < TOP for s in figure.selectors)
