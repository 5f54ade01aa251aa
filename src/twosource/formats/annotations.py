"""The words of quotes, events and findings as W3C Web Annotations (JSON-LD), positions in code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from twosource.codec import dump
from twosource.formats.views import STATUS_WORDS, RecordView
from twosource.formats.words import plural
from twosource.model import Page, Record, Selector, content_id

BESIDE = 32
"""Characters of prefix and suffix, by which the words can be found again where a page has changed."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(record: Record) -> str:
    """One AnnotationPage: an annotation for each quote, event and finding, with all the passages that it rests on."""
    pages = {page.id: page for page in record.pages}
    items = [
        {
            "id": f"urn:twosource:{id_}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {"type": "TextualBody", "value": said, "format": "text/plain"},
            "target": [_target(at, pages[at.page]) for at in dict.fromkeys(passages)],
        }
        for id_, said, passages in _said(record)
    ]
    own = content_id("annotations", *(article.id for article in record.articles))
    return dump({"@context": CONTEXT, "id": f"urn:twosource:{own}", "type": "AnnotationPage", "items": items}) + "\n"


def _said(record: Record) -> Iterator[tuple[str, str, Iterable[Selector]]]:
    """Id, what is said of the passages, and the passages."""
    view = RecordView(record)
    for quote in record.quotes:
        yield quote.id, f"{quote.kind} quote of {view.actor_name(quote.speaker) or 'a speaker not told'}", quote.content
    for event in record.events:
        yield event.id, f"{event.type}, {event.realis}", (event.anchor,)
    for finding in record.findings:
        standing = f"{STATUS_WORDS[finding.status]}: {plural(finding.origins, 'origin')}"
        yield finding.id, standing, (view.claim(claim).selector for claim in finding.claims)


def _target(at: Selector, page: Page) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
    before, after = page.text[max(0, at.start - BESIDE) : at.start], page.text[at.end : at.end + BESIDE]
    quoted = {"type": "TextQuoteSelector", "exact": at.exact, "prefix": before, "suffix": after}
    return {"source": f"urn:{page.id}", "selector": [position, quoted]}
