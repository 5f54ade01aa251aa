"""The page that finds reports: by words, speaker, place, day, type of event, outlet and standing, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.asked import in_words, query_of, search_of
from twosource.desk.web.forms import token
from twosource.desk.web.narrow import CHOICES, agreeing, choices, dropped
from twosource.desk.web.story import who_path
from twosource.stores.base import Row, Search, Store, View
from twosource.stores.base.articles import RANKED, search_words
from twosource.stores.base.facets import FacetKind, Part
from twosource.vocab.events import event_types

FOUND_A_PAGE = 20
WHY: tuple[FacetKind, ...] = ("speaker", "place", "type")
"""Facets that tell why a report was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that was found, and why: words around those looked for, and facets."""

    row: Row
    excerpt: Sequence[Part]
    why: Sequence[str]


class FindPages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (Route("/search", self.search),)

    def search(self, request: Request) -> Response:
        """Articles that agree with all that is asked."""
        search, number = search_of(request.query_params), part_number(request)
        asked = bool(in_words(search))
        with self._store.view() as view:
            found = view.find(search, FOUND_A_PAGE, (number - 1) * FOUND_A_PAGE) if asked else None
            tally = view.tally(search, CHOICES) if found and found.count else None
            shown = list(hits(view, search, found.articles)) if found else []
            known = bool(search.words and view.count_named("speaker", search.words))
        count = found.count if found else 0
        return page(
            "search.html.j2",
            q=search.words,
            search=search,
            asked=in_words(search),
            count=count,
            more=found.more if found else False,
            hits=shown,
            order=_order(search, count),
            dropped=dropped(search),
            choices=list(choices(search, tally)) if tally else [],
            tallied=tally.of if tally else 0,
            types=list(event_types()),
            query=urlencode(query_of(search), errors="ignore"),
            listed=RANKED,
            token=token(),
            who=who_path(search.words) if known else "",
            turn=turn("/search", number, min(count, RANKED), FOUND_A_PAGE, **query_of(search)),
        )


def hits(view: View, search: Search, articles: Sequence[str]) -> Iterator[Hit]:
    """These reports, and why they agree with the search."""
    lit = [search.words] if search_words(search.words) else [search.speaker or search.place]
    for row in view.rows_of(articles):
        why = agreeing(search, view.facets_in(row.article, WHY))
        yield Hit(row=row, excerpt=view.excerpt(row.article, lit), why=why)


def _order(search: Search, count: int) -> str:
    if count > RANKED:
        return "the last to arrive first"
    return "the best match first" if search_words(search.words) else "the latest first"
