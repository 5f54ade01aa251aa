"""A clock that these tests set, and what they fetch with where no server is needed."""

from __future__ import annotations


class SetClock:
    """A clock that stands still but for sleep."""

    def __init__(self, now: float = 1_935_000_000.0) -> None:
        self.time = now
        self.slept = 0.0

    def now(self) -> float:
        """The time."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Lets time pass at once."""
        self.time += seconds
        self.slept += seconds
