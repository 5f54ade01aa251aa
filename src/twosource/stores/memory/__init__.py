"""A store in memory: what the seam means, in as few words as possible. Gone when the process ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from twosource.stores.memory.articles import Articles, MemoryArticleWriter
from twosource.stores.memory.facets import MemoryFacetView, MemoryFacetWriter
from twosource.stores.memory.feeds import MemoryFeedView, MemoryFeedWriter, Watched
from twosource.stores.memory.judgements import Judgements, MemoryJudgementView, MemoryJudgementWriter
from twosource.stores.memory.searches import MemorySearchView, MemorySearchWriter, Searches
from twosource.stores.memory.sorting import MemorySortingWriter, Sorting
from twosource.stores.memory.versions import MemoryVersionView, MemoryVersionWriter, Sightings
from twosource.stores.memory.works import MemoryWorkWriter, Works


@dataclass(slots=True)
class Kept:
    """All that is kept: one field a concern, each with `copy` and `restore`."""

    articles: Articles = field(default_factory=Articles)
    works: Works = field(default_factory=Works)
    watched: Watched = field(default_factory=Watched)
    searches: Searches = field(default_factory=Searches)
    sorting: Sorting = field(default_factory=Sorting)
    judgements: Judgements = field(default_factory=Judgements)
    sightings: Sightings = field(default_factory=Sightings)

    def copy(self) -> Kept:
        """What is kept now, whatever is added later."""
        return Kept(*(getattr(self, concern).copy() for concern in self.__slots__))

    def restore(self, before: Kept) -> None:
        """Makes it what it was."""
        for concern in self.__slots__:
            getattr(self, concern).restore(getattr(before, concern))


class MemoryStore:
    """See `Store`."""

    def __init__(self) -> None:
        self._all = Kept()

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """See `Store.writer`."""
        yield MemoryWriter(self._all)

    @contextmanager
    def view(self) -> Iterator[MemoryView]:
        """See `Store.view`."""
        yield MemoryView(self._all.copy())


class MemoryWriter(
    MemoryArticleWriter,
    MemoryWorkWriter,
    MemoryFacetWriter,
    MemoryFeedWriter,
    MemorySearchWriter,
    MemorySortingWriter,
    MemoryJudgementWriter,
    MemoryVersionWriter,
):
    """See `Writer`."""

    def __init__(self, everything: Kept) -> None:
        MemoryArticleWriter.__init__(self, everything.articles)
        MemoryWorkWriter.__init__(self, everything.works, everything.articles)
        MemorySortingWriter.__init__(self, everything.sorting, everything.articles)
        self._watched = everything.watched
        self._searches = everything.searches
        self._judgements = everything.judgements
        self._sightings = everything.sightings
        self._all = everything

    @contextmanager
    def together(self) -> Iterator[None]:
        """See `Writer.together`."""
        before = self._all.copy()
        try:
            yield
        except BaseException:
            self._all.restore(before)
            raise


class MemoryView(MemoryFacetView, MemoryFeedView, MemorySearchView, MemoryJudgementView, MemoryVersionView):
    """See `View`."""

    def __init__(self, everything: Kept) -> None:
        super().__init__(everything.works, everything.articles)
        self._watched = everything.watched
        self._searches = everything.searches
        self._judgements = everything.judgements
        self._sightings = everything.sightings
