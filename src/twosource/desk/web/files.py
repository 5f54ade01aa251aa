"""The files that pages load: style sheets, scripts, the picture of the tab. All of them are in the package."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import OWN
from twosource.formats.templates import OURS, asset

FILES = {
    "/brief.css": (OURS, "brief.css", "text/css"),
    "/desk.css": (OWN, "desk.css", "text/css"),
    "/find.css": (OWN, "find.css", "text/css"),
    "/htmx.js": (OWN, "htmx.min.js", "text/javascript"),
    "/desk.js": (OWN, "desk.js", "text/javascript"),
    "/icon.svg": (OWN, "icon.svg", "image/svg+xml"),
}
"""Path to package, file, media type."""


def _file(request: Request) -> Response:
    package, name, media_type = FILES[request.url.path]
    return Response(asset(package, name), media_type=media_type)


ROUTES = tuple(Route(path, _file) for path in FILES)
