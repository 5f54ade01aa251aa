"""A moment in plain words."""

from __future__ import annotations

from datetime import datetime


def moment_words(at: str | None) -> str:
    """2031-05-03T14:05:00+00:00 → 14:05 UTC on 3 May 2031; 2031-05-03 → 3 May 2031; empty where it is unknown."""
    try:
        when = datetime.fromisoformat(at or "")
    except ValueError:
        return ""
    day = f"{when.day} {when:%B} {when.year}"
    if len(at or "") <= len("2031-05-03"):
        return day
    zone = " UTC" if when.tzinfo and not when.utcoffset() else ""
    return f"{when:%H:%M}{zone} on {day}"
