"""The store seam: what a desk keeps, who writes it, who reads it. One file a concern; a store implements them all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from twosource.stores.base.articles import (
    Arrival,
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
from twosource.stores.base.feeds import Feed, FeedView, FeedWriter, Host, WatchedPage
from twosource.stores.base.works import STATUSES, Work, WorkView, WorkWriter

__all__ = [
    "STATUSES",
    "Arrival",
    "Counts",
    "Feed",
    "Host",
    "Rejected",
    "Row",
    "Store",
    "StoryRow",
    "Told",
    "View",
    "WatchedPage",
    "Work",
    "Writer",
    "kept_form",
    "row_of",
    "search_words",
    "searched_text",
    "told_of",
]


class Writer(ArticleWriter, WorkWriter, FeedWriter, Protocol):
    """Puts things into a store. Each call is done wholly or not at all, and what it did is never lost afterwards."""

    def together(self) -> AbstractContextManager[None]:
        """Within it all calls are one: done wholly at its end, or not at all where it raises."""
        ...


class View(ArticleView, WorkView, FeedView, Protocol):
    """Reads a store; what it gives does not change while others write."""


class Store(Protocol):
    """Something that keeps articles. Any number may read while one writes."""

    def writer(self) -> AbstractContextManager[Writer]:
        """A writer; each of its calls raises StoreBusy where another has written for too long."""
        ...

    def view(self) -> AbstractContextManager[View]:
        """A view of what is kept now."""
        ...
