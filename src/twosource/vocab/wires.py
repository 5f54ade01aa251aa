"""News agencies and the spellings by which reports credit them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.vocab.rows import rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """An agency: the short name that the record gives it, its full name, its spellings as written."""

    name: str
    full: str
    spellings: tuple[str, ...]
    kind: Literal["text", "photo"]


@cache
def wires() -> tuple[Wire, ...]:
    """All agencies, in the order of the table."""
    return tuple(
        Wire(
            name=row["name"],
            full=row["full"],
            spellings=split(row["spellings"]),
            kind=cast("Literal['text', 'photo']", row["kind"]),
        )
        for row in rows("wires.tsv")
    )


@cache
def wire_names() -> dict[str, Wire]:
    """Each spelling as written to its agency; the first row that has a spelling owns it."""
    return {spelling: wire for wire in reversed(wires()) for spelling in wire.spellings}


@cache
def wire_spelling() -> re.Pattern[str]:
    """Finds any spelling, the longest first, where no letter or digit stands beside it."""
    ordered = sorted(wire_names(), key=lambda s: (-len(s), s))
    return re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")
