"""Fetching what changed: validators, statuses for those who come back later, feeds, robots.txt, moves for good."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.pages.raw_server import plain, serving
from twosource.errors import InputError
from twosource.pages import list_captures
from twosource.pages.capture import Capture
from twosource.pages.fetch import USER_AGENT, AnswerRefused, Fetched, fetch, fetch_page

ITEM = b"<item><title>T</title><description>A b c.</description></item>"
FEED = b"<rss version='2.0'><channel><title>F</title>" + ITEM + b"</channel></rss>"
ETAG, MODIFIED = 'W/"a-1"', "Tue, 04 Mar 2025 08:00:00 GMT"
LATER = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
HTML = "Content-Type: text/html"


def _conditional(client: socket.socket, request: bytes) -> None:
    known = (
        f"If-None-Match: {ETAG}\r\n".encode() in request and f"If-Modified-Since: {MODIFIED}\r\n".encode() in request
    )
    validators = (f"ETag: {ETAG}", f"Last-Modified: {MODIFIED}")
    answer = plain(b"", *validators, status="304 Not Modified") if known else plain(FEED, HTML, *validators)
    answer(client, request)


def _echo(client: socket.socket, request: bytes) -> None:
    plain(request, "Content-Type: text/plain")(client, request)


ANSWERS = {
    "/conditional": _conditional,
    "/echo": _echo,
    "/unasked": plain(b"", status="304 Not Modified"),
    "/feed": plain(FEED, "Content-Type: application/octet-stream"),
    "/rss": plain(FEED, "Content-Type: application/rss+xml"),
    "/xml": plain(b"<?xml version='1.0'?><page>Words.</page>", "Content-Type: text/xml"),
    "/robots.txt": plain(b"User-agent: *\nDisallow: /x\n"),
    "/gone": plain(b"", status="410 Gone"),
    "/busy": plain(b"", "Retry-After: 120", status="429 Too Many Requests"),
    "/down": plain(b"", f"Retry-After: {LATER}", status="503 Service Unavailable"),
    "/odd": plain(b"", "Retry-After: soon", status="503 Service Unavailable"),
    "/for-good": plain(b"", "Location: /for-good-too", status="301 Moved"),
    "/for-good-too": plain(b"", "Location: /now", status="308 Moved"),
    "/now": plain(b"", "Location: /feed", status="302 Found"),
    "/now-first": plain(b"", "Location: /moved-once", status="307 Elsewhere"),
    "/moved-once": plain(b"", "Location: /feed", status="301 Moved"),
    "/accents": plain(b"", "Location: /caf\u00c3\u00a9", status="301 Moved"),  # UTF-8, as servers send it
    "/caf%C3%A9": plain(b"<p>Coffee", HTML),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(ANSWERS) as address:
        yield address


def ask(address: str, **options: str) -> Fetched:
    return fetch(address, allow_hosts={"127.0.0.1"}, seconds=5, **options)  # type: ignore[arg-type]


def test_what_has_not_changed_has_no_capture(server: str) -> None:
    first = ask(f"{server}/conditional", accept="feed")
    assert (first.status, first.etag, first.modified) == (200, ETAG, MODIFIED)
    assert first.capture is not None and first.capture.raw == FEED
    again = ask(f"{server}/conditional", accept="feed", etag=ETAG, modified=MODIFIED)
    assert (again.status, again.capture, again.etag, again.modified) == (304, None, ETAG, MODIFIED)


def test_304_to_who_knows_nothing_is_an_error(server: str) -> None:
    with pytest.raises(AnswerRefused, match="answered 304"):
        ask(f"{server}/unasked")


def test_a_validator_cannot_smuggle_a_header(server: str) -> None:
    with pytest.raises(InputError, match="could not be fetched"):
        ask(f"{server}/echo", etag='"a"\r\nX-Evil: 1')


@pytest.mark.parametrize(
    ("path", "status", "least", "most"),
    [("/gone", 410, None, None), ("/busy", 429, 120, 120), ("/down", 503, 80_000, 86_400), ("/odd", 503, None, None)],
)
def test_another_answer_carries_its_status(
    server: str, path: str, status: int, least: float | None, most: float | None
) -> None:
    with pytest.raises(AnswerRefused) as caught:
        ask(server + path)
    assert caught.value.status == status
    wait = caught.value.retry_after
    assert (wait is None) == (least is None)
    assert wait is None or least is None or most is None or least <= wait <= most


@pytest.mark.parametrize(
    ("path", "moved"), [("/for-good", "/now"), ("/now-first", None), ("/moved-once", "/feed"), ("/feed", None)]
)
def test_only_moves_for_good_are_told(server: str, path: str, moved: str | None) -> None:
    found = ask(server + path, accept="feed")
    assert found.address == f"{server}/feed"
    assert found.moved == (server + moved if moved else None)


def test_a_redirect_may_hold_bare_utf8(server: str) -> None:
    assert ask(f"{server}/accents").address == f"{server}/café"


def test_a_feed_comes_whatever_its_media_type_and_a_page_does_not(server: str) -> None:
    found = ask(f"{server}/feed", accept="feed").capture
    assert found is not None and (found.raw, found.media_type) == (FEED, "application/octet-stream")
    with pytest.raises(InputError, match="not a web page"):
        ask(f"{server}/feed")


def test_robots_txt_comes(server: str) -> None:
    found = ask(f"{server}/robots.txt", accept="robots").capture
    assert found is not None and found.raw.startswith(b"User-agent")


def test_we_say_who_we_are_and_what_we_can_unpack(server: str) -> None:
    found = ask(f"{server}/echo").capture
    assert found is not None
    request = found.raw.decode()
    assert f"User-Agent: {USER_AGENT}\r\n" in request
    assert "Accept-Encoding: gzip, br, zstd\r\n" in request
    assert "Cookie" not in request and "Referer" not in request


def test_the_address_of_a_feed_gives_its_entries(server: str) -> None:
    def open_page(address: str) -> Capture:
        return fetch_page(address, allow_hosts={"127.0.0.1"})

    (found,) = list_captures([f"{server}/rss"], fetch=open_page)
    assert isinstance(found, Capture)
    assert (found.given.title, found.given.outlet) == ("T", "F")
    assert found.retrieved is not None


def test_xml_that_is_no_feed_is_no_page(server: str) -> None:
    with pytest.raises(InputError, match="this is text/xml, not a web page"):
        ask(f"{server}/xml")
