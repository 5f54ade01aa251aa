"""How long to wait after failures: by their number, and as the host asks."""

from __future__ import annotations

from random import Random

from twosource.desk.watch.crawl import HostWaits
from twosource.errors import InputError
from twosource.pages.fetch import AnswerRefused

FIRST = 600
"""Seconds after the first failure; each further one doubles it …"""
LONGEST = 24 * 3600
"""… up to this."""


def wait_after(failures: int, chance: Random, error: InputError, now: float) -> int:
    """Seconds to wait after so many failures in a row, with a quarter more or less, and no less than its host asks.

    By chance, so that those who failed together do not come back together.
    """
    asked = _asked(error, now)
    usual = min(LONGEST, FIRST * 2 ** min(failures - 1, 20))
    wanted = usual * chance.uniform(0.75, 1.25)
    return int(max(wanted, min(asked or 0.0, LONGEST)))


def _asked(error: InputError, now: float) -> float | None:
    """The seconds that the host asks us to wait, where it does."""
    if isinstance(error, HostWaits):
        return error.until - now
    return error.retry_after if isinstance(error, AnswerRefused) else None
