"""Pages that are written as things happen: the time, what each entry is about, and its text, the latest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.articles.shapes import ends_sentence
from twosource.articles.signatures import read_signature
from twosource.model import BODY_ROLES, Role

_TIMES = 3
"""Lines that are nothing but a time of day from which a page is told live."""
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\d{1,2} ?[ap]\.?m\b|\d{1,3} ?[mh]\w{0,6},? (?:\d{1,2} ?m\w{0,6} )?ago\b",
    re.IGNORECASE,
)
_TITLE, _PROSE = 22, 12
_OPEN = frozenset({"body", "subhead", "navigation", "other", "list"})


def entry_times(lines: Sequence[Line], own: Sequence[Role | None]) -> list[int]:
    """The lines that say when an entry of a live page was written, none where the page is no such page."""
    times = [i for i, line in enumerate(lines) if own[i] in ("dateline", "promo") and _CLOCK.match(line.text)]
    return times if len(times) >= _TIMES else []


def mark_entries(lines: Sequence[Line], roles: list[Role], times: Sequence[int]) -> None:
    """What stands between a time and a paragraph heads its entry; a name alone there or before a time signs one."""
    for time in times:
        for i in (time - 1, time + 1, time + 2):
            if not 0 < i < len(lines) or not (roles[i] in _OPEN or (roles[i] == "promo" and i == time + 1)):
                continue
            if read_signature(lines[i].text):
                roles[i] = "byline"
            elif i > time and _heads(lines, roles, i):
                roles[i], roles[i + 1] = "subhead", "body"
                break


def _heads(lines: Sequence[Line], roles: Sequence[Role], i: int) -> bool:
    line, after = lines[i], i + 1
    if ends_sentence(line.text) or not 1 <= len(line.words) <= _TITLE or after >= len(lines):
        return False
    prose = roles[after] in BODY_ROLES or (roles[after] == "other" and ends_sentence(lines[after].text))
    return prose and len(lines[after].words) >= _PROSE
