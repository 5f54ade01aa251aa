"""What a feed holds, whatever its dialect: entries, and the capture that each gives as an input."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from twosource.errors import InputError, PageTooLarge
from twosource.model import Given
from twosource.pages.capture import Capture, Failure
from twosource.pages.decode import clean
from twosource.pages.limits import UNPACKED_BYTES
from twosource.text.markup import visible_text

_TEASER_WORDS = 120
"""A summary of more words is taken as the report: many feeds have their whole text in `description`. Teasers of news
sites have 20 to 60."""
_NOTE = "{}: only the teaser was in the feed: what the report says beyond it is not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: `html`, else `text`, is its content, else its summary; None where the feed has none.

    `published` and `updated` are ISO 8601, with the zone that the feed gives; `whole`: more than a teaser.
    """

    id: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    html: str | None = None
    text: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: its title, None where it has none, and its entries in their order."""

    title: str | None
    entries: tuple[Entry, ...]


def captures_of(feed: Feed, location: str, retrieved: str | None = None) -> Iterator[Capture | Failure]:
    """A capture for each entry; an entry without content is a failure."""
    for entry in feed.entries:
        where, given_id = clean(f"{location}#{entry.id}"), clean(entry.id)
        try:
            yield replace(_capture(entry, feed.title, where, given_id), retrieved=retrieved)
        except InputError as error:
            yield Failure(location=where, input_id=given_id, error=error)


def _capture(entry: Entry, outlet: str | None, where: str, input_id: str) -> Capture:
    content = entry.html or entry.text or ""
    if not content.strip():
        raise InputError(f"{where}: this entry holds no text: give the page that it leads to")
    is_html = entry.html is not None
    page = under_title(content, entry.title or "", is_html=is_html)
    raw = clean(page).encode()
    if len(raw) > UNPACKED_BYTES:
        raise PageTooLarge(f"{where}: this entry is larger than {UNPACKED_BYTES >> 20} MiB: leave it out")
    return Capture(
        location=where,
        raw=raw,
        media_type="text/html" if is_html else "text/plain",
        given=Given(
            input_id=input_id, title=entry.title, date=entry.published or entry.updated, outlet=outlet, url=entry.url
        ),
        encoding="utf-8",
        notes=() if entry.whole else (_NOTE.format(where),),
    )


def under_title(content: str, title: str, *, is_html: bool) -> str:
    """The content under its title, unless a text opens with it: a headline needs words that it can point at."""
    if is_html:
        return f"<article><h1>{html.escape(title, quote=False)}</h1>\n{content}</article>" if title else content
    return content if content.lstrip().startswith(title) else f"{title}\n\n{content}"


def line_of(markup: str) -> str | None:
    """What HTML of a title shows, in one line; None where that is nothing."""
    return one_line(visible_text(markup).text)


def one_line(text: str) -> str | None:
    """`text` in one line, None where there is none."""
    return " ".join(clean(text).split()) or None


def web_address(base: str, address: str) -> str | None:
    """An http or https address, taken from `base` on where it is relative; None where it is neither."""
    try:
        joined = urljoin(base, address.strip())
        return clean(joined) if urlsplit(joined).scheme in ("http", "https") else None
    except ValueError:
        return None


def is_whole(summary: str) -> bool:
    """Whether a summary is as long as a report."""
    return len(summary.split()) > _TEASER_WORDS
