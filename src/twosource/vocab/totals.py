"""Whether a number is told as that of all, others being of parts: "to five the overall toll", "34 dead in all"."""

from __future__ import annotations

import re

from twosource.vocab.risen import is_risen_to

IN_PARTS = frozenset({"arrested", "displaced"})
"""Roles of which a report tells part after part, and the sum further down."""
COUNTS = frozenset({"toll", "number", "count", "tally", "total", "deaths", "dead", "fatalities"})
"""What rises to the number of all: "the number of dead reached 34"."""
_ALL = r"(?:overall|total|combined)"
_COUNTED = r"(?:death |casualty )?(?:toll|number|count|tally)"
_BEFORE = re.compile(rf"\b{_ALL}(?: \w{{1,12}})?(?: (?:to|of|is|was|at|stands at|rose to))?\W{{1,2}}$")
_AFTER = re.compile(rf"\W{{0,2}}(?:\w{{1,12}} )?(?:the )?{_ALL} {_COUNTED}\b|\W{{0,2}}\w{{0,12}} in (?:all|total)\b")


def is_all(role: str, before: str, after: str) -> bool:
    """Whether the text `before` or `after` a number of a role in its sentence, in lower case, says so."""
    risen = _rises_as_whole(role, before.split()) and is_risen_to(before)
    return risen or bool(_BEFORE.search(before) or _AFTER.match(after))


def _rises_as_whole(role: str, before: list[str]) -> bool:
    """Whether a number of the role that rose is the whole: "taking the toll to 19", but not that "since January"."""
    return role in IN_PARTS or ("since" not in before and not COUNTS.isdisjoint(before))
