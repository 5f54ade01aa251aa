"""A bounded store of what took long to make: the least lately used goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Held(Generic[T]):
    """Things by key, each with a weight, at most so much together. Two who ask for one thing have it made once."""

    def __init__(self, most: int) -> None:
        self._most, self._weight = most, 0
        self._held: OrderedDict[Hashable, tuple[int, Future[T]]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, weight: int, make: Callable[[], T]) -> T:
        """The thing; made where it is not held. What `make` raises is raised, and not held."""
        with self._lock:
            known = self._held.get(key)
            future: Future[T] = known[1] if known else Future()
            if known:
                self._held.move_to_end(key)
            else:
                self._held[key] = (weight, future)
                self._weight += weight
                self._trim()
        if known is None:
            self._make(key, future, make)
        return future.result()

    def known(self, key: Hashable) -> T | None:
        """The thing, if it is held and was made."""
        with self._lock:
            held = self._held.get(key)
        return held[1].result() if held and held[1].done() and not held[1].exception() else None

    def _make(self, key: Hashable, future: Future[T], make: Callable[[], T]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:
            with self._lock:
                weight, _ = self._held.pop(key, (0, future))
                self._weight -= weight
            future.set_exception(error)

    def _trim(self) -> None:
        """The newest stays, however much it weighs."""
        while self._weight > self._most and len(self._held) > 1:
            _, (weight, _) = self._held.popitem(last=False)
            self._weight -= weight
