"""The invented stories of training/findings/told: reports in which each stretch names what it tells, by number.

`[4 …]`, `[4b …]` and `[1+2a …]`: a number is one thing told in the story, a letter after it one of several answers that
cannot all be right, or were right at different times. Own work, CC BY 4.0; README.md there is the guideline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "training" / "findings" / "told"
HELD_BACK = "held-back*.txt"
"""Files of stories that no rule is made on, and nothing trained."""
_REPORT = re.compile(r"## report ([a-z]) \| (\d{4}-\d\d-\d\d) \| (.+)")
_MARK = re.compile(r"\[(\d+[a-z]?(?:\+\d+[a-z]?)*) |\]")
Thing = tuple[int, str]
"""A number and its letter, or ""."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points of a report's text that tell these things."""

    start: int
    end: int
    things: frozenset[Thing]


@dataclass(frozen=True, slots=True)
class Report:
    """A report without its marks: a headline, an empty line, a paragraph a sentence."""

    letter: str
    date: str
    outlet: str
    text: str
    stretches: tuple[Stretch, ...]


@dataclass(slots=True)
class Story:
    """Two or more reports of one happening."""

    name: str
    reports: list[Report] = field(default_factory=list)


def held_back() -> list[Path]:
    """The files of stories that are held back."""
    return sorted(FOLDER.glob(HELD_BACK))


def read_stories(path: Path) -> Iterator[Story]:
    """The stories of one file. Raises ValueError, with the line, where a mark or a heading is wrong."""
    for block in path.read_text(encoding="utf-8").split("# story: ")[1:]:
        name, _, rest = block.partition("\n")
        parts = rest.split("## report ")[1:]
        yield Story(name.strip(), [_report(f"## report {part}", f"{path.name}, {name.strip()}") for part in parts])


def _report(part: str, where: str) -> Report:
    head, _, body = part.partition("\n")
    heading = _REPORT.fullmatch(head.strip())
    if heading is None:
        raise ValueError(f"{where}: no heading of a report: {head}")
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    text, stretches = _unmarked("\n\n".join(lines), where)
    return Report(heading[1], heading[2], heading[3], text, tuple(stretches))


def _unmarked(marked: str, where: str) -> tuple[str, list[Stretch]]:
    text, stretches, last = "", [], 0
    begun: tuple[int, frozenset[Thing]] | None = None
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if (begun is None) != bool(mark[1]):
            raise ValueError(f"{where}: a mark inside another, or none to close: {marked[mark.start() :][:60]}")
        if begun is None:
            begun = len(text), frozenset(_thing(one) for one in mark[1].split("+"))
        else:
            stretches.append(Stretch(begun[0], len(text), begun[1]))
            begun = None
    if begun or "[" in (rest := marked[last:]) or "[" in text:
        raise ValueError(f"{where}: a mark that does not close, or is none")
    return text + rest, stretches


def _thing(one: str) -> Thing:
    digits = re.match(r"\d+", one)
    assert digits is not None  # the pattern of a mark
    return int(digits[0]), one[digits.end() :]


def main() -> None:
    """Prints how many stories, reports and stretches each file holds, and how many things several reports tell."""
    for path in sorted(FOLDER.glob("*.txt")):
        stories = list(read_stories(path))
        reports = [report for story in stories for report in story.reports]
        stretches = sum(len(report.stretches) for report in reports)
        shared = sum(len(_shared(story)) for story in stories)
        print(f"{path.name}: {len(stories)} stories, {len(reports)} reports, {stretches} stretches, {shared} shared")


def _shared(story: Story) -> set[int]:
    """The numbers that two reports of the story and more tell of."""
    told = [{number for stretch in report.stretches for number, _ in stretch.things} for report in story.reports]
    return {number for own in told for number in own if sum(number in other for other in told) > 1}


if __name__ == "__main__":
    main()
