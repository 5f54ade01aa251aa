"""The words of quotes, events and findings as W3C Web Annotations (JSON-LD), positions in code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from twosource.formats.json import JsonList
from twosource.formats.views import STATUS_WORDS, RecordView
from twosource.formats.words import plural
from twosource.model import Page, Record, Selector, content_id

BESIDE = 32
"""Characters of prefix and suffix, by which the words can be found again where a page has changed."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class Annotations:
    """One AnnotationPage: an annotation for each quote, event and finding, with all the passages that it rests on.

    See `Writing`. Its own id, a hash of its articles, stands at its end.
    """

    def __init__(self) -> None:
        self._list = JsonList(f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": [')
        self._id = content_id("annotations")

    def add(self, record: Record) -> Iterator[str]:
        """The annotations of a record."""
        self._id = content_id("annotations", self._id, *(article.id for article in record.articles))
        return self._list.add(_annotations(record))

    def end(self) -> Iterator[str]:
        """The end of the list, and the id."""
        return self._list.end(f'], "id": "urn:twosource:{self._id}"}}\n')


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    pages = {page.id: page for page in record.pages}
    for id_, said, passages in _said(record):
        yield _annotation(id_, said, [_target(at, pages[at.page]) for at in dict.fromkeys(passages)])


def _annotation(id_: str, said: str, targets: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"urn:twosource:{quote(id_, safe=':')}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": said, "format": "text/plain"},
        "target": targets,
    }


def _said(record: Record) -> Iterator[tuple[str, str, Iterable[Selector]]]:
    """Id, what is said of the passages, and the passages."""
    view = RecordView(record)
    for said in record.quotes:
        yield said.id, f"{said.kind} quote of {view.actor_name(said.speaker) or 'a speaker not told'}", said.content
    for event in record.events:
        yield event.id, f"{event.type}, {event.realis}", (event.anchor,)
    for finding in record.findings:
        standing = f"{STATUS_WORDS[finding.status]}: {plural(finding.origins, 'origin')}"
        yield finding.id, standing, (view.claim(claim).selector for claim in finding.claims)


def _target(at: Selector, page: Page) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
    before, after = page.text[max(0, at.start - BESIDE) : at.start], page.text[at.end : at.end + BESIDE]
    quoted = {"type": "TextQuoteSelector", "exact": at.exact, "prefix": before, "suffix": after}
    return {"source": f"urn:{quote(page.id, safe=':')}", "selector": [position, quoted]}
