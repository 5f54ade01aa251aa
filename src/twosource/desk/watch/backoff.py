"""How long to wait after failures."""

from __future__ import annotations

from random import Random

FIRST = 600
"""Seconds after the first failure; each further one doubles it …"""
LONGEST = 24 * 3600
"""… up to this."""


def wait_after(failures: int, chance: Random, asked: float | None = None) -> int:
    """Seconds to wait after so many failures in a row, with a quarter more or less; `asked`: no less than Retry-After.

    By chance, so that those who failed together do not come back together.
    """
    usual = min(LONGEST, FIRST * 2 ** min(failures - 1, 20))
    wanted = usual * chance.uniform(0.75, 1.25)
    return int(max(wanted, min(asked or 0.0, LONGEST)))
