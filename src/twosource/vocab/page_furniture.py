"""Shapes of lines and names of elements that tell a line's role; words that open a paragraph and are no town."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from twosource.model import Role
from twosource.vocab.rows import lines, rows


class LinePattern(NamedTuple):
    """A pattern to be searched in a line and the role that it tells; `holds` is a sign that the line must have."""

    role: Role
    pattern: str
    holds: str

    @property
    def opens(self) -> bool:
        """Whether it is bound to the beginning of a line."""
        return self.pattern.startswith("^")

    def is_in(self, line: str) -> bool:
        """Whether the line has it."""
        return self.holds in line and compiled(self.pattern).search(line) is not None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a line, compiled when it is first searched: a usual report needs a fifth of them."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """All patterns; the first that matches wins."""
    return tuple(
        LinePattern(cast("Role", row["role"]), row["pattern"], row["holds"]) for row in rows("line_patterns.tsv")
    )


@cache
def line_openings() -> re.Pattern[str]:
    """What any pattern matches that is bound to the beginning of a line: one look spares most lines a hundred."""
    return compiled("|".join(f"(?:{shape.pattern})" for shape in line_patterns() if shape.opens))


@cache
def element_roles() -> dict[str, Role]:
    """Parts of element names, ids and classes (lower case) to the role of the text inside."""
    return {row["part"]: cast("Role", row["role"]) for row in rows("element_roles.tsv")}


@cache
def dateline_stops() -> frozenset[str]:
    """Words in lower case that stand in capitals before a dash or colon and name no town ("breaking")."""
    return frozenset(lines("dateline_stops.txt"))


@cache
def publication_words(kind: str) -> dict[str, str]:
    """Words of one class (month, weekday, zone, published, updated, filler) to their value, which may be empty."""
    return {row["words"]: row["value"] for row in rows("publication_words.tsv") if row["class"] == kind}


@cache
def outlet_words() -> frozenset[str]:
    """Words in lower case that names of outlets are made of ("times", "gazette", "tv")."""
    return frozenset(lines("outlet_words.txt"))


@cache
def author_words() -> frozenset[str]:
    """Words in lower case that follow a name where a page tells of its author ("covers", "joined")."""
    return frozenset(lines("author_words.txt"))
