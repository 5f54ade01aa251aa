"""The dates of feeds, as RFC 822 or ISO 8601 or nearly so, written as ISO 8601 with the zone that they name."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 60
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def iso_date(written: str | None, parsed: tuple[int, ...] | None = None) -> str | None:
    """A date in ISO 8601; `parsed`, year to second in UTC, is used where `written` has another form.

    A day without a time stays a day; a time without a zone stays without one. None where there is no date.
    """
    said = (written or "").strip()
    if len(said) > _LONGEST:
        said = ""
    if _DAY.fullmatch(said):
        return said
    for read in (datetime.fromisoformat, _internet_date):
        try:
            return read(said).isoformat(timespec="seconds")
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    try:
        return datetime(*parsed[:6], tzinfo=UTC).isoformat(timespec="seconds") if parsed else None  # type: ignore[misc,arg-type]
    except (ValueError, TypeError, OverflowError):
        return None


def _internet_date(said: str) -> datetime:
    """A date of RFC 822; `-0000`, which the module leaves without a zone, is UTC."""
    found = parsedate_to_datetime(said)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
