"""Puts articles into a desk: they, their stories and what sorts the next ones are one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from twosource.desk.ingest.sorting import Sorter
from twosource.desk.versions import sightings_of
from twosource.stores.base import Arrival, Rejected, Writer


class Intake:
    """Where articles come into a store; one for as long as its writer is open."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sorter = Sorter(writer)
        self._caught_up = False
        self.touched: set[str] = set()
        """The stories that articles were put into."""

    def take(self, arrivals: Sequence[Arrival], rejected: Sequence[Rejected] = ()) -> int:
        """Keeps and sorts articles, and puts what failed into quarantine, wholly or not at all. How many were new."""
        self._sort_what_was_left()
        with self._at_once():
            new = self._writer.keep(arrivals) if arrivals else 0
            self._writer.note_sightings(sightings_of(a.reading for a in arrivals))
            if rejected:
                self._writer.reject(rejected)
            while placed := self._sorter.sort():
                self.touched.update(placed.values())
        return new

    def _sort_what_was_left(self) -> None:
        """Sorts articles that an earlier version has kept, which sorted all of them anew each time."""
        left = True
        while left and not self._caught_up:
            with self._at_once():
                left = bool(self._sorter.sort())
        self._caught_up = True

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        try:
            with self._writer.together():
                yield
        except BaseException:
            self._sorter.forget()
            raise
