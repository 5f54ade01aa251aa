"""RSS 0.9x, 1.0 and 2.0 and Atom, by feedparser; nothing outside the feed is looked at and no entity is declared."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from twosource.errors import InputError
from twosource.pages.entries import Entry, Feed, is_whole, line_of, one_line, web_address
from twosource.pages.feed_dates import iso_date
from twosource.pages.prolog import bare_xml, opens_with
from twosource.text.markup import visible_text

_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z!/]|&[#a-zA-Z]")
"""RSS does not say whether a description is HTML. Without any of these it is text, whose line ends mean something."""
_TITLE_CHARACTERS = 2000
_TEASER_CHARACTERS = 50_000
"""Of markup that are looked through for the words of a teaser."""
_Fields = Mapping[str, Any]


def is_xml_feed(raw: bytes) -> bool:
    """Whether these bytes, or the first of a file, open an RSS or Atom feed."""
    return opens_with(raw, _ROOT)


def read_xml_feed(raw: bytes, location: str) -> Feed:
    """The feed; damaged XML is read as far as it goes. Raises InputError where there is none in it."""
    if not is_xml_feed(raw):
        raise InputError(f"{location}: this is no feed: give the address or the file of the feed itself")
    found = _parsed(bare_xml(raw), location)
    base = str(found["feed"].get("link") or "") or location
    title = found["feed"].get("title_detail") or {}
    entries = tuple(_entries(found["entries"], base if "://" in base else ""))
    return Feed(title=_title(title), entries=entries)


def _parsed(content: bytes, location: str) -> _Fields:
    import feedparser  # type: ignore[import-untyped]

    try:
        found: _Fields = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # its parser for damaged XML has failed in many ways: none may end the others' work
        raise InputError(f"{location}: this feed is damaged ({type(error).__name__}): fetch it again") from error
    return found


def _entries(found: list[dict[str, Any]], base: str) -> Iterator[Entry]:
    for number, fields in enumerate(found, 1):
        get = dict(dict.items(fields)).get  # its own look-up gives `published` for `updated`
        html, text, whole = _content(get("content") or (), get("summary_detail") or {})
        url = _address(get("links") or (), str(get("link") or ""), base)
        yield Entry(
            id=one_line(str(get("id") or "")) or url or str(number),
            url=url,
            title=_title(get("title_detail") or {}),
            published=iso_date(get("published"), get("published_parsed")),
            updated=iso_date(get("updated"), get("updated_parsed")),
            html=html,
            text=text,
            whole=whole,
        )


def _title(detail: _Fields) -> str | None:
    value = str(detail.get("value") or "")[:_TITLE_CHARACTERS]
    return one_line(value) if detail.get("type") == "text/plain" else line_of(value)


def _content(contents: Any, summary: _Fields) -> tuple[str | None, str | None, bool]:
    """The HTML or the text of an entry, and whether it is more than a teaser: its longest content, else its summary."""
    values = [c for c in contents if str(c.get("value") or "").strip() and _is_text(c)]
    best = max(values, key=lambda c: len(c["value"]), default=None)
    chosen = best or summary
    value = str(chosen.get("value") or "")
    plain = chosen.get("type") == "text/plain" or not _MARKUP.search(value)
    whole = best is not None or is_whole(value if plain else visible_text(value[:_TEASER_CHARACTERS]).text)
    if not value.strip():
        return None, None, False
    return (None, value, whole) if plain else (value, None, whole)


def _is_text(content: _Fields) -> bool:
    return str(content.get("type") or "text/html") in ("text/plain", "text/html", "application/xhtml+xml")


def _address(links: Any, link: str, base: str) -> str | None:
    """The page of an entry: a link to it, else an id that is an address."""
    for one in links:
        if one.get("rel") == "alternate" and one.get("href"):
            return web_address(base, str(one["href"]))
    return web_address("", link) if "://" in link else None
