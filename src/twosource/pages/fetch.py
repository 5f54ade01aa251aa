"""Fetches a page, a feed or a robots.txt: every hop's address checked and pinned, size and time bounded, no proxies."""

from __future__ import annotations

import http.client
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urljoin

from twosource.errors import FetchRefused, InputError, PageTooLarge, TimedOut
from twosource.model import Given
from twosource.pages.addresses import take_apart
from twosource.pages.capture import Capture
from twosource.pages.codings import accepted_codings, unpacked
from twosource.pages.connect import Answer, Reach, TooMuchBeside, ask
from twosource.pages.feeds import is_feed
from twosource.pages.refuse import refuse

USER_AGENT = "twosource/0.1 (reads news reports; in robots.txt: twosource)"
MAX_REDIRECTS = 5
SECONDS = 20.0
"""For one fetch in all, redirects included."""

Accept = Literal["page", "feed", "robots"]
_ACCEPT: dict[Accept, str] = {
    "page": "text/html,application/xhtml+xml,text/plain;q=0.8,application/rss+xml;q=0.6,application/atom+xml;q=0.6",
    "feed": "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.8,*/*;q=0.5",
    "robots": "text/plain,*/*;q=0.5",
}
_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain", None})
_MAYBE_FEEDS = frozenset(
    f"{kind}/{name}"
    for kind in ("application", "text")
    for name in ("rss+xml", "atom+xml", "rdf+xml", "xml", "feed+json", "json")
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


class AnswerRefused(InputError):
    """The server answered with another status than 200; `retry_after` in seconds where it names a time to wait."""

    def __init__(self, message: str, status: int = 0, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status, self.retry_after = status, retry_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of an address; `capture` is None where nothing changed (304), `etag` and `modified` as they were sent.

    `address`: where it was in the end; `moved`: where permanent redirects alone lead, None where it has not moved.
    With a status of 3xx other than 304, `address` is of another host, which was not asked yet.
    """

    status: int
    address: str
    moved: str | None = None
    capture: Capture | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: float | None = None

    @property
    def leads_on(self) -> bool:
        """Whether this is a redirect to a host that was not asked."""
        return self.status in _REDIRECTS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is asked of each hop: of which address at first, what is to come, and what is known of it already."""

    address: str
    accept: Accept
    etag: str | None
    modified: str | None
    one_host: bool

    def headers(self) -> dict[str, str]:
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {
            "User-Agent": USER_AGENT,
            "Accept": _ACCEPT[self.accept],
            "Accept-Encoding": accepted_codings(),
            "Connection": "close",
        } | {name: value for name, value in known.items() if value}


def fetch_page(address: str, *, allow_hosts: Collection[str] = (), seconds: float = SECONDS) -> Capture:
    """The capture of a web page, or of a feed given in its place; raises an InputError that says why there is none."""
    capture = fetch(address, allow_hosts=allow_hosts, seconds=seconds).capture
    assert capture is not None  # 304 answers only those who say what they know
    return capture


def fetch(  # noqa: PLR0913 (all that one may say of a question)
    address: str,
    *,
    allow_hosts: Collection[str] = (),
    seconds: float = SECONDS,
    etag: str | None = None,
    modified: str | None = None,
    accept: Accept = "page",
    one_host: bool = False,
) -> Fetched:
    """What is at an address now; raises AnswerRefused with the status, or another InputError that says why not.

    `allow_hosts` names hosts that may lie in a private network; every other host must be public at every hop. `etag`
    and `modified` are those of the last answer. A feed or a robots.txt comes whatever its media type. `one_host`: a
    redirect to another scheme, host or port is given, not followed.
    """
    question = _Question(address=address, accept=accept, etag=etag, modified=modified, one_host=one_host)
    try:
        return _follow(question, Reach(allow_hosts, time.monotonic() + seconds))
    except TimeoutError as error:
        raise TimedOut(f"{address}: it did not come within {seconds:g} s: try later, or save it yourself") from error
    except TooMuchBeside as error:
        raise PageTooLarge(f"{address}: it comes with more than {error} that are no page: save it yourself") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(f"{address}: it could not be fetched ({error}): check the address") from error


def _follow(question: _Question, reach: Reach) -> Fetched:
    at, moved, permanent = question.address, None, True
    hop = take_apart(at, reach.allow_hosts)
    for _ in range(MAX_REDIRECTS + 1):
        with ask(hop, question.headers(), reach) as answer:
            status = answer.head.status
            goes_to = answer.head.getheader("Location") if status in _REDIRECTS else None
            if goes_to is None:
                return _fetched(question, at, moved, answer)
            at = urljoin(at, goes_to.encode("latin-1").decode("utf-8", "replace"))
            permanent = permanent and status in _PERMANENT
            moved = at if permanent else moved
        before, hop = hop, take_apart(at, reach.allow_hosts)
        if question.one_host and not hop.is_beside(before):
            return Fetched(status=status, address=at, moved=moved)
    many = f"it leads on more than {MAX_REDIRECTS} times"
    raise FetchRefused(f"{question.address}: {many}: give the address where it ends")


def _fetched(question: _Question, at: str, moved: str | None, answer: Answer) -> Fetched:
    head = answer.head
    status, known = head.status, question.etag or question.modified
    retry_after = _seconds_of(head.getheader("Retry-After"))
    if status != 200 and not (status == 304 and known):
        reason = f"{question.address}: the server answered {status} {head.reason}: check the address"
        raise AnswerRefused(reason, status, retry_after)
    return Fetched(
        status=status,
        address=at,
        moved=moved,
        capture=_capture(question, at, answer) if status == 200 else None,
        etag=head.getheader("ETag"),
        modified=head.getheader("Last-Modified"),
        retry_after=retry_after,
    )


def _seconds_of(retry_after: str | None) -> float | None:
    """Retry-After in seconds from now: a number, or a date of HTTP; None where it is neither."""
    said = (retry_after or "").strip()[:40]
    if said.isdecimal() and said.isascii():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _capture(question: _Question, at: str, answer: Answer) -> Capture:
    address, headers = question.address, answer.head.headers
    media_type = headers.get_content_type() if "Content-Type" in headers else None
    if question.accept == "page" and media_type not in _READABLE | _MAYBE_FEEDS:
        raise _no_page(address, media_type)
    raw = unpacked(_body(address, answer), answer.head.getheader("Content-Encoding") or "", address)
    if question.accept == "page" and not is_feed(raw):
        if media_type not in _READABLE:
            raise _no_page(address, media_type)
        refuse(address, raw)
    return Capture(
        location=address,
        raw=raw,
        media_type=media_type,
        given=Given(input_id=address, url=at),
        encoding=headers.get_content_charset(),
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _no_page(address: str, media_type: str | None) -> InputError:
    return InputError(f"{address}: this is {media_type}, not a web page: give the address of the report itself")


def _body(address: str, answer: Answer) -> Iterator[bytes]:
    yield from answer.body()
    if answer.head.length:
        raise InputError(f"{address}: the connection ended early: try again")
