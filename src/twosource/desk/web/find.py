"""The page that finds reports: by words, speaker, place, day, type of event, outlet and standing, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from twosource.desk.web.answers import part_number, rendered, turn
from twosource.desk.web.asked import in_words, query_of, search_of, search_path
from twosource.desk.web.forms import token
from twosource.desk.web.headings import headings
from twosource.desk.web.narrow import CHOICES, agreeing, choices, dropped, reason
from twosource.desk.web.people import people_path
from twosource.desk.web.story import who_path
from twosource.stores.base import Facet, Found, Row, Search, Store, View
from twosource.stores.base.articles import RANKED, search_words, words_left_out
from twosource.stores.base.facets import FacetKind, Part
from twosource.vocab.events import event_kinds

FOUND_A_PAGE = 20
WHY: tuple[FacetKind, ...] = ("speaker", "place", "type")
"""Facets that tell why a report was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that was found, and why: words around those looked for, and facets."""

    row: Row
    heading: str
    excerpt: Sequence[Part]
    why: Sequence[tuple[str, str]]
    """Words, and where all that a speaker said stands; empty for other facets."""


class FindPages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (Route("/search", self.search),)

    def search(self, request: Request) -> Response:
        """Articles that agree with all that is asked."""
        search = search_of(request.query_params)
        shown: dict[str, object] = {"asked": in_words(search)}
        if shown["asked"]:
            with self._store.view() as view:
                shown |= _shown(view, search, part_number(request))
        shown |= {"q": search.words, "search": search, "types": list(event_kinds()), "token": token()}
        answer = HTMLResponse(rendered("search.html.j2", **shown))
        if request.headers.get("hx-target") == "found":  # the browser's address without the fields that are empty
            answer.headers["HX-Push-Url"] = search_path(search)
        return answer


def _shown(view: View, search: Search, number: int) -> dict[str, object]:
    """What the page shows of a part of the results, by its names there."""
    found = view.find(search, FOUND_A_PAGE, (number - 1) * FOUND_A_PAGE)
    tally, query = view.tally(search, CHOICES), query_of(search)
    return {
        "found": found,
        "listed": RANKED,
        "left_out": words_left_out(search.words),
        "hits": list(hits(view, search, found.articles)),
        "order": _order(search, found),
        "dropped": dropped(search),
        "choices": list(choices(search, tally)),
        "tallied": tally.of,
        "query": urlencode(query, errors="ignore"),
        "who": people_path(search.words) if search.words and view.count_named("speaker", search.words) else "",
        "turn": turn("/search", number, min(found.count, RANKED), FOUND_A_PAGE, **query),
    }


def hits(view: View, search: Search, articles: Sequence[str]) -> Iterator[Hit]:
    """These reports, and why they agree with the search."""
    rows = view.rows_of(articles)
    called = headings(view, rows)
    for row in rows:
        why = list(agreeing(search, view.facets_in(row.article, WHY)))
        lit = [search.words] if search.words else [facet.name for facet in why if facet.kind != "type"][:1]
        yield Hit(
            row=row,
            heading=called[row.article],
            excerpt=view.excerpt(row.article, lit),
            why=[_told(facet) for facet in why],
        )


def _told(facet: Facet) -> tuple[str, str]:
    return reason(facet), who_path(facet.name) if facet.kind == "speaker" else ""


def _order(search: Search, found: Found) -> str:
    if found.more or found.count > RANKED:
        return "the last to arrive first"
    return "the best match first" if search_words(search.words) else "the latest first"
