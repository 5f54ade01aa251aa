"""The record itself, by the contract of docs/reference/record.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.codec import dump, record_json
from twosource.model import Record


def to_json(record: Record) -> str:
    """The record as one line of JSON."""
    return dump(record_json(record)) + "\n"


class RecordLines:
    """JSON Lines: a record each. See `Writing`."""

    def add(self, record: Record) -> Iterator[str]:
        """Its line."""
        yield to_json(record)

    def end(self) -> Iterator[str]:
        """Nothing."""
        yield from ()


class JsonList:
    """The one long list of an object, written item by item; `head` is what stands before it, its bracket included."""

    def __init__(self, head: str) -> None:
        self._between = self._head = head

    def add(self, items: Iterable[object]) -> Iterator[str]:
        """More items, a line each."""
        for item in items:
            yield self._between + dump(item)
            self._between = ",\n"

    def end(self, tail: str) -> Iterator[str]:
        """The end; `tail` closes the list."""
        yield (self._head if self._between == self._head else "") + tail
