"""What a desk keeps so that an article is sorted into a story at the same cost however many came before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from twosource.stores.base.articles import Told

Listed = tuple[tuple[int, float], ...]
"""Numbers of sorted articles, the earliest first, each with a weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedArticle:
    """What is compared of an article: weights of its terms in their order, its ISO day, the vector of its top."""

    article: str
    terms: Mapping[str, float]
    day: str | None
    top: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedStory:
    """A story as the machine made it: how many were opened before it, the numbers of its articles as they joined."""

    order: int
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SortingChange:
    """What is other than before. `count` articles are sorted, numbered from 0 as they came; `opened`: stories ever.

    `held`: articles that hold a term; `under`: articles that are looked up by it; `terms`: those of the newly sorted
    articles, by their ids, in the order of `unsorted`; a story that is None is no more.
    """

    count: int
    opened: int
    held: Mapping[str, int] = field(default_factory=dict)
    under: Mapping[str, Listed] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    stories: Mapping[str, SortedStory | None] = field(default_factory=dict)


class SortingWriter(Protocol):
    """Keeps how far the sorting has come. What it gives is what it was at the last change, by whatever process."""

    def sorted_counts(self) -> tuple[int, int]:
        """How many articles are sorted, and how many stories were ever opened."""
        ...

    def unsorted(self, most: int) -> list[Told]:
        """At most so many articles that are kept and not sorted yet, in the order of their arrival."""
        ...

    def articles_holding(self, term: str) -> int:
        """How many sorted articles hold a term."""
        ...

    def articles_under(self, term: str) -> Listed:
        """The articles that are looked up by a term."""
        ...

    def sorted_article(self, number: int) -> SortedArticle:
        """A sorted article; raises KeyError where there is none of this number."""
        ...

    def story_of_sorted(self, number: int) -> str:
        """The story that the machine put a sorted article into; raises KeyError as above."""
        ...

    def sorted_story(self, story: str) -> SortedStory:
        """A story; raises KeyError where it has no articles."""
        ...

    def keep_sorting(self, change: SortingChange) -> None:
        """Keeps a change; raises KeyError for an article that is not kept."""
        ...
