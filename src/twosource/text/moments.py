"""Moments: in UTC, so that text order is order in time, and in plain words."""

from __future__ import annotations

from datetime import UTC, datetime


def in_utc(written: str | None) -> str:
    """An ISO time or day so that text order is order in time; empty where it is none."""
    try:
        at = datetime.fromisoformat(written or "")
        return (at.astimezone(UTC) if at.tzinfo else at).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""


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
