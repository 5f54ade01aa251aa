"""The engine of one machine: worker processes that answer input by input, so that a bad input costs only itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from time import monotonic
from typing import Generic

from twosource.engines.base import Input, Result, Waiting, arrived
from twosource.engines.worker import FORKS, OUT_OF_MEMORY, OUT_OF_TIME, PATIENCE, Worker, name_of
from twosource.errors import InputError, TimedOut, WorkerDied

_BATCH_SECONDS = 0.2
_MAX_BATCH = 32
"""Inputs sent at once: as many as take about _BATCH_SECONDS, so that waiting for the next costs under 1%."""
_WINDOW = 4
"""Batches a worker's share may run ahead of the result that is taken next."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Runs functions in `workers` processes; each input may take `seconds` and `memory_bytes` (None: no limit).

    Seconds are those of the processor: what else the machine does fails no input. By the clock it may be four times as
    many, for work that waits.
    """

    workers: int = 1
    seconds: float = 10.0
    memory_bytes: int | None = 2 * 2**30

    @property
    def inherits(self) -> bool:
        """Whether workers begin with all that this process has loaded (they are forks of it)."""
        return FORKS

    def stream(
        self, function: Callable[[Input], Result], inputs: Iterable[Input | Waiting]
    ) -> Generator[Result | InputError | Waiting]:
        """See Engine.stream. Closing the iterator, or any exception, ends the workers."""
        run = _Run(self, function, inputs)
        try:
            yield from run.results()
        finally:
            run.end()

    def map(self, function: Callable[[Input], Result], inputs: Iterable[Input]) -> Iterator[Result | InputError]:
        """See Engine.map. Closing the iterator, or any exception, ends the workers."""
        with closing(self.stream(function, inputs)) as results:
            waited: Iterator[Result | InputError] = arrived(results)
            yield from waited


class _Run(Generic[Input, Result]):
    """One call of `stream`. Numbers of inputs count from zero."""

    def __init__(
        self, engine: LocalEngine, function: Callable[[Input], Result], inputs: Iterable[Input | Waiting]
    ) -> None:
        self._engine = engine
        self._function = function
        self._inputs = iter(inputs)
        self._awaited: Waiting | None = None
        self._again: deque[tuple[int, Input]] = deque()
        self._workers: list[Worker] = []
        self._done: dict[int, Result | InputError] = {}
        self._drawn = self._given = 0
        self._pace = _BATCH_SECONDS
        self._exhausted = False

    def results(self) -> Iterator[Result | InputError | Waiting]:
        """The results in order; draws inputs only while the next result is wanted."""
        while True:
            self._feed()
            while self._given in self._done:
                self._given += 1
                yield self._done.pop(self._given - 1)
                self._feed()
            if self._awaited or any(worker.pending for worker in self._workers):
                yield self._waiting()
                self._collect()
            elif self._exhausted and not self._again and not self._done:
                return

    def end(self) -> None:
        """Kills all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _feed(self) -> None:
        """Sends a batch to each worker that has none; workers start when they are first needed."""
        self._awaited = None
        idle = [worker for worker in self._workers if not worker.pending]
        while batch := self._draw(bool(idle)):
            worker = idle.pop() if idle else self._start()
            try:
                worker.send(batch)
            except OSError:  # it died while it had nothing to do, after its last answer
                self._replace(worker, WorkerDied, blame=worker.answered == 0)

    def _start(self) -> Worker:
        engine = self._engine
        others = [worker.connection for worker in self._workers]
        worker = Worker(self._function, engine.seconds, engine.memory_bytes, others)
        self._workers.append(worker)
        return worker

    @property
    def _batch(self) -> int:
        return max(1, min(_MAX_BATCH, int(_BATCH_SECONDS / max(self._pace, 1e-6))))

    def _draw(self, idle: bool) -> list[tuple[int, Input]]:
        """The next batch, empty where nobody is free, nothing is left, or the results lag too far behind."""
        if not idle and len(self._workers) >= self._engine.workers:
            return []
        if self._again:
            return [self._again.popleft()]
        room = self._given + self._engine.workers * self._batch * _WINDOW - self._drawn
        if room <= 0 or self._exhausted:
            return []
        return list(self._next(min(self._batch, room)))

    def _next(self, wanted: int) -> Iterator[tuple[int, Input]]:
        """At most so many inputs with their numbers: those that are there."""
        while wanted and self._awaited is None:
            try:
                one = next(self._inputs)
            except StopIteration:
                self._exhausted = True
                return
            if isinstance(one, Waiting):
                self._awaited = one
                return
            yield self._drawn, one
            self._drawn += 1
            wanted -= 1

    def _waiting(self) -> Waiting:
        """Until a worker answers, ends, or is past its time, or, where one more input could be drawn, that is there."""
        busy = [worker for worker in self._workers if worker.pending]
        ends = [end for worker in busy for end in (worker.connection, worker.sentinel)]
        seconds = [max(0.0, self._latest(worker) - monotonic()) for worker in busy]
        if self._awaited is not None:
            ends += self._awaited.on
            seconds += [] if self._awaited.seconds is None else [self._awaited.seconds]
        return Waiting(tuple(ends), min(seconds, default=None))

    def _latest(self, worker: Worker) -> float:
        """When the input that it works on has to be done."""
        return worker.since + PATIENCE * self._engine.seconds

    def _collect(self) -> None:
        """Takes what workers have answered; sees which have ended, or are past their time."""
        for worker in [worker for worker in self._workers if worker.pending]:
            if worker.connection.poll():
                self._take(worker)
            elif not worker.is_alive():
                self._replace(worker, WorkerDied)
            elif monotonic() > self._latest(worker):
                self._replace(worker, TimedOut)

    def _take(self, worker: Worker) -> None:
        began = worker.since
        try:
            index, answer = worker.receive()
        except (EOFError, OSError):
            self._replace(worker, WorkerDied)
            return
        self._done[index] = answer
        self._pace += 0.1 * (monotonic() - began - self._pace)

    def _replace(self, worker: Worker, fault: type[InputError], *, blame: bool = True) -> None:
        """Ends a worker and fails the input it was at; what else it had goes to others, one by one."""
        self._workers.remove(worker)
        status = worker.end(grace=0 if fault is TimedOut else 1)
        pending = worker.pending
        if blame:
            fault = TimedOut if status == OUT_OF_TIME else fault
            index, one = pending.popleft()
            self._done[index] = fault(f"{name_of(index, one)}: {self._reason(fault, status)}: leave it out or split it")
        self._again.extendleft(reversed(pending))

    def _reason(self, fault: type[InputError], status: int | None) -> str:
        if status == OUT_OF_TIME:
            return f"it was ended after {self._engine.seconds:g} s of work"
        if fault is TimedOut:
            return f"it was ended after {PATIENCE * self._engine.seconds:g} s"
        if status == OUT_OF_MEMORY:
            return f"it needs more than {(self._engine.memory_bytes or 0) >> 20} MiB of memory"
        return f"the process that worked on it ended unexpectedly (exit status {status})"
