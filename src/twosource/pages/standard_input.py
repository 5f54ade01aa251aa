"""Standard input read as it comes: nothing waits for it, so what has come is worked on while the rest is awaited."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from multiprocessing.connection import wait

from twosource.engines import Waiting

_PIECE = 1 << 20
_HEAD = 4096
_ROWS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\{\s*+\"")
_MAY_BE_ROWS = re.compile(rb"(?:\xef\xbb?\xbf?)?\s*+(?:\{\s*+)?")


class StandardInput:
    """The bytes that come on a descriptor. What reads them gives Waiting for as long as there are none."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = bytearray()
        self._ended = False

    def begin(self) -> Iterator[Waiting]:
        """Reads so much that it can be told whether rows come."""
        while not self._ended and len(self._held) < _HEAD and _MAY_BE_ROWS.fullmatch(self._held):
            yield from self._more()

    @property
    def holds_rows(self) -> bool:
        """Whether it begins as rows of JSONL do: with an object."""
        return _ROWS.match(self._held) is not None

    def all(self, most: int) -> Iterator[bytes | Waiting]:
        """All there is, at once; one byte beyond `most` of what is longer."""
        while not self._ended and len(self._held) <= most:
            yield from self._more()
        yield bytes(self._held[: most + 1])

    def lines(self, most: int) -> Iterator[bytes | Waiting]:
        """Each line with its end, as soon as it is whole; one byte beyond `most` of what is longer."""
        searched, inside = 0, False
        while self._held or not self._ended:
            end = self._held.find(b"\n", searched) + 1
            if not end and not self._ended and len(self._held) <= most:
                searched = len(self._held)
                yield from self._more()
                continue
            line = bytes(self._held[: min(end or len(self._held), most + 1)])
            del self._held[: end or len(self._held)]
            if not inside:
                yield line
            searched, inside = 0, not end  # inside: what follows is the rest of a line that was too long

    def _more(self) -> Iterator[Waiting]:
        """Reads what there is now, once there is anything."""
        while sys.platform != "win32" and not wait([self._descriptor], 0):  # Windows waits in the reading itself
            yield Waiting(on=(self._descriptor,))
        piece = os.read(self._descriptor, _PIECE)
        self._ended = not piece
        self._held += piece
