"""Work that nobody has to wait for: one thread does it, what was asked for last first."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from queue import LifoQueue
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """Makes things in a thread of its own, which ends with the process."""

    def __init__(self) -> None:
        self._asked: dict[Hashable, Future[T]] = {}
        self._lock = Lock()
        self._waiting: LifoQueue[tuple[Hashable, Callable[[], T]]] = LifoQueue()
        Thread(target=self._work, daemon=True).start()

    def ask(self, key: Hashable, make: Callable[[], T]) -> Future[T]:
        """The thing, now or later; asked for again while it waits, it is made once."""
        with self._lock:
            if key in self._asked:
                return self._asked[key]
            future = self._asked[key] = Future()
        self._waiting.put((key, make))
        return future

    def _work(self) -> None:
        while True:
            key, make = self._waiting.get()
            future = self._asked[key]
            try:
                future.set_result(make())
            except Exception as error:
                future.set_exception(error)
            with self._lock:
                del self._asked[key]
