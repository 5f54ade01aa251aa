"""What stands before every page: who may ask, and what a browser may do with the answer."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.desk.web.answers import page
from twosource.desk.web.api.problems import answer_of
from twosource.desk.web.forms import WRITTEN, NoForm, sent

OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
"""What a browser may call us. A stranger's page that has its own name lead to 127.0.0.1 (DNS rebinding) is refused."""
METHODS = frozenset({"GET", "HEAD"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer: only our own files run and are loaded, nothing is framed, told on, or left in a cache.

Under `no-referrer` browsers would hide the origin of our own forms from us too.
"""


class Guard:
    """Refuses other names and methods, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        app = _refusal(scope) or await _form_refusal(scope, receive) or self._app
        await app(scope, receive, send_guarded)


def _refusal(scope: Scope) -> ASGIApp | None:
    if scope["type"] != "http":
        return None
    host = Headers(scope=scope).get("host", "").rpartition("@")[2]
    if host.partition(":")[0].lower() not in OWN_NAMES:
        return _refused(scope, 400, "This desk answers to 127.0.0.1 and localhost only: open it by one of these.")
    if scope["method"] not in METHODS and not _writes(scope):
        answer = _refused(scope, 405, "This desk can be read only.")
        answer.headers["Allow"] = ", ".join(sorted(METHODS))
        return answer
    return None


def _refused(scope: Scope, status: int, words: str) -> Response:
    """In the words of the API for those who asked it."""
    path = scope["path"]
    return answer_of(path, status, words) if path.startswith("/api/") else PlainTextResponse(f"{words}\n", status)


def _writes(scope: Scope) -> bool:
    return bool(scope["method"] == "POST" and WRITTEN.fullmatch(scope["path"]))


async def _form_refusal(scope: Scope, receive: Receive) -> ASGIApp | None:
    """The answer to a form that is not ours; one that is ours goes on, read, in the scope."""
    if scope["type"] != "http" or not _writes(scope):
        return None
    try:
        scope["form"] = await sent(scope, receive)
    except NoForm as refused:
        return page("nothing.html.j2", refused.status, title="This was not taken", words=str(refused), back="")
    return None
