"""How many inputs there are to come, where that can be told without reading them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from twosource.api import PathLike
from twosource.errors import InputError
from twosource.pages.listing import walk

_ONE_PAGE = frozenset({"", "html", "htm", "xhtml", "txt", "md"})
_ROWS = frozenset({"jsonl", "ndjson"})
_PIECE = 1 << 20


def expected(inputs: Iterable[PathLike]) -> int | None:
    """The number of pages in these inputs, one for what is missing; None where one may hold any number.

    That is a stream, an address, an archive, a feed.
    """
    total = 0
    for one in map(str, inputs):
        path = Path(one)
        if one == "-" or "://" in one:
            return None
        try:
            counts = [_pages_in(file) for file in (walk(path) if path.is_dir() else [path])]
        except (OSError, InputError):
            return None  # reading it will say why it cannot be read
        for count in counts:
            if count is None:
                return None
            total += count
    return total


def _pages_in(path: Path) -> int | None:
    if not path.exists():
        return 1  # which fails
    extension = path.suffix.lower().removeprefix(".")
    if extension in _ROWS:
        return _lines_in(path)
    return 1 if extension in _ONE_PAGE and path.is_file() else None


def _lines_in(path: Path) -> int:
    """Its lines, an open last one included; half a second for a gigabyte."""
    count, last = 0, b"\n"
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            count += piece.count(b"\n")
            last = piece[-1:]
    return count + (last != b"\n")
