"""The versions of a page on a desk: when each was seen, and that a story shows all of an article that it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any, cast

from twosource.model import Reading
from twosource.stores.base import Arrival, Row, Sighting, Store, View, Writer
from twosource.versions import chains, page_key


def sightings_of(arrivals: Iterable[Arrival]) -> list[Sighting]:
    """Where and when these articles were seen; nothing of those without an address."""
    return [
        Sighting(article=arrival.article, address=key, retrieved=arrival.form.retrieved)
        for arrival in arrivals
        if (key := page_key(arrival.form.address or ""))
    ]


def sighted(view: View, articles: Sequence[str]) -> Iterator[Reading]:
    """The readings of these articles, each once for every time at which it was seen: a text may have come back."""
    times: dict[str, dict[str, None]] = {}
    for seen in view.sightings(articles):
        if seen.retrieved:
            times.setdefault(seen.article, {})[seen.retrieved] = None
    for reading in view.readings(articles):
        yield reading
        for at in times.get(reading.article.id, ()):
            if at != reading.page.retrieved:
                yield replace(reading, page=replace(reading.page, retrieved=at))


class VersionedStore:
    """A store whose stories hold all versions of their articles; writing goes to the store as it is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def writer(self) -> AbstractContextManager[Writer]:
        """See `Store.writer`."""
        return self._store.writer()

    @contextmanager
    def view(self) -> Iterator[View]:
        """See `Store.view`."""
        with self._store.view() as view:
            # A view is made of all that `View` has: what is not told otherwise here is passed on.
            yield cast("View", VersionedView(view))


class VersionedView:
    """See `View`."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __getattr__(self, name: str) -> Any:
        return getattr(self._view, name)

    def rows_in(self, story: str) -> list[Row]:
        """See `ArticleView.rows_in`; a version that came so late that it opened another story stands here too.

        What was wholly replaced at its address is another article, and stays where it is.
        """
        rows = self._view.rows_in(story)
        own = {row.article: row for row in rows}
        addresses = sorted({seen.address for seen in self._view.sightings(own)})
        others = [article for article in self._view.articles_at(addresses) if article not in own]
        if not others:
            return rows
        added = (replace(row, story=rows[0].story) for row in self._view.rows_of(self._versions(own, others)))
        return sorted([*rows, *added], key=lambda row: row.number)

    def _versions(self, own: Collection[str], others: Sequence[str]) -> list[str]:
        """Those of the others that are versions of an article of the story."""
        shared = sorted({seen.address for seen in self._view.sightings(others)})
        readings = list(self._view.readings(self._view.articles_at(shared)))
        held = chains(readings, readings, in_order=True)
        together = [{r.article.id for r in chain.readings} for chain in held]
        wanted = set().union(*(ids for ids in together if not ids.isdisjoint(own)))
        return [article for article in others if article in wanted]
