"""A desk seen as people judged it: stories that were joined or parted, and which judgements bear on which reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import Any, cast

from twosource.judgements import History, Membership, membership
from twosource.judgements.stories import KINDS
from twosource.model import Judgement, Status
from twosource.stores.base import Counts, Row, Store, StoryRow, View, Writer


class Index:
    """The judgements in force by what they speak of."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.of_stories = tuple(j for j in history.in_force if j.kind in KINDS)
        self._at: dict[str, list[int]] = {}
        for number, judgement in enumerate(history.in_force):
            for subject in subjects(judgement):
                self._at.setdefault(subject, []).append(number)

    def bearing(self, rows: Iterable[Row]) -> tuple[Judgement, ...]:
        """The judgements that speak of these articles or of words in them, the oldest first."""
        numbers = {n for row in rows for of in (row.article, row.page) for n in self._at.get(of, ())}
        return tuple(self.history.in_force[n] for n in sorted(numbers))


def subjects(judgement: Judgement) -> frozenset[str]:
    """The ids of the articles and pages that a judgement speaks of."""
    return frozenset((*judgement.articles, *judgement.ruling.articles, *(s.page for s in judgement.passages)))


class JudgedStore:
    """A store whose views show stories as people made them; writing goes to the store as it is."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: list[Judgement] = []
        self._index = Index(History(()))
        self._lock = Lock()

    def writer(self) -> AbstractContextManager[Writer]:
        """See `Store.writer`."""
        return self._store.writer()

    @contextmanager
    def view(self) -> Iterator[View]:
        """See `Store.view`."""
        with self._store.view() as view:
            # A view is made of all that `View` has: what is not told otherwise here is passed on.
            yield cast("View", JudgedView(view, self._now(view)))

    def _now(self, view: View) -> Index:
        """The index of what this view holds; entries are only ever added, so that only new ones are read."""
        with self._lock:
            known = len(self._entries)
            fresh = view.judgements(known)
            if fresh:
                self._entries.extend(fresh)
                self._index = Index(History.of(self._entries))
            return self._index


@dataclass(frozen=True, slots=True)
class Whole:
    """A story as people made it: its id, and its articles in the order of their arrival."""

    story: str
    rows: tuple[Row, ...]

    @property
    def row(self) -> StoryRow:
        """What a list shows of it."""
        days = sorted(row.day for row in self.rows if row.day)
        first, last = (days[0], days[-1]) if days else (None, None)
        return StoryRow(story=self.story, articles=len(self.rows), first=first, last=last)


class JudgedView:
    """See `View`; the few stories that people joined or parted are put together here, all others come as they are."""

    def __init__(self, view: View, index: Index) -> None:
        self._view = view
        self.index = index

    def __getattr__(self, name: str) -> Any:
        return getattr(self._view, name)

    @cached_property
    def _placed(self) -> dict[str, str]:
        """The machine's story of each article that a judgement of stories names."""
        named = {a for j in self.index.of_stories for a in (*j.articles, *j.ruling.articles)}
        return {row.article: row.story for row in known_rows(self._view, sorted(named)) if row.story}

    @cached_property
    def _membership(self) -> Membership:
        return membership(self.index.of_stories, self._placed)

    @cached_property
    def _touched(self) -> dict[str, StoryRow]:
        """The machine's stories that a judgement speaks of."""
        rows = {story: self._view.rows_in(story) for story in dict.fromkeys(self._placed.values())}
        return {story: Whole(story, tuple(found)).row for story, found in rows.items()}

    @cached_property
    def _wholes(self) -> dict[str, Whole]:
        """What people made of those, by what all labels of one have in common."""
        now = self._membership
        groups: dict[str, list[Row]] = {}
        for row in (row for story in self._touched for row in self._view.rows_in(story)):
            groups.setdefault(now.whole_of(now.label(row.article, row.story)), []).append(row)
        return {whole: _whole(rows, now) for whole, rows in groups.items()}

    def rows_in(self, story: str) -> list[Row]:
        """See `ArticleView.rows_in`; also by the id of a story that was joined to another."""
        if not self.index.of_stories:
            return self._view.rows_in(story)
        whole = self._wholes.get(self._membership.whole_of(story)) or self._by_id.get(story)
        return list(whole.rows) if whole else [] if story in self._touched else self._view.rows_in(story)

    @cached_property
    def _by_id(self) -> dict[str, Whole]:
        return {whole.story: whole for whole in self._wholes.values()}

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """See `ArticleView.rows_of`."""
        return [self._own(row) for row in self._view.rows_of(articles)]

    def rows(self) -> Iterator[Row]:
        """See `ArticleView.rows`."""
        return map(self._own, self._view.rows())

    def _own(self, row: Row) -> Row:
        """The row with its story as people have it."""
        if not self.index.of_stories or row.story not in self._touched:
            return row
        now = self._membership
        return replace(row, story=self._wholes[now.whole_of(now.label(row.article, row.story))].story)

    def counts(self) -> Counts:
        """See `ArticleView.counts`."""
        counts = self._view.counts()
        if not self.index.of_stories:
            return counts
        return replace(counts, stories=counts.stories - len(self._touched) + len(self._wholes))

    def stories(self, skip: int, most: int) -> list[StoryRow]:
        """See `ArticleView.stories`; of stories of one day those that people made come first."""
        if not self.index.of_stories:
            return self._view.stories(skip, most)
        plain = self._view.stories(0, skip + most + len(self._touched))
        return self._mixed(plain, self._wholes.values())[skip : skip + most]

    def _mixed(self, plain: Sequence[StoryRow], made: Iterable[Whole]) -> list[StoryRow]:
        """Ordered stories of the machine with those that people made of some in their places."""
        mixed = [row for row in plain if row.story not in self._touched]
        for whole in made:
            at = bisect_left(mixed, _lateness(whole.row), key=_lateness)
            mixed.insert(at, whole.row)
        return mixed

    def stories_without_work(self, most: int) -> list[str]:
        """See `WorkView.stories_without_work`; those that people made come first."""
        if not self.index.of_stories:
            return self._view.stories_without_work(most)
        plain = self._view.stories_without_work(most + len(self._touched))
        made = [whole.story for whole in self._wholes.values() if len(whole.rows) > 1]
        fresh = [story for story in made if self._view.work(story) is None]
        return [*fresh, *(story for story in plain if story not in self._touched)][:most]

    def stories_with(self, status: Status, skip: int, most: int) -> list[StoryRow]:
        """See `WorkView.stories_with`; as `stories`."""
        if not self.index.of_stories:
            return self._view.stories_with(status, skip, most)
        plain = self._view.stories_with(status, 0, skip + most + len(self._touched))
        works = self._view.works(self._by_id)
        made = [whole for whole in self._wholes.values() if whole.story in works]
        return self._mixed(plain, [w for w in made if works[w.story].findings[status]])[skip : skip + most]


