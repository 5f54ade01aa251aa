"""Words beside places: which keep a place from being the scene of what a report tells (`place_cues.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from twosource.vocab.rows import rows

PLACE = "@"
"""Stands for the place in a pattern."""
_NAME = r"[A-Z][\\w’'-]{1,20}(?: [A-Z][\\w’'-]{1,20})?"

Bearing = Literal["none", "nearby", "following"]


class PlaceCue(NamedTuple):
    """What words beside a place make of it."""

    bearing: Bearing
    pattern: re.Pattern[str]
    example: str


@cache
def place_cues() -> tuple[PlaceCue, ...]:
    """The rows of the table, in its order."""
    return tuple(
        PlaceCue(cast("Bearing", row["weight"]), re.compile(re.sub(r"\bName\b", _NAME, row["pattern"])), row["example"])
        for row in rows("place_cues.tsv")
    )
