"""States of the USA: postal codes, press abbreviations, a point in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows, split


@dataclass(frozen=True, slots=True)
class State:
    """One state; `short` are its abbreviations in the press ("Calif."), coordinates are WGS 84 degrees."""

    code: str
    name: str
    short: tuple[str, ...]
    lat: float
    lon: float


@cache
def us_states() -> dict[str, State]:
    """All states by name, postal code and press abbreviation."""
    found: dict[str, State] = {}
    for row in rows("us_states.tsv"):
        state = State(row["code"], row["name"], split(row["short"]), float(row["lat"]), float(row["lon"]))
        found |= dict.fromkeys((state.name, state.code, *state.short), state)
    return found
