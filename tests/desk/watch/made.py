"""A clock that these tests set, and what they fetch with where no server is needed."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue

from twosource.desk.watch.errands import Came, Errand, Fetch
from twosource.errors import InputError


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


class Threads:
    """Couriers in this process, so that what they fetch with can tell the test what it was asked."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.came: SimpleQueue[Came] = SimpleQueue()
        self.out = 0

    def send(self, errand: Errand) -> None:
        """See `Couriers.send`."""
        self.out += 1
        threading.Thread(target=self._work, args=(errand,), daemon=True).start()

    def _work(self, errand: Errand) -> None:
        try:
            self.came.put(self._fetch(errand))
        except InputError as error:
            self.came.put(Came(errand=errand, error=error))

    def back(self, seconds: float) -> Came | None:
        """See `Couriers.back`."""
        try:
            came = self.came.get(timeout=seconds) if seconds else self.came.get_nowait()
        except Empty:
            return None
        self.out -= 1
        return came

    def end(self) -> None:
        """See `Couriers.end`."""
