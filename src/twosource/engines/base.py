"""The seam of engines: one that spreads the work over other machines fits in where the local one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from twosource.errors import InputError

Input = TypeVar("Input")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs a function over inputs."""

    def map(self, function: Callable[[Input], Result], inputs: Iterable[Input]) -> Iterator[Result | InputError]:
        """The result of each input, in the order of the inputs, or the InputError that says why there is none.

        Draws inputs as results are taken, a bounded number ahead. `function` must be picklable (a function of a
        module, a `functools.partial` of one), and so must inputs and results. It may raise InputError.
        """
        ...
