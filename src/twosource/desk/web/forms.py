"""What a page sends: who may send it, how much, and the token that only a page of ours can know.

A desk has no log-in and sets no cookie, so that a stranger's page has nothing to ride on: it can make a browser send a
form here, but it cannot read a page of ours (their origins differ) and so does not know the token. Browsers that
say where a form comes from (`Origin`, `Sec-Fetch-Site`) are believed where they say that it is a stranger's.
"""

from __future__ import annotations

import hmac
import re
import secrets
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.types import Receive, Scope

MOST_BYTES = 65_536
"""Of a form; a merge of a hundred reports takes a tenth of it."""
MOST_FIELDS = 1000
FORM = "application/x-www-form-urlencoded"
TOKEN = "token"  # noqa: S105  (the name of a field)
WRITTEN = re.compile(
    r"/story/[^/]+/judge/[^/]+|/judgement/[^/]+/(?:undo|redo)|/searches|/searches/[^/]+/(?:read|forget)"
)
"""The paths to which a form can be sent. Everything else is read only."""

_SECRET = secrets.token_urlsafe(32)
"""Of this process: a form of an earlier one must be opened again."""


class NoForm(Exception):
    """What was sent is refused: the status of the answer, and the reason for a person."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def token() -> str:
    """What each form of ours carries in its field `token`."""
    return _SECRET


async def sent(scope: Scope, receive: Receive) -> QueryParams:
    """The fields of a form that came from a page of ours. Raises NoForm."""
    headers = Headers(scope=scope)
    if not _ours(headers):
        raise NoForm(403, "This form was sent by a page of another site. Open the desk and use its own forms.")
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise NoForm(415, f"A form is wanted here: {FORM}.")
    body = await _body(headers, receive)
    try:
        fields = QueryParams(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise NoForm(400, "This form cannot be read: it is not UTF-8, or has too many fields.") from error
    if not hmac.compare_digest(fields.get(TOKEN, "").encode("utf-8", "surrogatepass"), _SECRET.encode()):
        raise NoForm(
            403, "This form is of an earlier run of the desk, or of another page. Go back, load it again, send it."
        )
    return fields


def _ours(headers: Headers) -> bool:
    """Whether nothing says that a stranger's page sent this."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    return origin in (None, f"http://{headers.get('host')}") and site in (None, "same-origin")


async def _body(headers: Headers, receive: Receive) -> bytes:
    length = headers.get("content-length", "")
    if not length.isdecimal():
        raise NoForm(411, "The length of the form is wanted.")
    if len(length) > 9 or int(length) > MOST_BYTES:
        raise NoForm(413, f"This form is too long: {MOST_BYTES} bytes at most.")
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MOST_BYTES:
            raise NoForm(413, f"This form is too long: {MOST_BYTES} bytes at most.")
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return body


async def form_of(request: Request) -> QueryParams:
    """The fields of the form that came with a request, which the guard has read and found to be ours."""
    form: QueryParams = request.scope["form"]
    return form


def field(form: QueryParams, name: str) -> str:
    """The value of a field, without the white space at its ends; empty where there is none."""
    return form.get(name, "").strip()
