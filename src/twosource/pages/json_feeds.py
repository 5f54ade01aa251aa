"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from twosource.errors import InputError
from twosource.pages.decode import clean, decode
from twosource.pages.entries import Entry, Feed, is_whole, one_line, web_address
from twosource.pages.feed_dates import iso_date

_VERSION = "//jsonfeed.org/version/1"
_NAMES_VERSION = re.compile(rb"""\"version\"\s{0,20}:\s{0,20}\"https?:(?:\\?/){2}jsonfeed\.org\\?/version\\?/1""")


def is_json_feed(raw: bytes) -> bool:
    """Whether these bytes are an object that names the version of JSON Feed."""
    is_object = raw[:100].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return is_object and _NAMES_VERSION.search(raw) is not None


def is_feed_object(tree: object) -> bool:
    """Whether parsed JSON is a JSON Feed."""
    return isinstance(tree, dict) and _VERSION in str(tree.get("version", ""))[:100]


def read_json_feed(raw: bytes, location: str) -> Feed:
    """The feed; raises InputError where there is none in it."""
    try:
        tree = json.loads(decode(raw).text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"{location}: this is not valid JSON ({reason}): fetch the feed again") from error
    if not is_feed_object(tree):
        raise InputError(f'{location}: this is no JSON Feed: "version" must be https://jsonfeed.org/version/1.1')
    return feed_of_object(tree, location)


def feed_of_object(tree: Any, location: str) -> Feed:
    """The feed in parsed JSON for which `is_feed_object` holds; what has another type than the format says is left."""
    base = _string(tree, "home_page_url") or location
    items = tree.get("items")
    entries = _entries(items if isinstance(items, list) else [], base if "://" in base else "")
    return Feed(title=one_line(_string(tree, "title")), entries=tuple(entries))


def _entries(items: list[Any], base: str) -> Iterator[Entry]:
    for number, item in enumerate(items, 1):
        fields = item if isinstance(item, dict) else {}
        html, text = _string(fields, "content_html"), _string(fields, "content_text")
        summary = "" if html.strip() or text.strip() else _string(fields, "summary")
        url = _string(fields, "url") or _string(fields, "external_url")
        yield Entry(
            id=_id(fields) or str(number),
            url=web_address(base, url) if url else None,
            title=one_line(_string(fields, "title")),
            published=iso_date(_string(fields, "date_published")),
            updated=iso_date(_string(fields, "date_modified")),
            html=html if html.strip() else None,
            text=None if html.strip() else (text if text.strip() else summary) or None,
            whole=bool(html.strip() or text.strip()) or is_whole(summary),
        )


def _string(fields: Any, name: str) -> str:
    found = fields.get(name)
    return clean(found) if isinstance(found, str) else ""


def _id(fields: Any) -> str | None:
    """Version 1.0 has ids that are numbers in the wild."""
    found = fields.get("id")
    return one_line(str(found)) if isinstance(found, str | int | float) else None
