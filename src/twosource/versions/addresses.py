"""The address of a page: where it stands for its readers, and what two addresses of one page have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from twosource.model import Page
from twosource.vocab.versions import address_parts

HEAD = 200_000
"""Characters of the markup in which a page names its own address: of pages without an end of their head no more."""
LONGEST = 2000
_TAG = re.compile(r"<(link|meta)\s([^<>]{1,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))")
_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org|archive\.(?:is|ph|today|org))/(?:web/)?(?:\d{4,14}\w{0,3}/)?(?=https?:)"
)
_PORTS = {"http": 80, "https": 443}


def address_of(page: Page) -> str | None:
    """The page's address: the one it gives itself where that is of the same site, else where it came from.

    A reprint may name the address of its original: that is where another outlet's page stands, not this one.
    """
    came = next((a for a in (page.given.url, page.location) if a and page_key(a)), None)
    for named in _named(page):
        full = urljoin(came or "", named)[:LONGEST]
        if page_key(full) and not _is_front(full) and (came is None or _site(full) == _site(came)):
            return full
    return came


def page_key(address: str) -> str:
    """What all addresses of one page have in common; empty for what is no address of the web.

    Scheme, port, "www.", fragment, tracking parameters and their order, a last slash make no difference.
    """
    try:
        parts = urlsplit(_ARCHIVED.sub("", address[:LONGEST].strip(), count=1))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in _PORTS or not host:
        return ""
    own = "" if port in (None, *_PORTS.values()) else f":{port}"
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(k)))
    return f"{_bare_host(host)}{own}{_bare_path(parts.path)}{'?' if query else ''}{query}"


def _bare_host(host: str) -> str:
    opening = next((p for p in address_parts("host") if host.startswith(p) and "." in host[len(p) :]), "")
    return host[len(opening) :].rstrip(".")


def _bare_path(path: str) -> str:
    bare = unquote(path)
    for ending in address_parts("ending"):
        bare = bare[: -len(ending)] if bare.lower().endswith(ending) else bare
    return bare.rstrip("/")


def _tracks(parameter: str) -> bool:
    name = parameter.lower()
    return name in address_parts("parameter") or name.startswith(address_parts("opening"))


def _site(address: str) -> str:
    return page_key(address).partition("/")[0].partition("?")[0]


def _is_front(address: str) -> bool:
    """Whether it leads to the front page of a site, which many pages wrongly give as their own address."""
    return page_key(address) == _site(address)


def _named(page: Page) -> Iterator[str]:
    """The addresses that the page names as its own: `link rel=canonical`, then `og:url`."""
    found = list(_tags(page.markup or ""))
    yield from (a["href"] for a in found if "canonical" in a.get("rel", "").lower().split() and a.get("href"))
    yield from (a["content"] for a in found if a.get("property", "").lower() == "og:url" and a.get("content"))


def _tags(markup: str) -> Iterator[dict[str, str]]:
    """The attributes of the `link` and `meta` elements of a page's head."""
    end = markup.find("</head", 0, HEAD)
    for tag in _TAG.finditer(markup, 0, end if end >= 0 else HEAD):
        yield {m[1].lower(): unescape(m[2] or m[3] or m[4] or "").strip() for m in _ATTRIBUTE.finditer(tag[2])}


def stated_change(page: Page) -> str | None:
    """When the page's metadata say that it was last changed (ISO 8601), as written; None where they do not."""
    markup = page.markup or ""
    for attributes in _tags(markup):
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name in _MODIFIED and _ISO.fullmatch(attributes.get("content", "")):
            return attributes["content"]
    found = _LINKED_DATA.search(markup, 0, HEAD)
    return found[1] if found else None


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_MODIFIED = frozenset({"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"})
_LINKED_DATA = re.compile(rf"\"dateModified\"\s{{0,5}}:\s{{0,5}}\"({_ISO.pattern})\"")
