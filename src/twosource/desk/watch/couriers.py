"""Who does the errands of a watch: processes, so that nothing they do can hold up or end the watch itself.

They are no threads: the analysis forks its workers while fetches are under way, and a fork has the locks that other
threads hold (of imports, of the TLS library, which also makes our hashes) but not the threads that would give them up.
"""

from __future__ import annotations

from multiprocessing.connection import wait
from time import monotonic
from typing import Protocol

from twosource.desk.watch.errands import Came, Errand, Fetch
from twosource.engines.worker import Worker
from twosource.errors import InputError, TimedOut, WorkerDied
from twosource.pages.limits import FETCH_SECONDS

_MEMORY = 2**30
"""Bytes that one errand may take: a page of 20 MiB takes 60, a hostile feed of 4 MiB 400."""


class Couriers(Protocol):
    """Do errands while others decide which."""

    @property
    def out(self) -> int:
        """How many are under way, or back and not heard yet."""
        ...

    def send(self, errand: Errand) -> None:
        """Begins an errand."""
        ...

    def back(self, seconds: float) -> Came | None:
        """What came of one, within so many seconds; None where none came back."""
        ...

    def end(self) -> None:
        """Ends what is under way."""
        ...


class Processes:
    """Couriers that are processes, one for each errand at a time; they begin when they are first needed."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._idle: list[Worker] = []
        self._busy: list[tuple[Worker, Errand]] = []

    @property
    def out(self) -> int:
        """See `Couriers.out`."""
        return len(self._busy)

    def send(self, errand: Errand) -> None:
        """See `Couriers.send`."""
        worker = self._idle.pop() if self._idle else self._new()
        try:
            worker.send([(0, errand)])
        except OSError:  # it died while it had nothing to do
            worker.end()
            worker = self._new()
            worker.send([(0, errand)])
        self._busy.append((worker, errand))

    def back(self, seconds: float) -> Came | None:
        """See `Couriers.back`."""
        left = [worker.since + FETCH_SECONDS - monotonic() for worker, _ in self._busy]
        ends = [end for worker, _ in self._busy for end in (worker.connection, worker.sentinel)]
        wait(ends, max(0.0, min([seconds, *left])))
        for worker, errand in self._busy:
            came = self._came(worker, errand)
            if came is not None:
                self._busy.remove((worker, errand))
                return came
        return None

    def end(self) -> None:
        """See `Couriers.end`."""
        for worker in [*self._idle, *(worker for worker, _ in self._busy)]:
            worker.end()
        self._idle.clear()
        self._busy.clear()

    def _new(self) -> Worker:
        others = [worker.connection for worker in [*self._idle, *(worker for worker, _ in self._busy)]]
        return Worker(self._fetch, FETCH_SECONDS, _MEMORY, others)

    def _came(self, worker: Worker, errand: Errand) -> Came | None:
        """What a courier brought, or why it never will; None while it is under way."""
        fault: InputError
        if worker.connection.poll():
            try:
                found = worker.receive()[1]
            except (EOFError, OSError):
                fault = WorkerDied(f"{errand.location}: the process that fetched it ended unexpectedly: report this")
            else:
                self._idle.append(worker)
                return Came(errand=errand, error=found) if isinstance(found, InputError) else found
        elif not worker.is_alive():
            fault = WorkerDied(f"{errand.location}: the process that fetched it ended unexpectedly: report this")
        elif monotonic() > worker.since + FETCH_SECONDS:
            fault = TimedOut(f"{errand.location}: it was ended after {FETCH_SECONDS:g} s: try later")
        else:
            return None
        worker.end()
        return Came(errand=errand, error=fault)
