"""How a page is answered: templates to HTML, lists in parts, what is said where nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from twosource.errors import StoreError
from twosource.formats.templates import template
from twosource.formats.words import printable

OWN = "twosource.desk.web"
LAST_PAGE = 1_000_000

NOT_THERE = {
    "story": "There is no such story: as reports come, stories are joined and split. Find it by its words.",
    "finding": "This story has no such finding any more: as reports come, findings change. Open the story.",
    "search": "There is no such saved search: it may have been forgotten. Open the list of saved searches.",
    "judged": "This story has nothing like that any more: as reports come, findings change. Open the story.",
    "judgement": "There is no such judgement on this desk. The history has all of them.",
    "report": "This story has no such report. Open the story and choose reports there.",
}
"""What a 404 says, by what was looked for."""
WITHIN = {"finding": "/finding/", "judged": "/judge/"}
"""What stands between the path of a story and the rest."""
NO_PAGE = "There is no such page. Begin at the stories, or search by words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Where the parts of a list before and after this one are; empty where there are none."""

    before: str
    after: str
    number: int
    of: int


def turn(path: str, number: int, count: int, most: int, **query: str) -> Turn:
    """The neighbours of part `number` of a list of `count`, `most` to a part."""
    of = max(1, -(-count // most))

    def part(n: int) -> str:
        return f"{path}?{urlencode({**query, 'page': str(n)}, errors='ignore')}" if 1 <= n <= of else ""

    return Turn(before=part(number - 1), after=part(number + 1), number=number, of=of)


def part_number(request: Request) -> int:
    """Which part of a list is asked for; the first where that is no number."""
    asked = request.query_params.get("page", "1")
    return min(max(1, int(asked)), LAST_PAGE) if asked.isdecimal() and len(asked) < 9 else 1


def rendered(name: str, **values: object) -> str:
    """A page from one of the desk's templates."""
    return printable(template(name, OWN).render({"q": "", **values}))


def page(name: str, status: int = 200, **values: object) -> Response:
    """The answer with a page from a template."""
    return HTMLResponse(rendered(name, **values), status)


def no_page(request: Request, error: Exception) -> Response:
    """What is said where a page, story, finding or report is not there."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    wanted = error.detail if isinstance(error, HTTPException) else ""
    within = wanted in ("finding", "report", "judged")  # of a story that is there
    back = quote(request.scope["path"].rpartition(WITHIN.get(wanted, "/"))[0], safe="/:")
    words = NOT_THERE.get(wanted, NO_PAGE)
    return page("nothing.html.j2", status, title="Nothing here", words=words, back=back if within else "")


def broken(request: Request, error: Exception) -> Response:
    """What is said where the desk itself is at fault; the server prints where."""
    words = f"This is a fault of the desk, not yours: {type(error).__name__}. What it keeps is unharmed. Load the page "
    words += "again; if it stays so, please report it with what the terminal in which the desk runs says."
    return page("nothing.html.j2", 500, title="This page could not be made", words=words, back="")


def no_store(request: Request, error: Exception) -> Response:
    """What is said where the store cannot be read just now."""
    words = str(error) if isinstance(error, StoreError) else "The desk cannot be read."
    return page("nothing.html.j2", 503, title="The desk cannot be read", words=words, back="")
