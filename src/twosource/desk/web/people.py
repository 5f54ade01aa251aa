"""The pages of people and groups."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import page
from twosource.desk.web.said import said_by
from twosource.stores.base import Store


class PeoplePages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (Route("/who", self.who),)

    def who(self, request: Request) -> Response:
        """All that somebody said, in every story."""
        with self._store.view() as view:
            said = said_by(view, request.query_params.get("name", ""))
        return page("who.html.j2", said=said)
