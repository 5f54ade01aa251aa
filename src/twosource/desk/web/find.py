"""The page that finds reports."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.story import who_path
from twosource.stores.base import Store
from twosource.stores.base.articles import RANKED

FOUND_A_PAGE = 50


class FindPages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (Route("/search", self.search),)

    def search(self, request: Request) -> Response:
        """Articles that hold all of some words."""
        words, number = request.query_params.get("q", "").strip(), part_number(request)
        with self._store.view() as view:
            count = view.matches(words)
            rows = view.rows_of(view.search(words, FOUND_A_PAGE, (number - 1) * FOUND_A_PAGE))
        turned = turn("/search", number, count, FOUND_A_PAGE, q=words)
        order = "the best match first" if count <= RANKED else "the last to arrive first"
        return page("search.html.j2", q=words, count=count, order=order, rows=rows, who=who_path(words), turn=turned)
