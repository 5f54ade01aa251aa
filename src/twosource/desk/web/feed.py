"""A saved search as an Atom feed (RFC 4287): ids that stay, text escaped, addresses on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from starlette.responses import Response

from twosource.desk.web.answers import rendered
from twosource.desk.web.asked import in_words
from twosource.desk.web.find import Hit
from twosource.desk.web.story import story_path
from twosource.stores.base import SavedSearch

FEED_ENTRIES = 50
MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A report in a feed."""

    id: str
    title: str
    href: str
    updated: str
    outlet: str
    summary: str


def feed(saved: SavedSearch, found: Sequence[Hit], root: str, path: str) -> Response:
    """The answer with the feed of a search; `root`: the desk's own address without the last slash."""
    entries = [_entry(saved, hit, root) for hit in found]
    text = rendered(
        "feed.xml.j2",
        id=_urn(saved.id + saved.made),
        title=saved.name,
        asked=in_words(saved.search),
        updated=max([saved.made, *(entry.updated for entry in entries)]),
        page=root + path,
        own=f"{root}{path}/feed.atom",
        entries=entries,
    )
    return Response(text.encode("utf-8", "replace"), media_type=MEDIA_TYPE)


def _entry(saved: SavedSearch, hit: Hit, root: str) -> FeedEntry:
    row = hit.row
    words = "".join(words for words, _ in hit.excerpt)
    return FeedEntry(
        id=_urn(row.article),
        title=hit.heading,
        href=f"{root}{story_path(row.story)}/reports?{urlencode({'show': row.article})}",
        updated=_moment(row.day) or saved.made,
        outlet=" ".join((row.outlet or "outlet unknown").split()),
        summary=". ".join([*(reason for reason, _ in hit.why), *([words] if words else [])]),
    )


def _urn(text: str) -> str:
    return uuid5(NAMESPACE_URL, text).urn


def _moment(day: str | None) -> str:
    """The first moment of a day, month or year (RFC 3339); empty where none is known."""
    return f"{(day + '-01-01')[:10]}T00:00:00+00:00" if day else ""
