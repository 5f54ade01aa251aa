"""The seam of engines: one that spreads the work over other machines fits in where the local one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Protocol, TypeVar

from twosource.errors import InputError

Input = TypeVar("Input")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an iterator gives while it has nothing: ask it again once one of `on` can be read, or after `seconds`.

    So who asks can look at several such iterators, and do something else meanwhile, without a thread for each.
    """

    on: tuple[Connection | int, ...] = ()
    seconds: float | None = None

    def wait(self, most: float | None = None) -> None:
        """Comes back when it is time to ask again, after `most` seconds at the latest."""
        limits = [seconds for seconds in (self.seconds, most) if seconds is not None]
        wait(self.on, min(limits, default=None))


def arrived(coming: Iterable[Result | Waiting]) -> Iterator[Result]:
    """All that comes, waited for."""
    for one in coming:
        if isinstance(one, Waiting):
            one.wait()
        else:
            yield one


class Engine(Protocol):
    """Runs a function over inputs."""

    def stream(
        self, function: Callable[[Input], Result], inputs: Iterable[Input | Waiting]
    ) -> Iterator[Result | InputError | Waiting]:
        """The result of each input, in the order of the inputs, or the InputError that says why there is none.

        Never waits: gives Waiting where the next result is not there yet, and takes it from inputs that come slowly.
        Draws inputs as results are taken, a bounded number ahead. `function` must be picklable (a function of a
        module, a `functools.partial` of one), and so must inputs and results. It may raise InputError.
        """
        ...

    def map(self, function: Callable[[Input], Result], inputs: Iterable[Input]) -> Iterator[Result | InputError]:
        """As `stream`, but waits for each result."""
        ...
