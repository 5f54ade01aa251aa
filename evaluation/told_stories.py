"""Invented stories of a few short reports each, with what their reports share, differ in and update."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from twosource.model import Given, Page, Reading, Record, Selector
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

STORIES = Path(__file__).resolve().parents[1] / "tests" / "findings" / "stories"
TRIED = 28
"""Stories up to this one were looked at while rules were made (from 15 on only late); later ones only measure."""

Passages = dict[str, Selector]
"""One passage of each report, by the id of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What reports give together: the passages, and how a careful reader would call it.

    An `optional` one is right to find and no fault to miss: it follows from others.
    """

    status: str
    on: Passages
    aspect: str | None
    origins: int
    speakers: int | None
    optional: bool


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story: its record, what is told in it, and passages that no finding may join."""

    name: str
    record: Record
    told: tuple[Told, ...]
    apart: tuple[Passages, ...]


def paths(*, held: bool) -> list[Path]:
    """The stories that rules were made on, or those held back, in the order of their numbers."""
    return [p for p in sorted(STORIES.glob("*.toml")) if (int(p.name[:2]) > TRIED) == held]


def read_story(path: Path, analyzer: str) -> ToldStory:
    """The story with its record. Raises ValueError where a passage of its gold does not stand in its report."""
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    readings = {key: _read(path, key, report, analyzer) for key, report in gold["reports"].items()}
    record = combine(readings.values(), one_story=True, analyzer=analyzer)
    pages = {key: reading.page for key, reading in readings.items()}
    find = partial(_passages, pages)
    told = tuple(_told(row, find(row["on"])) for row in gold.get("gold", ()))
    return ToldStory(path.stem, record, told, tuple(find(row["on"]) for row in gold.get("apart", ())))


def read_stories(found: Sequence[Path], analyzer: str) -> Iterator[ToldStory]:
    """The stories at these paths, in their order."""
    for path in found:
        yield read_story(path, analyzer)


def _read(path: Path, key: str, report: dict[str, str], analyzer: str) -> Reading:
    text = report["text"].strip().replace("\n", "\n\n")
    given = Given(input_id=key, date=report["date"], outlet=report.get("outlet"))
    capture = Capture(location=f"{path.stem}/{key}.txt", raw=text.encode(), media_type="text/plain", given=given)
    return read_capture(capture, analyzer)


def _told(row: dict[str, Any], on: Passages) -> Told:
    return Told(
        status=row["status"],
        on=on,
        aspect=row.get("aspect"),
        origins=row.get("origins", len(on)),
        speakers=row.get("speakers"),
        optional=row.get("alternative", False),
    )


def _passages(pages: dict[str, Page], on: dict[str, str]) -> Passages:
    found = {}
    for key, words in on.items():
        page = pages[key]
        start = page.text.find(words)
        if start < 0:
            raise ValueError(f"{page.location} does not say: {words}")
        found[page.id] = Selector.of(page, start, start + len(words))
    return found
