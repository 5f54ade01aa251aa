"""The JSON API of a desk, which reads only: one literal table of paths, and all that is said of them made from it."""

from __future__ import annotations

from starlette.routing import BaseRoute

from twosource.desk.web.api.desk import Desk
from twosource.desk.web.api.serving import routes_of
from twosource.desk.web.shelf import Shelf
from twosource.stores.base import Store


def api_routes(store: Store, shelf: Shelf) -> tuple[BaseRoute, ...]:
    """The routes of the API, which all begin with /api."""
    return routes_of(Desk(store, shelf))
