"""What is exported of a desk: the record of each story as its page shows it, judgements applied, story by story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from markupsafe import Markup

from twosource.codec import decode_record, encode, record_json
from twosource.desk.web.answers import OWN
from twosource.desk.web.story import DeskStory
from twosource.desk.works import SEVERAL, keep, kept_record, key_of, made_of, paged, record_of
from twosource.errors import StoreError, UsageError
from twosource.formats import load_exporter
from twosource.formats.markdown import escape
from twosource.formats.stories import StoryView
from twosource.formats.templates import OURS, asset, template
from twosource.formats.views import RecordView
from twosource.formats.words import day_words, plural, printable
from twosource.model import Record
from twosource.stores.base import Row, Store, StoryRow, View
from twosource.stores.base.facets import first_day, last_day

FOLDERS = ("html", "md")
"""Formats of which a desk has a file for each story, and an index of them."""
JUDGEMENTS = "judgements.jsonl"
"""What people decided on a desk: `twosource desk judge --from` takes it over."""
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def chosen(view: View, *, story: str = "", since: str = "", until: str = "") -> list[str]:
    """The stories (ids) of a desk, the latest first: one, or those with reports between these days, or all.

    `since` and `until` are ISO days, months or years, both included; undated stories are of no day. Raises UsageError.
    """
    if story:
        rows = view.rows_in(story)
        if not rows:
            raise UsageError(f"this desk has no story {story}: its page, or the table of findings, tells its id")
        return [rows[0].story]
    first, last = _checked(since), _checked(until)
    rows_of_all = view.stories(0, view.counts().stories)
    return [row.story for row in rows_of_all if _within(row, first, last)]


def _checked(day: str) -> str:
    if day and not (_DAY.fullmatch(day) and first_day(day)):
        raise UsageError(f"{day}: a day is wanted: 2031-05-05, or a month or year: 2031-05, 2031")
    return day


def _within(row: StoryRow, since: str, until: str) -> bool:
    begun, ended = first_day(row.first), last_day(row.last)
    lowest, highest = first_day(since), last_day(until)
    if begun is None or ended is None:
        return not (since or until)
    return (lowest is None or ended >= lowest) and (highest is None or begun <= highest)


def records(store: Store, view: View, stories: Iterable[str]) -> Iterator[Record]:
    """The record of each of these stories; what has to be worked out is kept with the desk."""
    for story in stories:
        rows = view.rows_in(story)
        yield named(_record(store, view, rows), rows[0].story)


def named(record: Record, story: str) -> Record:
    """The record of a story with the id that the story has on its desk, by which all of its parts are joined."""
    return replace(record, stories=tuple(replace(one, id=story) for one in record.stories))


def _record(store: Store, view: View, rows: Sequence[Row]) -> Record:
    """The record that is kept, or else a new one: in the same form, so that both give the same bytes."""
    story, key = rows[0].story, key_of(view, rows)
    kept = kept_record(view, story, key)
    if kept is not None:
        return kept
    record = record_of(view, rows)
    if len(rows) >= SEVERAL:
        with suppress(StoreError):  # another process writes: it will be worked out again
            shown = DeskStory(record, story)
            keep(store, made_of(shown, rows, key, shown.html if paged(rows) else ""))
    return decode_record(encode(record_json(record)))


class Pages:
    """The pages of stories in one of `FOLDERS`, and the index that leads to them, line by line."""

    def __init__(self, format: str) -> None:
        self.index = f"index.{format}"
        self._suffix, self._page = format, load_exporter(format)
        self._parts = template("exported.html.j2", OWN).module

    def name(self, record: Record) -> str:
        """The name of the file of a story: its id, without what no name of a file may hold."""
        return re.sub(r"[^\w-]", "-", record.stories[0].id, flags=re.ASCII) + f".{self._suffix}"

    def page(self, record: Record) -> str | bytes:
        """The page of a story."""
        return self._page(record)

    def head(self) -> str:
        """What the index begins with."""
        if self._suffix == "md":
            return "# Stories\n\n"
        css = Markup(asset(OURS, "brief.css"))  # noqa: S704  (our own file)
        return str(self._parts.head(css))  # type: ignore[attr-defined]

    def entry(self, record: Record) -> str:
        """The line of the index that leads to a story."""
        story = StoryView(RecordView(record))
        reports, origins = len(story.view.reports), len(story.view.origins)
        counts = [f"{count.count} {count.word}" for count in story.counts]
        standing = f"{plural(reports, 'report')} on {plural(origins, 'independent origin')}"
        facts = [f for f in (_days(record), standing, ", ".join(counts)) if f]
        if self._suffix == "md":
            return printable(f"- [{escape(story.headline)}]({self.name(record)}): {'; '.join(facts)}\n")
        return printable(str(self._parts.entry(self.name(record), story.headline, facts)))  # type: ignore[attr-defined]

    def tail(self) -> str:
        """What the index ends with."""
        return "" if self._suffix == "md" else str(self._parts.tail())  # type: ignore[attr-defined]


def _days(record: Record) -> str:
    story = record.stories[0]
    days = dict.fromkeys(day_words(day) for day in (story.first, story.last) if day)
    return " – ".join(days)
