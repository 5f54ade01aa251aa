"""Sorts what a desk has kept into stories, one article after the other, reading only what each is compared with.

The stories are those that one uninterrupted `cluster` would make of the same articles in the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from twosource.stores.base import SortedArticle, SortedStory, SortingChange, Writer
from twosource.stories.cluster import Stories
from twosource.stories.memory import Memory, Story
from twosource.stories.reports import Report, top_of
from twosource.text.days import day_of

AT_ONCE = 500
"""Articles sorted in one transaction, about half a second, where an earlier version has left many unsorted."""
MOST_TERMS, MOST_LISTS, MOST_REPORTS = 100_000, 20_000, 3_000
"""What is remembered from one transaction to the next, at most: of each 10 to 30 MB."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Loaded(dict[Key, Value]):
    """A mapping that asks the store for what it has not met, and knows which values are other than there."""

    def __init__(self, load: Callable[[Key], Value]) -> None:
        super().__init__()
        self._load = load
        self.changed: dict[Key, None] = {}

    def __missing__(self, key: Key) -> Value:
        if key in self.changed:  # it was deleted
            raise KeyError(key)
        value = self._load(key)
        super().__setitem__(key, value)
        return value

    def __setitem__(self, key: Key, value: Value) -> None:
        self.changed[key] = None
        super().__setitem__(key, value)

    def __delitem__(self, key: Key) -> None:
        self.changed[key] = None
        super().__delitem__(key)

    def written(self, most: int) -> None:
        """Takes note that all changes are in the store; forgets what was met first where it holds more than `most`."""
        self.changed.clear()
        if len(self) > most:
            latest = list(self.items())[-(most // 2) :]
            self.clear()
            self.update(latest)


class Sorter:
    """Sorts the articles of one store. After a transaction that failed, it has to `forget`."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.forget()

    def forget(self) -> None:
        """Forgets all that it knows of the store."""
        writer = self._writer
        self._held = Loaded(writer.articles_holding)
        self._under = Loaded(writer.articles_under)
        self._reports = Loaded[int, Report](lambda number: _report(writer.sorted_article(number)))
        self._placed = Loaded(writer.story_of_sorted)
        self._opened = Loaded[str, Story](lambda story: _story(writer.sorted_story(story)))
        self._memory = Memory(
            held=self._held, under=self._under, reports=self._reports, placed=self._placed, stories=self._opened
        )
        self._stories = Stories(self._memory)

    def sort(self) -> dict[str, str]:
        """Sorts at most AT_ONCE articles that are not sorted yet, within a transaction of the writer.

        The story of each of them, and of those whose story is another now, by article.
        """
        counts = self._writer.sorted_counts()
        if counts != (self._memory.count, self._memory.opened):  # at first, and where another process has sorted
            self.forget()
            self._memory.count, self._memory.opened = counts
        placed: dict[str, str] = {}
        for told in self._writer.unsorted(AT_ONCE):
            placed.update(self._stories.add((told.article, told.text, told.day, told.top)))
        if placed:
            self._writer.keep_sorting(self._change())
            self._writer.assign(placed)
            self._written()
        return placed

    def _change(self) -> SortingChange:
        return SortingChange(
            count=self._memory.count,
            opened=self._memory.opened,
            held={term: self._held[term] for term in self._held.changed},
            under={term: self._under[term] for term in self._under.changed},
            terms={report.article: report.terms for report in map(self._reports.get, self._reports.changed) if report},
            stories={story: _kept(self._opened.get(story)) for story in self._opened.changed},
        )

    def _written(self) -> None:
        self._held.written(MOST_TERMS)
        self._under.written(MOST_LISTS)
        self._reports.written(MOST_REPORTS)
        self._placed.written(MOST_REPORTS)
        self._opened.written(MOST_REPORTS)


def _report(found: SortedArticle) -> Report:
    return Report(found.article, dict(found.terms), top_of(found.top), day_of(found.day))


def _story(found: SortedStory) -> Story:
    return Story(found.order, found.articles)


def _kept(story: Story | None) -> SortedStory | None:
    return SortedStory(order=story.order, articles=story.reports) if story else None
