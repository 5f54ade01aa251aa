"""The letters that a rule of the time grammar may begin with, so that at each word only those rules are tried that can.

Of 74 rules three or four can begin with two given letters, and with most pairs none can.
"""

from __future__ import annotations

import re
from collections import deque

_PIECE = re.compile(r"\((\?(?::|=|<=|P<\w+>))?|\)|\||\?|\[([^\]]*)\]|(.)")
_LOOKS = ("?=", "?<=")
_LENGTH = 2


def beginnings(pattern: str) -> frozenset[str]:
    """The two letters with which a match of `pattern` can begin; one where it may end after it.

    Rules are written with groups, classes, `|`, `?` and looks around; nothing else is understood.
    """
    return frozenset(_choices(deque(_PIECE.finditer(pattern))))


def _choices(rest: deque[re.Match[str]]) -> set[str]:
    """The beginnings of all up to the closing bracket, empty where that may be empty; takes what it reads off."""
    choices, begun = set[str](), {""}
    while rest:
        if rest[0].group() in (")", "|"):
            choices, begun = choices | begun, {""}
            if rest.popleft().group() == ")":
                return choices
            continue
        looks_around = rest[0][1] in _LOOKS
        piece = _repeated(rest)
        if not looks_around:
            begun = {(one + two)[:_LENGTH] for one in begun for two in (piece if len(one) < _LENGTH else ("",))}
    return choices | begun


def _repeated(rest: deque[re.Match[str]]) -> set[str]:
    """The same for one letter, class or group, with the `?` after it."""
    piece = rest.popleft()
    found = _choices(rest) if piece.group().startswith("(") else set(piece[2] or piece[3])
    if rest and rest[0].group() == "?":
        rest.popleft()
        found = found | {""}
    return found
