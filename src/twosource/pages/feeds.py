"""Feeds as inputs and for those who follow them: RSS, Atom and JSON Feed, told by their bytes."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.errors import InputError, PageTooLarge
from twosource.pages.capture import Capture, Failure
from twosource.pages.entries import Entry, Feed, captures_of
from twosource.pages.json_feeds import is_json_feed, read_json_feed
from twosource.pages.limits import FEED_BYTES
from twosource.pages.xml_feeds import is_xml_feed, read_xml_feed

__all__ = ["Entry", "Feed", "is_feed", "read_feed", "read_feed_entries"]

_HEAD = 4096


def is_feed(raw: bytes) -> bool:
    """Whether these bytes are those of a feed."""
    return is_xml_feed(raw[:_HEAD]) or is_json_feed(raw)


def read_feed(raw: bytes, location: str) -> Feed:
    """The title and the entries of a feed; raises InputError where it is none, or larger than FEED_BYTES."""
    if len(raw) > FEED_BYTES:
        raise PageTooLarge(f"{location}: this feed is larger than {FEED_BYTES >> 20} MiB: leave its older entries out")
    return read_json_feed(raw, location) if is_json_feed(raw) else read_xml_feed(raw, location)


def read_feed_entries(raw: bytes, location: str, retrieved: str | None) -> Iterator[Capture | Failure]:
    """The captures of the entries of a feed; raises InputError as `read_feed`, and where it has no entries."""
    feed = read_feed(raw, location)
    if not feed.entries:
        raise InputError(f"{location}: this feed has no entries: fetch it again later")
    yield from captures_of(feed, location, retrieved)
