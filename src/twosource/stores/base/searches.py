"""Searches that a reader keeps, each with how far what it finds has been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from twosource.stores.base.facets import Search


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search under a name; `read`: the number of the last arrival that its reader has seen; `made`: ISO 8601."""

    id: str
    name: str
    search: Search
    made: str
    read: int


class SearchWriter(Protocol):
    """Keeps searches."""

    def save_search(self, saved: SavedSearch) -> None:
        """Keeps a search; one with its id that is kept already changes nothing."""
        ...

    def read_search(self, search: str, upto: int) -> None:
        """What arrived up to this number is read; nothing becomes unread by it."""
        ...

    def forget_search(self, search: str) -> None:
        """Keeps a search no longer; one that is not kept changes nothing."""
        ...


class SearchView(Protocol):
    """Reads the searches that are kept."""

    def saved_searches(self) -> list[SavedSearch]:
        """All of them in the order in which they were kept."""
        ...

    def saved_search(self, search: str) -> SavedSearch | None:
        """The one with this id."""
        ...

    def last_arrival(self) -> int:
        """The number of the article that came last; 0 where none is kept."""
        ...
