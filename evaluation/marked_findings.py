"""Findings of the invented stories whose words are marked by what they tell: `python -m evaluation.marked_findings`.

A corroborated finding is right where each of its reports has a claim in it that tells the same as those of the others:
something in common, and one of any two nothing that the other does not tell. One that differs or is updated is right
where two of its claims give two answers to one question. Found is a thing that two reports tell, or a question they
answer in two ways, if a finding of that status joins both.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from evaluation.marked_stories import Report, Story, Thing, held_back, read_stories
from evaluation.told_findings import SEVERAL
from twosource.model import Claim, Finding, Given, Record
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

Things = frozenset[Thing]


@dataclass(slots=True)
class Tally:
    """By status: findings made and right; things that two reports tell, and those found."""

    made: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def record_of(story: Story, analyzer: str = "shipped") -> tuple[Record, dict[str, Report]]:
    """The record of a story, and its reports by the ids of their articles."""
    readings = [read_capture(_capture(story, report), analyzer) for report in story.reports]
    record = combine(readings, one_story=True, analyzer=analyzer)
    return record, {r.article.id: report for r, report in zip(readings, story.reports, strict=True)}


def _capture(story: Story, report: Report) -> Capture:
    given = Given(input_id=report.letter, date=report.date, outlet=report.outlet)
    location = f"{story.name}/{report.letter}.txt"
    return Capture(location=location, raw=report.text.encode(), media_type="text/plain", given=given)


def things_at(start: int, end: int, report: Report) -> Things:
    """What is told from `start` to `end`: by each stretch that shares half of the shorter one with it."""
    told = set[Thing]()
    for stretch in report.stretches:
        shared = min(end, stretch.end) - max(start, stretch.start)
        if shared > 0 and 2 * shared >= min(end - start, stretch.end - stretch.start):
            told |= stretch.things
    return frozenset(told)


def verdict(one: Things, two: Things) -> str:
    """What two passages that tell these things are to each other: same, part (either tells more), apart or other."""
    if one & two:
        return "same" if one <= two or two <= one else "part"
    return "apart" if {number for number, _ in one} & {number for number, _ in two} else "other"


def tally(stories: Iterable[Story]) -> Tally:
    """The tally of all these stories."""
    total = Tally()
    for story in stories:
        record, reports = record_of(story)
        claims = {c.id: c for c in record.claims}
        joined = [_joined(f, claims, reports) for f in record.findings if f.status in SEVERAL]
        for status, told in joined:
            _count(total, story.name, status, told)
        _count_wanted(total, story, joined)
    return total


Told = tuple[str, Things, str]
"""The letter of a report, what it tells there, and in which words."""


def _joined(finding: Finding, claims: dict[str, Claim], reports: dict[str, Report]) -> tuple[str, list[Told]]:
    found: dict[tuple[str, Things], Told] = {}
    for claim in (claims[c] for c in finding.claims):
        report, at = reports[claim.article], claim.selector
        told = things_at(at.start, at.end, report)
        found.setdefault((report.letter, told), (report.letter, told, at.exact))
    return finding.status, [told for told in found.values() if told[1]]


def _across(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    return ((one, two) for one, two in combinations(told, 2) if one[0] != two[0])


def _count(total: Tally, name: str, status: str, told: list[Told]) -> None:
    verdicts = [verdict(one[1], two[1]) for one, two in _across(told)]
    if not verdicts:  # headlines and bylines that nothing is marked in
        return
    right = _tell_the_same(told) if status == "corroborated" else "apart" in verdicts
    total.made[status] += 1
    total.right[status] += right
    if not right:
        total.wrong.append(f"{name}: {status} {sorted(set(verdicts))}: " + " | ".join(t[2] for t in told))


def _tell_the_same(told: list[Told]) -> bool:
    """Whether one claim of each report can be chosen so that any two of them tell the same."""
    by_report = [[t for t in told if t[0] == letter] for letter in sorted({t[0] for t in told})]
    return any(
        all(verdict(one[1], two[1]) == "same" for one, two in combinations(chosen, 2)) for chosen in product(*by_report)
    )


def _count_wanted(total: Tally, story: Story, joined: list[tuple[str, list[Told]]]) -> None:
    told = {(r.letter, thing) for r in story.reports for s in r.stretches for thing in s.things}
    for (one, mine), (two, theirs) in combinations(sorted(told), 2):
        if one == two or mine[0] != theirs[0]:
            continue
        status = "corroborated" if mine == theirs else "differs or updated"
        total.wanted[status] += 1
        total.found[status] += any(
            (found == "corroborated") == (mine == theirs) and _holds(parts, one, mine) and _holds(parts, two, theirs)
            for found, parts in joined
        )


def _holds(parts: list[Told], letter: str, thing: Thing) -> bool:
    return any(part[0] == letter and thing in part[1] for part in parts)


def report(total: Tally) -> Iterator[str]:
    """Lines of what was made and right, and of what was wanted and found."""
    for status in SEVERAL:
        yield f"{status}: right {total.right[status]}/{total.made[status]}"
    for status in ("corroborated", "differs or updated"):
        yield f"two reports, {status}: found {total.found[status]}/{total.wanted[status]}"


if __name__ == "__main__":
    for path in held_back():
        found = tally(read_stories(path))
        print(f"== {path.name}", *report(found), *(found.wrong if "--log" in sys.argv else []), sep="\n")
