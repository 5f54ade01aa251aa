"""Works in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from twosource.model import Status
from twosource.stores.base.articles import StoryRow
from twosource.stores.base.works import Work
from twosource.stores.memory.articles import Articles, MemoryArticleView


@dataclass(frozen=True, slots=True)
class Kept:
    """A work, its record and page, its articles; `sorted`: how the articles of all stories that it rests on were."""

    work: Work
    record: bytes
    page: bytes
    of: frozenset[str]
    sorted: frozenset[tuple[str, str]]

    @property
    def rests_on(self) -> set[str]:
        """The stories that its articles were sorted into, and its own."""
        return {self.work.story, *(story for _, story in self.sorted)}


@dataclass(slots=True)
class Works:
    """Works with their packed records and what they are of."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def copy(self) -> Works:
        """What is kept now, whatever is added later."""
        return Works(dict(self.kept))

    def restore(self, before: Works) -> None:
        """Makes it what it was."""
        self.kept = before.kept

    def current(self, story: str, articles: Articles) -> Kept | None:
        """What is kept of a story, unless articles were sorted otherwise since."""
        kept = self.kept.get(story)
        return kept if kept and kept.sorted == _sorted(articles, kept.rests_on) else None


def _sorted(articles: Articles, stories: Collection[str]) -> frozenset[tuple[str, str]]:
    """The articles of these stories, each with its story."""
    return frozenset((article, story) for article, story in articles.stories.items() if story in stories)


class MemoryWorkWriter:
    """See `WorkWriter`."""

    def __init__(self, works: Works, articles: Articles) -> None:
        self._works, self._sorted = works, articles

    def keep_work(self, work: Work, record: bytes, of: Iterable[str], page: bytes = b"") -> None:
        """See `WorkWriter.keep_work`."""
        articles = frozenset(of)
        stories = {work.story, *(self._sorted.stories.get(article, "") for article in articles)}
        self._works.kept[work.story] = Kept(work, record, page, articles, _sorted(self._sorted, stories))

    def drop_works(self, stories: Iterable[str]) -> None:
        """See `WorkWriter.drop_works`."""
        gone = set(stories)
        self._works.kept = {s: kept for s, kept in self._works.kept.items() if gone.isdisjoint(kept.rests_on)}

    def drop_works_unless(self, made_by: str) -> None:
        """See `WorkWriter.drop_works_unless`."""
        self._works.kept = {s: kept for s, kept in self._works.kept.items() if kept.work.made_by == made_by}


class MemoryWorkView(MemoryArticleView):
    """See `WorkView`."""

    def __init__(self, works: Works, articles: Articles) -> None:
        super().__init__(articles)
        self._works = works

    def work(self, story: str) -> Work | None:
        """See `WorkView.work`."""
        current = self._works.current(story, self._kept)
        return current.work if current else None

    def works(self, stories: Iterable[str]) -> dict[str, Work]:
        """See `WorkView.works`."""
        return {story: work for story in stories if (work := self.work(story))}

    def work_record(self, story: str) -> bytes | None:
        """See `WorkView.work_record`."""
        current = self._works.current(story, self._kept)
        return current.record if current else None

    def work_page(self, story: str) -> bytes | None:
        """See `WorkView.work_page`."""
        current = self._works.current(story, self._kept)
        return current.page if current else None

    def stories_without_work(self, most: int) -> list[str]:
        """See `WorkView.stories_without_work`."""
        known = self.works(self._works.kept)
        several = [s.story for s in self.stories(0, len(self._kept.stories)) if s.articles > 1]
        return [story for story in several if story not in known][:most]

    def stories_with(self, status: Status, skip: int, most: int) -> list[StoryRow]:
        """See `WorkView.stories_with`."""
        works = self.works(self._works.kept)
        wanted = [s for s in self.stories(0, len(self._kept.stories)) if s.story in works]
        return [s for s in wanted if works[s.story].findings[status]][skip : skip + most]
