"""What is answered where a question cannot be: problem details (RFC 9457), in words for people."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.codec import dump
from twosource.errors import StoreError
from twosource.formats.words import printable

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why there is no answer (RFC 9457); `detail` says what was wrong and what to do."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


class NotThere(Exception):
    """What was asked for is not on the desk; its words say where to look."""


class WrongQuestion(Exception):
    """A parameter is not as it has to be; its words say which and how."""


def problem(request: Request, error: Exception) -> Response:
    """The answer to a question that raised this."""
    return answer_of(request.url.path, *_told(error))


def answer_of(path: str, status: int, detail: str) -> Response:
    """The answer to a question that is not answered."""
    told = Problem(
        type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, instance=printable(path)
    )
    return Response(dump(told).encode(), status, media_type=MEDIA_TYPE)


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, NotThere):
        return 404, str(error)
    if isinstance(error, WrongQuestion):
        return 422, str(error)
    if isinstance(error, StoreError):
        return 503, str(error)
    if isinstance(error, HTTPException):
        return error.status_code, "There is no such path: GET /api/openapi.json lists them all, /api shows them."
    said = f"This is a fault of the desk, not yours ({type(error).__name__}). What it keeps is unharmed."
    return 500, f"{said} If it stays so, please report it with what the terminal in which the desk runs says."
