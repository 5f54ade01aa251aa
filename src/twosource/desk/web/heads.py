"""The list of stories: what is known of each, and what can be counted in the time that a reader waits."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import wait
from dataclasses import dataclass, replace
from functools import partial

from twosource.desk.web.ahead import Ahead
from twosource.desk.web.headings import headings
from twosource.desk.web.held import Held
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import story_path
from twosource.desk.works import key_of
from twosource.formats.stories import Count, counts_of
from twosource.stores.base import Store, StoryRow, View, Work

MOST_HEADS = 5000
"""Stories whose heads are held: about 1 KB each."""
PATIENCE = 1.5
"""Seconds that a list waits for what is not counted yet; counting goes on after that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A story as a list shows it; `origins` 0: not counted, for there is one report only, or not yet."""

    story: str
    key: str
    day: str | None
    headline: str
    reports: int
    outlets: tuple[str, ...]
    since: str
    """The day of the first report, where it is not that of the last."""
    where: str = ""
    origins: int = 0
    counts: tuple[Count, ...] = ()

    @property
    def path(self) -> str:
        """Where its page is."""
        return story_path(self.story)

    @property
    def waits(self) -> bool:
        """Whether its origins are still to be counted."""
        return self.reports > 1 and not self.origins


class Heads:
    """The heads of stories, counted once and held."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store, self._shelf = store, shelf
        self._counted: Held[Head] = Held(MOST_HEADS)
        self._ahead: Ahead[Head] = Ahead()

    def listed(self, skip: int, most: int) -> list[Head]:
        """Stories by time, the latest first; those whose counting takes too long are told as far as is known."""
        with self._store.view() as view:
            bare = known_heads(view, view.stories(skip, most))
        waiting = [head for head in bare if head.waits and not self._counted.known(head.key)]
        wait([self._ahead.ask(head.key, partial(self._count, head)) for head in reversed(waiting)], PATIENCE)
        return [self._counted.known(head.key) or head for head in bare]

    def _count(self, bare: Head) -> Head:
        story = self._shelf.story(bare.story)
        if story is None:
            return bare
        counted = replace(
            bare,
            headline=story.headline,
            reports=len(story.view.reports),
            where=story.where,
            origins=len(story.view.origins),
            counts=tuple(story.counts),
        )
        return self._counted.get(bare.key, 1, lambda: counted)


def known_heads(view: View, stories: Iterable[StoryRow]) -> list[Head]:
    """The heads of these stories with what is kept of them; nothing is worked out."""
    bare = [_bare(story, view) for story in stories]
    works = view.works(head.story for head in bare if head.waits)
    return [_worked_out(head, works.get(head.story)) for head in bare]


def _worked_out(bare: Head, work: Work | None) -> Head:
    """The head with what is kept of its story, where that is of these articles as they are judged now."""
    if work is None or work.key != bare.key:
        return bare
    counts = tuple(counts_of(work.findings))
    known = replace(bare, headline=work.headline, reports=work.reports, where=work.where)
    return replace(known, origins=work.origins, counts=counts)


def _bare(story: StoryRow, view: View) -> Head:
    rows = view.rows_in(story.story)
    return Head(
        story=story.story,
        key=key_of(view, rows),
        day=story.last,
        headline=headings(view, rows[:1])[rows[0].article],
        reports=len(rows),
        outlets=tuple(dict.fromkeys(row.outlet for row in rows if row.outlet)),
        since=story.first or "" if story.first != story.last else "",
    )
