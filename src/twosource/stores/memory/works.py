"""Works in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.model import Status
from twosource.stores.base.articles import StoryRow
from twosource.stores.base.works import Work
from twosource.stores.memory.articles import Articles, MemoryArticleView


@dataclass(slots=True)
class Works:
    """Works with their packed records and the articles that they are of."""

    kept: dict[str, tuple[Work, bytes, bytes, frozenset[str]]] = field(default_factory=dict)

    def copy(self) -> Works:
        """What is kept now, whatever is added later."""
        return Works(dict(self.kept))

    def restore(self, before: Works) -> None:
        """Makes it what it was."""
        self.kept = before.kept

    def current(self, story: str, articles: Articles) -> tuple[Work, bytes, bytes] | None:
        """The work, record and page of a story, unless its articles are others by now."""
        if story not in self.kept:
            return None
        work, record, page, of = self.kept[story]
        return (work, record, page) if of == _articles_of(articles, story) else None


def _articles_of(articles: Articles, story: str) -> frozenset[str]:
    return frozenset(article for article, its in articles.stories.items() if its == story)


class MemoryWorkWriter:
    """See `WorkWriter`."""

    def __init__(self, works: Works, articles: Articles) -> None:
        self._works, self._sorted = works, articles

    def keep_work(self, work: Work, record: bytes, of: Iterable[str], page: bytes = b"") -> bool:
        """See `WorkWriter.keep_work`."""
        articles = frozenset(of)
        if articles != _articles_of(self._sorted, work.story):
            return False
        self._works.kept[work.story] = work, record, page, articles
        return True

    def drop_works(self, stories: Iterable[str]) -> None:
        """See `WorkWriter.drop_works`."""
        for story in stories:
            self._works.kept.pop(story, None)

    def drop_works_unless(self, made_by: str) -> None:
        """See `WorkWriter.drop_works_unless`."""
        self._works.kept = {s: kept for s, kept in self._works.kept.items() if kept[0].made_by == made_by}


class MemoryWorkView(MemoryArticleView):
    """See `WorkView`."""

    def __init__(self, works: Works, articles: Articles) -> None:
        super().__init__(articles)
        self._works = works

    def work(self, story: str) -> Work | None:
        """See `WorkView.work`."""
        current = self._works.current(story, self._kept)
        return current[0] if current else None

    def works(self, stories: Iterable[str]) -> dict[str, Work]:
        """See `WorkView.works`."""
        return {story: work for story in stories if (work := self.work(story))}

    def work_record(self, story: str) -> bytes | None:
        """See `WorkView.work_record`."""
        current = self._works.current(story, self._kept)
        return current[1] if current else None

    def work_page(self, story: str) -> bytes | None:
        """See `WorkView.work_page`."""
        current = self._works.current(story, self._kept)
        return current[2] if current else None

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
