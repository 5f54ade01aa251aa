"""Puts articles into a desk: they, their stories and what sorts the next ones are one transaction."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from twosource.desk.corrected import filings
from twosource.desk.ingest.sorting import Sorter
from twosource.desk.judged import Index
from twosource.desk.versions import sightings_of
from twosource.judgements import History
from twosource.model import Judgement, Reading
from twosource.stores.base import Arrival, Rejected, Row, Store, View, Writer, kept_form

LAST = sys.maxsize
"""The number of what has none yet."""


class _Arriving:
    """A view that has these articles too, as far as corrections read it."""

    def __init__(self, view: View, arrivals: Sequence[Arrival]) -> None:
        self._view = view
        self._new = {arrival.article: arrival for arrival in arrivals}

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """See `ArticleView.readings`."""
        for article in articles:
            new = self._new.get(article)
            yield from [kept_form(new.reading)] if new else self._view.readings([article])

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """See `ArticleView.rows_of`; what arrives comes last."""
        return [self._row(article) for article in articles]

    def _row(self, article: str) -> Row:
        new = self._new.get(article)
        return replace(new.form.row, number=LAST) if new else self._view.rows_of([article])[0]

    def articles_on(self, pages: Iterable[str]) -> list[str]:
        """See `JudgementView.articles_on`."""
        wanted = set(pages)
        new = (article for article, arrival in self._new.items() if arrival.form.row.page in wanted)
        return list(dict.fromkeys([*self._view.articles_on(wanted), *new]))


class Intake:
    """Where articles come into a store; one for as long as its writer is open."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store, self._writer = store, writer
        self._entries: list[Judgement] = []
        self._sorter = Sorter(writer)
        self._caught_up = False
        self.touched: set[str] = set()
        """The stories that articles were put into."""

    def take(self, arrivals: Sequence[Arrival], rejected: Sequence[Rejected] = ()) -> int:
        """Keeps and sorts articles, and puts what failed into quarantine, wholly or not at all. How many were new."""
        self._sort_what_was_left()
        with self._at_once():
            new = self._writer.keep(arrivals) if arrivals else 0
            self._writer.note_sightings(sightings_of(arrivals))
            if rejected:
                self._writer.reject(rejected)
            while placed := self._sorter.sort():
                self.touched.update(placed.values())
            self._correct(arrivals)
        return new

    def _correct(self, arrivals: Sequence[Arrival]) -> None:
        """Files articles as people decided before these came, as on another desk whose judgements were taken over."""
        rows = [replace(arrival.form.row, number=LAST) for arrival in arrivals]
        with self._store.view() as view:  # of what was before: this transaction is not ended
            self._entries += view.judgements(len(self._entries))
            index = Index(History.of(self._entries))
            spoken_of = [row for row in rows if index.bearing([row])]
            if spoken_of:
                for filing in filings(cast("View", _Arriving(view, arrivals)), index, spoken_of):
                    self._writer.file_anew(*filing)

    def _sort_what_was_left(self) -> None:
        """Sorts articles that an earlier version has kept, which sorted all of them anew each time."""
        left = True
        while left and not self._caught_up:
            with self._at_once():
                left = bool(self._sorter.sort())
        self._caught_up = True

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        try:
            with self._writer.together():
                yield
        except BaseException:
            self._sorter.forget()
            raise
