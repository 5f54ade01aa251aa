"""Tolls are aligned by their role: each report's first count of the killed is one finding, however worded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from twosource.findings.assertions import Assertion
from twosource.findings.compare import adds_to, compatible
from twosource.model import FigureRole, Quantity, Record

TOP = 6
"""Sentences of a report in which a count is taken for its own toll, not for background."""


def toll_groups(assertions: Sequence[Assertion], record: Record) -> list[tuple[str, tuple[int, ...]]]:
    """For each role and story the first assertion of every report that counts it; only where two reports do."""
    found = []
    for story in record.stories:
        held = set(story.articles)
        for role in get_args(FigureRole):
            members = _members(assertions, held, role)
            if len(members) > 1:
                found.append((str(role), tuple(members)))
    return found


def toll_in(assertion: Assertion, role: str) -> Quantity | None:
    """The first count of that role in the assertion; "two more bodies" is what came to it, not the count."""
    counts = (q for q in assertion.quantities if q.role == role and not q.ordinal)
    return next((q for q in counts if not adds_to(assertion, q)), None)


def _members(assertions: Sequence[Assertion], articles: set[str], role: str) -> list[int]:
    first: dict[str, int] = {}
    for i, assertion in enumerate(assertions):
        if assertion.article in articles and assertion.article not in first and toll_in(assertion, role):
            first[assertion.article] = i
    chosen = list(first.values())
    return [i for i in chosen if any(_related(assertions[i], assertions[j], role) for j in chosen if j != i)]


def _related(one: Assertion, two: Assertion, role: str) -> bool:
    """Whether the counts can be equal, or both stand at the top of their reports, where a report tells its own toll."""
    mine, theirs = toll_in(one, role), toll_in(two, role)
    return bool(mine and theirs and compatible(mine, theirs)) or max(one.sentence, two.sentence) < TOP