def _whole(rows: Iterable[Row], now: Membership) -> Whole:
    """Its id is that of the machine's story, or of those that left together, that its first article is of.

    A version of an article can stand in two of the stories that were joined.
    """
    ordered = sorted({row.article: row for row in rows}.values(), key=lambda row: row.number)
    story = now.label(ordered[0].article, ordered[0].story)
    return Whole(story, tuple(replace(row, story=story) for row in ordered))


def _lateness(row: StoryRow) -> tuple[bool, list[int]]:
    """Sorts the latest day first, undated stories at the end."""
    return row.last is None, [-ord(c) for c in row.last or ""]


def bearing_on(view: View, rows: Iterable[Row]) -> tuple[Judgement, ...]:
    """The judgements in force that bear on these articles, the oldest first."""
    return index_of(view).bearing(rows)


def index_of(view: View) -> Index:
    """The judgements in force on a desk."""
    return view.index if isinstance(view, JudgedView) else Index(History.of(view.judgements()))


def rows_of(view: View, judgement: Judgement) -> list[Row]:
    """The articles of a desk that a judgement speaks of: it may come from another desk."""
    articles = [*judgement.articles, *judgement.ruling.articles, *view.articles_on(s.page for s in judgement.passages)]
    return list(known_rows(view, dict.fromkeys(articles)))


def known_rows(view: View, articles: Iterable[str]) -> Iterator[Row]:
    """The rows of those of these articles that are kept."""
    for article in articles:
        try:
            yield from view.rows_of([article])
        except KeyError:
            continue


def history_of(view: View) -> History:
    """All that people decided on a desk."""
    return index_of(view).history
