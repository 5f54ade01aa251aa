"""How far the sorting of articles into stories has come, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from twosource.stores.base.articles import Told, told_of
from twosource.stores.base.sorting import Listed, SortedArticle, SortedStory, SortingChange
from twosource.stores.memory.articles import Articles


@dataclass(slots=True)
class Sorting:
    """What is kept of the sorting."""

    opened: int = 0
    held: Mapping[str, int] = field(default_factory=dict)
    under: Mapping[str, Listed] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    stories: Mapping[str, SortedStory] = field(default_factory=dict)

    def copy(self) -> Sorting:
        """What is kept now: no mapping is ever changed."""
        return replace(self)

    def restore(self, before: Sorting) -> None:
        """Makes it what it was."""
        self.opened, self.held, self.under = before.opened, before.held, before.under
        self.terms, self.stories = before.terms, before.stories


class MemorySortingWriter:
    """See `SortingWriter`."""

    def __init__(self, sorting: Sorting, articles: Articles) -> None:
        self._sorting, self._to_sort = sorting, articles

    def sorted_counts(self) -> tuple[int, int]:
        """See `SortingWriter.sorted_counts`."""
        return len(self._sorting.terms), self._sorting.opened

    def unsorted(self, most: int) -> list[Told]:
        """See `SortingWriter.unsorted`."""
        first = len(self._sorting.terms)
        return [told_of(reading) for reading in islice(self._to_sort.readings.values(), first, first + most)]

    def articles_holding(self, term: str) -> int:
        """See `SortingWriter.articles_holding`."""
        return self._sorting.held.get(term, 0)

    def articles_under(self, term: str) -> Listed:
        """See `SortingWriter.articles_under`."""
        return self._sorting.under.get(term, ())

    def sorted_article(self, number: int) -> SortedArticle:
        """See `SortingWriter.sorted_article`."""
        told = told_of(self._to_sort.readings[self._article(number)])
        terms = self._sorting.terms[told.article]
        return SortedArticle(article=told.article, terms=terms, day=told.day, top=told.top)

    def story_of_sorted(self, number: int) -> str:
        """See `SortingWriter.story_of_sorted`."""
        return self._to_sort.stories[self._article(number)]

    def sorted_story(self, story: str) -> SortedStory:
        """See `SortingWriter.sorted_story`."""
        return self._sorting.stories[story]

    def keep_sorting(self, change: SortingChange) -> None:
        """See `SortingWriter.keep_sorting`."""
        if unknown := change.terms.keys() - self._to_sort.readings.keys():
            raise KeyError(min(unknown))
        kept = self._sorting
        kept.opened = change.opened
        kept.held = {**kept.held, **change.held}
        kept.under = {**kept.under, **change.under}
        kept.terms = {**kept.terms, **change.terms}
        stories = {**kept.stories, **change.stories}
        kept.stories = {story: one for story, one in stories.items() if one is not None}

    def _article(self, number: int) -> str:
        article = next(islice(self._sorting.terms, number, None), None)
        if article is None:
            raise KeyError(number)
        return article
