"""Whether a number is told as that of all, others being of parts: "to five the overall toll", "34 dead in all"."""

from __future__ import annotations

import re

_ALL = r"(?:overall|total|combined)"
_COUNTED = r"(?:death |casualty )?(?:toll|number|count|tally)"
_BEFORE = re.compile(rf"\b{_ALL}(?: \w{{1,12}})?(?: (?:to|of|is|was|at|stands at|rose to))?\W{{1,2}}$")
_AFTER = re.compile(rf"\W{{0,2}}(?:\w{{1,12}} )?(?:the )?{_ALL} {_COUNTED}\b|\W{{0,2}}\w{{0,12}} in (?:all|total)\b")


def is_all(before: str, after: str) -> bool:
    """Whether the text `before` or `after` a number in its sentence, in lower case, says so."""
    return bool(_BEFORE.search(before) or _AFTER.match(after))
