"""The stories of a desk: worked out once, kept with it, and held here as long as there is room."""

from __future__ import annotations

from twosource.desk.web.ahead import Ahead
from twosource.desk.web.held import Held
from twosource.desk.web.story import DeskStory
from twosource.desk.works import SEVERAL, keep, kept_page, kept_record, key_of, made_of, paged, record_of
from twosource.errors import StoreError
from twosource.stores.base import Row, Store, View

MOST_REPORTS = 600
"""Reports whose stories are held whole: about 0.4 MB each."""


class Shelf:
    """Stories by id. One that has grown, or was judged anew, is worked out anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stories: Held[DeskStory] = Held(MOST_REPORTS)
        self._keeping: Ahead[int] = Ahead()

    def story(self, story: str) -> DeskStory | None:
        """The story with this id, if there is one."""
        with self._store.view() as view:
            rows = view.rows_in(story)
            if not rows:
                return None
            key = key_of(view, rows)
            return self._stories.get(key, len(rows), lambda: self._found(view, rows, key))

    def html(self, story: str) -> str | None:
        """The page of the story with this id, if there is one: the one that is kept, or else made of the story."""
        with self._store.view() as view:
            rows = view.rows_in(story)
            key = key_of(view, rows) if rows else ""
            page = kept_page(view, rows[0].story, key) if rows and not self._stories.known(key) else None
        if page is not None:
            return page
        shown = self.story(story)
        return shown.html if shown else None

    def _found(self, view: View, rows: list[Row], key: str) -> DeskStory:
        """The story of the record that is kept, or else of one that is made and will be kept."""
        story = rows[0].story
        kept = kept_record(view, story, key)
        if kept is not None:
            return DeskStory(kept, story)
        shown = DeskStory(record_of(view, rows), story)
        if len(rows) >= SEVERAL:
            self._keeping.ask(key, lambda: self._keep(shown, rows, key))
        return shown

    def _keep(self, shown: DeskStory, rows: list[Row], key: str) -> int:
        """Keeps what was worked out; where the desk cannot be written to now, it will be worked out again."""
        try:
            return keep(self._store, made_of(shown, rows, key, shown.html if paged(rows) else ""))
        except StoreError:
            return 0
