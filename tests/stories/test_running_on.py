"""Invented stories read from end to end: what runs on for weeks, counts of others, copies, rises; near misses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from twosource.model import Figure, Given
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

STORIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["story"]


def figures(story: dict[str, Any]) -> dict[str, list[object]]:
    readings = [read_capture(capture(n, *report)) for n, report in enumerate(story["reports"])]
    found = combine(readings, one_story=True).stories[0].figures
    return {figure.role: [_number(figure), figure.status] for figure in found}


def capture(number: int, day: str, text: str) -> Capture:
    given = Given(input_id=str(number), date=day)
    raw = text.strip().replace("\n", "\n\n").encode()
    return Capture(location=f"{number}.txt", raw=raw, media_type="text/plain", given=given)


def _number(figure: Figure) -> object:
    return figure.point if figure.point is not None else [figure.min, figure.max]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_the_figures_of_a_happening_are_its_own(story: dict[str, Any]) -> None:
    assert figures(story) == story["figures"]
