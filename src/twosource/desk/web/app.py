"""The pages of a desk and where they stand. Each is made anew from what the store holds at that moment."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from twosource.desk.web.answers import OWN, no_page, no_store, page, part_number, turn
from twosource.desk.web.guard import Guard
from twosource.desk.web.heads import Heads
from twosource.desk.web.said import said_by
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import DeskStory, who_path
from twosource.errors import StoreError
from twosource.formats.templates import OURS, asset
from twosource.stores.base import Store
from twosource.stores.base.articles import RANKED

STORIES_A_PAGE = 20
FOUND_A_PAGE = 50
FILES = {
    "/brief.css": (OURS, "brief.css", "text/css"),
    "/desk.css": (OWN, "desk.css", "text/css"),
    "/icon.svg": (OWN, "icon.svg", "image/svg+xml"),
}
"""What pages load: path to package, file, media type."""


def make_app(store: Store) -> ASGIApp:
    """The desk as an ASGI application that only this machine can ask."""
    pages = Pages(store)
    routes = [
        Route("/", pages.stories),
        Route("/search", pages.search),
        Route("/who", pages.who),
        Route("/story/{story}", pages.story),
        Route("/story/{story}/reports", pages.reports),
        Route("/story/{story}/finding/{finding}", pages.finding),
        *(Route(path, _file) for path in FILES),
    ]
    handlers: dict[Any, Any] = {HTTPException: no_page, StoreError: no_store}
    return Guard(Starlette(routes=routes, exception_handlers=handlers))


class Pages:
    """A page each; all are plain functions, which Starlette runs in threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = Shelf(store)
        self._heads = Heads(store, self._shelf)

    def stories(self, request: Request) -> Response:
        """All stories by time."""
        with self._store.view() as view:
            counts = view.counts()
        number = part_number(request)
        heads = self._heads.listed((number - 1) * STORIES_A_PAGE, STORIES_A_PAGE)
        days = [(day, list(group)) for day, group in groupby(heads, key=lambda head: head.day)]
        waiting = sum(head.waits for head in heads)
        turned = turn("/", number, counts.stories, STORIES_A_PAGE)
        return page("stories.html.j2", counts=counts, days=days, waiting=waiting, turn=turned)

    def story(self, request: Request) -> Response:
        """One story: the brief and all it rests on."""
        return HTMLResponse(self._story(request).html)

    def finding(self, request: Request) -> Response:
        """One finding: its reports side by side with its passages lit."""
        story = self._story(request)
        finding = story.finding_by_id.get(request.path_params["finding"])
        if finding is None:
            raise HTTPException(404, "finding")
        before, after = story.beside_it(finding)
        columns = story.columns(finding)
        return page("beside.html.j2", s=story, f=finding, columns=columns, before=before, after=after)

    def reports(self, request: Request) -> Response:
        """Chosen reports of one story side by side with all its passages marked."""
        story = self._story(request)
        chosen = story.chosen(request.query_params.getlist("show"))
        if not chosen:
            raise HTTPException(404, "report")
        return page("reports.html.j2", s=story, columns=story.whole(chosen))

    def search(self, request: Request) -> Response:
        """Articles that hold all of some words."""
        words, number = request.query_params.get("q", "").strip(), part_number(request)
        with self._store.view() as view:
            count = view.matches(words)
            rows = view.rows_of(view.search(words, FOUND_A_PAGE, (number - 1) * FOUND_A_PAGE))
        turned = turn("/search", number, count, FOUND_A_PAGE, q=words)
        order = "the best match first" if count <= RANKED else "the last to arrive first"
        return page("search.html.j2", q=words, count=count, order=order, rows=rows, who=who_path(words), turn=turned)

    def who(self, request: Request) -> Response:
        """All that somebody said, in every story."""
        with self._store.view() as view:
            said = said_by(view, request.query_params.get("name", ""))
        return page("who.html.j2", said=said)

    def _story(self, request: Request) -> DeskStory:
        story = self._shelf.story(request.path_params["story"])
        if story is None:
            raise HTTPException(404, "story")
        return story


def _file(request: Request) -> Response:
    package, name, media_type = FILES[request.url.path]
    return Response(asset(package, name), media_type=media_type)
