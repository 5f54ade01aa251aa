"""Speakers who are called by their age: "the 27-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterable

OF_AGE = re.compile(r"[Tt]he (\d{1,3})-year-old\b(?!-)")


def age_of(words: str) -> str | None:
    """The age that somebody is called by, "the 27-year-old" or "the 27-year-old nurse"; None for other words."""
    found = OF_AGE.match(words)
    return found[1] if found else None


def beside_name(text: str, age: str, names: Iterable[tuple[int, str]]) -> set[str]:
    """The actors, by id, beside whose names, by where these end, a text gives that age: "Ann Roe, 27,"."""
    given = re.compile(rf",? \(?{age}\b")
    return {actor for end, actor in names if given.match(text, end)}
