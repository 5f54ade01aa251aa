"""The store seam: what a desk keeps, who writes it, who reads it. One file a concern; a store implements them all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from twosource.stores.base.arrivals import Arrival
from twosource.stores.base.articles import (
    ArticleView,
    ArticleWriter,
    Counts,
    Rejected,
    Row,
    StoryRow,
    Told,
    kept_form,
    row_of,
    search_words,
    searched_text,
    told_of,
)
from twosource.stores.base.facets import Facet, FacetView, FacetWriter, Found, Known, Search, Tally, facets_of
from twosource.stores.base.feeds import FeedView, FeedWriter, Host, WatchedFeed, WatchedPage
from twosource.stores.base.judgements import JudgementView, JudgementWriter
from twosource.stores.base.searches import SavedSearch, SearchView, SearchWriter
from twosource.stores.base.sorting import SortedArticle, SortedStory, SortingChange, SortingWriter
from twosource.stores.base.versions import Sighting, VersionView, VersionWriter
from twosource.stores.base.works import STATUSES, Work, WorkView, WorkWriter

__all__ = [
    "STATUSES",
    "Arrival",
    "Counts",
    "Facet",
    "Found",
    "Host",
    "Known",
    "Rejected",
    "Row",
    "SavedSearch",
    "Search",
    "Sighting",
    "SortedArticle",
    "SortedStory",
    "SortingChange",
    "Store",
    "StoryRow",
    "Tally",
    "Told",
    "View",
    "WatchedFeed",
    "WatchedPage",
    "Work",
    "Writer",
    "facets_of",
    "kept_form",
    "row_of",
    "search_words",
    "searched_text",
    "told_of",
]


class Writer(
    ArticleWriter, WorkWriter, FacetWriter, FeedWriter, SearchWriter, SortingWriter, JudgementWriter, VersionWriter,
    Protocol,
):  # fmt: skip
    """Puts things into a store. Each call is done wholly or not at all, and what it did is never lost afterwards."""

    def together(self) -> AbstractContextManager[None]:
        """Within it all calls are one: done wholly at its end, or not at all where it raises."""
        ...


class View(ArticleView, WorkView, FeedView, FacetView, SearchView, JudgementView, VersionView, Protocol):
    """Reads a store; what it gives does not change while others write."""


class Store(Protocol):
    """Something that keeps articles. Any number may read while one writes."""

    def writer(self) -> AbstractContextManager[Writer]:
        """A writer; each of its calls raises StoreBusy where another has written for too long."""
        ...

    def view(self) -> AbstractContextManager[View]:
        """A view of what is kept now."""
        ...
