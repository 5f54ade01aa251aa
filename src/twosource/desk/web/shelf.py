"""The stories of a desk, worked out when they are first asked for and held as long as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.desk.web.held import Held
from twosource.desk.web.story import DeskStory, story_path
from twosource.formats.stories import Count
from twosource.pipeline import combine
from twosource.stores.base import Row, Store, StoryRow, View

MOST_REPORTS = 600
"""Reports whose stories are held whole: about 0.4 MB each."""
MOST_HEADS = 5000
"""Stories whose heads are held: about 1 KB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A story as a list shows it; `origins` and `counts` only where several reports can be compared."""

    path: str
    headline: str
    reports: int
    outlets: tuple[str, ...]
    where: str = ""
    since: str = ""
    """The day of the first report, where it is not that of the last."""
    origins: int = 0
    counts: tuple[Count, ...] = ()


class Shelf:
    """Stories by id. One that has grown or changed in the store is worked out anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stories: Held[DeskStory] = Held(MOST_REPORTS)
        self._heads: Held[Head] = Held(MOST_HEADS)

    def story(self, story: str) -> DeskStory | None:
        """The story with this id, if there is one."""
        with self._store.view() as view:
            rows = view.rows_in(story)
            return self._whole(view, story, rows) if rows else None

    def heads(self, skip: int, most: int) -> list[tuple[str | None, Head]]:
        """Stories by time, the latest first, each with the last day on which it was reported."""
        with self._store.view() as view:
            return [(row.last, self._head(view, row)) for row in view.stories(skip, most)]

    def _head(self, view: View, story: StoryRow) -> Head:
        rows = view.rows_in(story.story)
        return self._heads.get(_key(rows), 1, lambda: self._make_head(view, story, rows))

    def _make_head(self, view: View, story: StoryRow, rows: Sequence[Row]) -> Head:
        outlets = tuple(dict.fromkeys(row.outlet for row in rows if row.outlet))
        path = story_path(story.story)
        if len(rows) == 1:
            headline = rows[0].headline or "(no headline found)"
            return Head(path=path, headline=headline, reports=1, outlets=outlets)
        whole = self._whole(view, story.story, rows)
        return Head(
            path=path,
            headline=whole.headline,
            reports=len(rows),
            outlets=outlets,
            where=whole.where,
            since=story.first or "" if story.first != story.last else "",
            origins=len(whole.view.origins),
            counts=tuple(whole.counts),
        )

    def _whole(self, view: View, story: str, rows: Sequence[Row]) -> DeskStory:
        def make() -> DeskStory:
            readings = view.readings(row.article for row in rows)
            return DeskStory(combine(readings, one_story=True), story)

        return self._stories.get(_key(rows), len(rows), make)


def _key(rows: Sequence[Row]) -> tuple[str, ...]:
    return (rows[0].story, *sorted(row.article for row in rows))
