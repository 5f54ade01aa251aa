"""What a page's own metadata says: JSON-LD (schema.org), meta elements, microdata, `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the key or path that it stands under."""

    value: str
    key: str


@dataclass(slots=True)
class Metadata:
    """Values in the order of trust, the first being the best."""

    titles: list[Found] = field(default_factory=list)
    dates: list[Found] = field(default_factory=list)
    authors: list[Found] = field(default_factory=list)
    outlets: list[Found] = field(default_factory=list)
    page_title: str = ""
    language: str = ""


_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "datepublished", "date_published", "publication_date", "publish-date", "publish_date", "published_time",
    "published-date", "pubdate", "pub_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "release_date", "citation_date",
    "citation_publication_date", "dc.date", "dcterms.date", "article.published", "displaydate", "ptime", "date",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "citation_author", "article.author", "cxenseparse:author", "authors",
)  # fmt: skip
_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
)
_TITLES = ("og:title", "parsely-title", "twitter:title", "dc.title", "headline", "title")
_ARTICLE = re.compile(r"Article|Posting|Report|Review|NewsArticle|Recipe|LiveBlog", re.IGNORECASE)
_PAGE = re.compile(r"WebPage")
_MOST_SCRIPTS, _MOST_NODES, _LONGEST = 20, 5_000, 500_000
_CONTROL = re.compile(r"[\x00-\x1f]")


def read_metadata(tree: HtmlElement) -> Metadata:
    """All that the page's own markup says of the report: JSON-LD first, then meta elements, then the visible markup."""
    found = Metadata()
    nodes = list(_linked_data(tree))
    for node in nodes:
        if _is(node, _ARTICLE):
            _read_node(node, found)
    _read_meta(tree, found)
    _read_markup(tree, found)
    pages = (node for node in nodes if _is(node, _PAGE))
    found.dates.extend(Found(text, "JSON-LD WebPage") for node in pages for text in _texts(node.get("datePublished")))
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The nodes of the page's JSON-LD, however deep, in the order of the page."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:_MOST_SCRIPTS]:
        text = (script.text or "").strip()[:_LONGEST].removeprefix("<!--").removesuffix("-->")
        try:
            root = json.loads(_CONTROL.sub(" ", text).strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue
        yield from _nodes(root)


def _is(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    return kind.search(" ".join(_texts(node.get("@type")))) is not None


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    queue, count = [root], 0
    while queue and count < _MOST_NODES:
        count += 1
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(node[:_MOST_NODES])


def _read_node(node: dict[str, Any], found: Metadata) -> None:
    for name, into in (("datePublished", found.dates), ("dateCreated", found.dates), ("headline", found.titles)):
        into.extend(Found(text, f"JSON-LD {name}") for text in _texts(node.get(name)))
    for key in ("author", "creator"):
        found.authors.extend(Found(name, f"JSON-LD {key}") for name in _people(node.get(key)))
    found.outlets.extend(Found(name, "JSON-LD publisher") for name in _people(node.get("publisher")))


def _people(value: Any) -> Iterator[str]:
    """The names of persons or bodies: a string, a node with a name, or a list of these."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from _texts(one.get("name"))
        elif isinstance(one, str):
            yield one


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(v.split()) for v in values if isinstance(v, str) and v.strip()]


def _read_meta(tree: HtmlElement, found: Metadata) -> None:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if key and content:
            metas.setdefault(key.lower(), []).append(content)
    for keys, into in (
        (_DATES, found.dates),
        (_AUTHORS, found.authors),
        (_OUTLETS, found.outlets),
        (_TITLES, found.titles),
    ):
        into.extend(Found(value, f"meta {key}") for key in keys for value in metas.get(key, []))


def _read_markup(tree: HtmlElement, found: Metadata) -> None:
    title = tree.find(".//title")
    found.page_title = " ".join((title.text or "").split()) if title is not None else ""
    found.language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:3]:
        value = element.get("datetime") or element.get("content") or element.text_content()
        found.dates.append(Found(" ".join(value.split())[:80], "itemprop datePublished"))
    times = tree.xpath("//time[@datetime]")
    if len(times) == 1 or (times and _heads(times[0])):
        found.dates.append(Found(times[0].get("datetime").strip()[:80], "time datetime"))
    for element in tree.xpath("//*[@rel='author' or @itemprop='author']")[:6]:
        found.authors.append(Found(" ".join(element.text_content().split())[:120], "rel or itemprop author"))


def _heads(element: HtmlElement) -> bool:
    """Whether an element stands in the head of the article: in a header, or beside its h1."""
    for parent in element.iterancestors():
        if parent.tag in ("article", "main", "body"):
            return False
        if parent.tag == "header" or parent.find(".//h1") is not None:
            return parent.find(".//nav") is None
    return False
