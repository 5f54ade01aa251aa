"""The stories of a desk, worked out when they are first asked for and held as long as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.desk.judged import bearing_on
from twosource.desk.web.held import Held
from twosource.desk.web.story import DeskStory
from twosource.model import Judgement
from twosource.pipeline import combine
from twosource.stores.base import Row, Store

MOST_REPORTS = 600
"""Reports whose stories are held whole: about 0.4 MB each."""


class Shelf:
    """Stories by id. One that has grown or changed in the store is worked out anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stories: Held[DeskStory] = Held(MOST_REPORTS)

    def story(self, story: str) -> DeskStory | None:
        """The story with this id, if there is one."""
        with self._store.view() as view:
            rows = view.rows_in(story)
            judgements = bearing_on(view, rows)

            def make() -> DeskStory:
                readings = view.readings(row.article for row in rows)
                return DeskStory(combine(readings, one_story=True, judgements=judgements), rows[0].story)

            return self._stories.get(key_of(rows, judgements), len(rows), make) if rows else None


def key_of(rows: Sequence[Row], judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """What a story is held by: its id, its articles, what people decided of them."""
    return (rows[0].story, *sorted(row.article for row in rows), *(j.id for j in judgements))
