"""The one reader of the tables: tab-separated rows under a header, comment lines (`#`) before it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(table: str) -> Iterator[str]:
    """The lines of `tables/<table>` that say something: no comments, no empty lines, line ends taken off."""
    text = resources.files("twosource.vocab").joinpath("tables", table).read_text(encoding="utf-8")
    return (line for line in text.split("\n") if line and not line.startswith("#"))


def rows(table: str) -> Iterator[dict[str, str]]:
    """Each row of a TSV table by its column names; a row that is too short has empty cells at its end."""
    body = lines(table)
    columns = next(body).split("\t")
    for line in body:
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@cache
def word_sets(table: str) -> dict[str, frozenset[str]]:
    """The sets of a TSV table by their names: columns `set` and `words`, blanks between the words."""
    return {row["set"]: frozenset(row["words"].split(" ")) for row in rows(table)}


def split(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds a list, `|` between them."""
    return tuple(part for part in cell.split("|") if part)
