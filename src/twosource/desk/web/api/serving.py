"""How questions reach the functions that answer them: parameters checked, answers as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from twosource.codec import dump
from twosource.desk.web.answers import page
from twosource.desk.web.api.desk import Desk
from twosource.desk.web.api.openapi import document
from twosource.desk.web.api.parameters import taken
from twosource.desk.web.api.problems import NotThere, WrongQuestion, problem
from twosource.desk.web.api.table import TABLE, Endpoint
from twosource.errors import StoreError

ROOT = "/api"
DOCUMENT = "/openapi.json"


def routes_of(desk: Desk) -> tuple[BaseRoute, ...]:
    """The page that shows the API, and below it the API."""
    routes = [Route(endpoint.path.removeprefix(ROOT), _answering(desk, endpoint)) for endpoint in TABLE]
    failures: dict[Any, Any] = dict.fromkeys((HTTPException, NotThere, WrongQuestion, StoreError, Exception), problem)
    api = Starlette(routes=[*routes, Route(DOCUMENT, _document)], exception_handlers=failures)
    api.router.redirect_slashes = False
    below = Mount(ROOT, app=api)
    below.path_regex = re.compile(rf"^{ROOT}/(?P<path>.*)\Z", re.DOTALL)  # that of Starlette knows no line breaks
    return Route(ROOT, _page), below


def _answering(desk: Desk, endpoint: Endpoint) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        given = taken(endpoint.parameters, request.query_params) | request.path_params
        return _json(endpoint.answer(desk, given))

    return answer


def _json(value: object) -> Response:
    return Response((dump(value) + "\n").encode(), media_type="application/json")


def _document(request: Request) -> Response:
    return _json(document())


def _page(request: Request) -> Response:
    """The page for people: every path with its parameters and an example."""
    root = str(request.base_url).rstrip("/")
    return page("api.html.j2", table=TABLE, root=root, document=ROOT + DOCUMENT)
