"""Saved searches in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from twosource.stores.base.searches import SavedSearch
from twosource.stores.memory.articles import Articles


@dataclass(slots=True)
class Searches:
    """What is kept of searches."""

    kept: dict[str, SavedSearch] = field(default_factory=dict)

    def copy(self) -> Searches:
        """What is kept now, whatever is added later."""
        return Searches(dict(self.kept))

    def restore(self, before: Searches) -> None:
        """Makes it what it was."""
        self.kept = before.kept


class MemorySearchWriter:
    """See `SearchWriter`."""

    _searches: Searches

    def save_search(self, saved: SavedSearch) -> None:
        """See `SearchWriter.save_search`."""
        self._searches.kept.setdefault(saved.id, saved)

    def read_search(self, search: str, upto: int) -> None:
        """See `SearchWriter.read_search`."""
        saved = self._searches.kept.get(search)
        if saved:
            self._searches.kept[search] = replace(saved, read=max(saved.read, upto))

    def forget_search(self, search: str) -> None:
        """See `SearchWriter.forget_search`."""
        self._searches.kept.pop(search, None)


class MemorySearchView:
    """See `SearchView`."""

    _searches: Searches
    _kept: Articles

    def saved_searches(self) -> list[SavedSearch]:
        """See `SearchView.saved_searches`."""
        return list(self._searches.kept.values())

    def saved_search(self, search: str) -> SavedSearch | None:
        """See `SearchView.saved_search`."""
        return self._searches.kept.get(search)

    def last_arrival(self) -> int:
        """See `SearchView.last_arrival`."""
        return len(self._kept.readings)
