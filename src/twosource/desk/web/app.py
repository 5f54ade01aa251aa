"""The pages of a desk and where they stand. Each is made anew from what the store holds at that moment."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from twosource.desk.web import files
from twosource.desk.web.answers import broken, no_page, no_store
from twosource.desk.web.api import api_routes
from twosource.desk.web.changes import ChangePages
from twosource.desk.web.find import FindPages
from twosource.desk.web.guard import Guard
from twosource.desk.web.judge import JudgePages
from twosource.desk.web.people import PeoplePages
from twosource.desk.web.searches import SavedSearchPages
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.stories import StoryPages
from twosource.desk.works import as_people_see
from twosource.errors import StoreError
from twosource.stores.base import Store


def make_app(store: Store) -> ASGIApp:
    """The desk as an ASGI application that only this machine can ask."""
    store = as_people_see(store)
    shelf = Shelf(store)
    groups = (
        StoryPages(store, shelf),
        ChangePages(shelf),
        FindPages(store),
        PeoplePages(store),
        SavedSearchPages(store),
        JudgePages(store, shelf),
    )
    routes = [route for group in groups for route in group.routes]
    handlers: dict[Any, Any] = {HTTPException: no_page, StoreError: no_store, Exception: broken}
    return Guard(Starlette(routes=[*routes, *api_routes(store, shelf), *files.ROUTES], exception_handlers=handlers))
