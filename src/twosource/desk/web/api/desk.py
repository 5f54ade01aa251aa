"""The desk as the API asks it: a view of the store, a story worked out, lists in parts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import urlencode

from twosource.desk.web.api.problems import NotThere, WrongQuestion
from twosource.desk.web.api.shapes import Part, ReportHead
from twosource.desk.web.asked import FIELDS
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import DeskStory
from twosource.stores.base import Row, Search, Store, View
from twosource.stores.base.facets import first_day

MOST_PAGE = 10_000
"""Parts of a list that can be asked for."""
Given = Mapping[str, Any]
"""The values of the parameters of a question; what was not given is None."""


class Desk:
    """What the questions are put to."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store, self._shelf = store, shelf

    def view(self) -> AbstractContextManager[View]:
        """A view of what the desk holds now."""
        return self._store.view()

    def story(self, given: Given) -> tuple[str, DeskStory]:
        """The story that is asked for, worked out, and its id, which is another where stories were joined."""
        with self._store.view() as view:
            rows = view.rows_in(given["story"])
        shown = self._shelf.story(rows[0].story) if rows else None
        if shown is None:
            raise NotThere(f"There is no story {given['story'][:60]}: as reports come, stories are joined and split.")
        return rows[0].story, shown


def search_of(given: Given) -> Search:
    """The search that is asked for, as the page that finds reports would make it of the same words."""
    told: dict[str, Any] = {field: given[name] or "" for field, name in FIELDS.items()}
    for field in ("since", "until"):
        if told[field] and first_day(told[field]) is None:
            raise WrongQuestion(f"{FIELDS[field]}: {told[field]} is no day of the calendar")
    return Search(**told)


def skipped(given: Given) -> int:
    """How many things stand before the part that is asked for."""
    before: int = (given["page"] - 1) * given["size"]
    return before


def part(path: str, given: Given, count: int, *, more: bool = False, size: int = 0) -> Part:
    """The part of a list of `count` things that is asked for; `path` and what was given lead to the next.

    `size`: things in a part, where that is not asked for.
    """
    number, size = given["page"], size or given["size"]
    asked = {k: v for k, v in given.items() if v not in (None, "") and k != "story"}
    after = f"{path}?{urlencode({**asked, 'page': number + 1}, errors='ignore')}"
    ends = number * size >= count or number == MOST_PAGE
    return Part(page=number, size=size, count=count, more=more, next=None if ends else after)


def report_head(row: Row) -> ReportHead:
    """A report as lists show it."""
    return ReportHead(
        article=row.article, story=row.story or None, headline=row.headline, outlet=row.outlet, published=row.day
    )
