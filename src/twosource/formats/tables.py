"""Tables of records: their events, their quotes, their findings; one row each, with their words. As CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from twosource.formats.shown import one_line
from twosource.formats.views import RecordView
from twosource.formats.words import printable
from twosource.model import Event, Finding, Party, Place, Quote, Record, Selector
from twosource.vocab.cameo import cameo_root

Row = dict[str, Any]
"""Columns and their values: text, lists of text, numbers, None."""
Kind = Literal["text", "texts", "day", "count", "number"]
"""What a column holds; `texts`: any number of them, `day`: a whole ISO day."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula where a cell begins with it (OWASP, CSV injection), wide forms too."""
_SEVERAL = "; "
_DAY = len("2031-05-05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The columns of a table, in order, and the rows that a record gives."""

    columns: Mapping[str, Kind]
    rows: Callable[[RecordView], Iterator[Row]]

    def of(self, record: Record) -> Iterator[Sequence[Any]]:
        """The rows of a record, the cells in the order of the columns, each text on one line and printable."""
        for row in self.rows(RecordView(record)):
            yield [_clean(row[name]) for name in self.columns]


WORDS: dict[str, Kind] = {
    "words": "text",
    "article": "text",
    "outlet": "text",
    "published": "text",
    "published_day": "day",
    "page": "text",
    "start": "count",
    "end": "count",
}
"""The last columns of each table."""


def _events(view: RecordView) -> Iterator[Row]:
    places = {place.id: place for place in view.record.places}
    stories = _stories(view.record)
    for event in view.record.events:
        story = {"story": stories.get(event.article)}
        yield _event(event, view) | _where(event, places) | story | _words(event.anchor, view)


def _event(event: Event, view: RecordView) -> Row:
    time = event.time
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "context": event.context,
        "cameo_root": cameo_root(event.type, event.mode, event.context),
        "actors": _parties(event.actors, view),
        "recipients": _parties(event.recipients, view),
        "realis": event.realis,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    }


def _where(event: Event, places: Mapping[str, Place]) -> Row:
    place = places.get(event.place.place or "") if event.place else None
    return {
        "place": place.name if place else event.place and event.place.selector.exact,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
    }


def _parties(parties: Iterable[Party], view: RecordView) -> tuple[str, ...]:
    return tuple(view.actor_name(p.actor) or p.selector.exact for p in parties)


def _quotes(view: RecordView) -> Iterator[Row]:
    stories = _stories(view.record)
    for quote in view.record.quotes:
        yield _quote(quote, view) | {"story": stories.get(quote.article)} | _words(quote.content[0], view)


def _quote(quote: Quote, view: RecordView) -> Row:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "polarity": quote.polarity,
        "speaker": view.actor_name(quote.speaker) or None,
        "as_written": quote.speaker_selector and quote.speaker_selector.exact,
        "cue": quote.cue and quote.cue.exact,
        "content": " … ".join(c.exact for c in quote.content),
        "addressee": view.actor_name(quote.addressee) or None,
    }


def _findings(view: RecordView) -> Iterator[Row]:
    stories = _stories(view.record)
    for finding in view.record.findings:
        story = stories.get(view.passage(finding.text).report.article.id)
        yield _finding(finding, view) | {"story": story} | _words(finding.text, view)


def _finding(finding: Finding, view: RecordView) -> Row:
    return {
        "id": finding.id,
        "status": finding.status,
        "origins": finding.origins,
        "speakers": finding.speakers,
        "confidence": finding.confidence,
        "differences": [f"{d.aspect}: {' / '.join(v.value for v in d.values)}" for d in finding.differences],
        "reports": list(dict.fromkeys(p.report.outlet for p in view.claims_of(finding))),
    }


def _words(at: Selector, view: RecordView) -> Row:
    """The words, and where they stand: code points of the page's text, end exclusive."""
    report = view.passage(at).report
    published = report.article.published
    day = published.value if published else None
    return {
        "words": at.exact,
        "article": report.article.id,
        "outlet": report.outlet,
        "published": day,
        "published_day": day if day and len(day) == _DAY else None,
        "page": at.page,
        "start": at.start,
        "end": at.end,
    }


def _stories(record: Record) -> dict[str, str]:
    """The story of each article."""
    return {article: story.id for story in record.stories for article in story.articles}


EVENTS = Table(
    columns={
        "id": "text", "story": "text", "type": "text", "mode": "texts", "context": "texts", "cameo_root": "text",
        "actors": "texts", "recipients": "texts", "realis": "text", "earliest": "day", "latest": "day",
        "place": "text", "country": "text", "lat": "number", "lon": "number", **WORDS,
    },
    rows=_events,
)  # fmt: skip
QUOTES = Table(
    columns={
        "id": "text", "story": "text", "kind": "text", "polarity": "text", "speaker": "text", "as_written": "text",
        "cue": "text", "content": "text", "addressee": "text", **WORDS,
    },
    rows=_quotes,
)  # fmt: skip
FINDINGS = Table(
    columns={
        "id": "text", "story": "text", "status": "text", "origins": "count", "speakers": "count",
        "confidence": "number", "differences": "texts", "reports": "texts", **WORDS,
    },
    rows=_findings,
)  # fmt: skip


class _Csv:
    """A table as CSV: a header, then the rows. See `Writing`."""

    table: Table

    def __init__(self) -> None:
        self._waiting = [list(self.table.columns)]

    def add(self, record: Record) -> Iterator[str]:
        """The rows of this record."""
        rows: list[list[Any]] = [*self._waiting, *([cell(value) for value in row] for row in self.table.of(record))]
        self._waiting = []
        yield _lines(rows)

    def end(self) -> Iterator[str]:
        """The header, where no record came."""
        yield _lines(self._waiting)


class EventsCsv(_Csv):
    """One line an event: PLOVER type, modes, contexts, CAMEO root, parties, realis, time, place, words, report."""

    table = EVENTS


class QuotesCsv(_Csv):
    """One line a quote: kind, polarity, speaker, cue, words, addressee, report."""

    table = QUOTES


class FindingsCsv(_Csv):
    """One line a finding: status, origins, speakers, confidence, clearest wording, what differs, reports."""

    table = FINDINGS


def _lines(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def cell(value: object) -> object:
    """A value as a cell of a CSV: several texts joined, and what a spreadsheet would take for a formula no formula."""
    text = _SEVERAL.join(value) if isinstance(value, list) else value
    return "'" + text if isinstance(text, str) and text.startswith(FORMULA) else text


def _clean(value: object) -> object:
    if isinstance(value, str):
        return printable(one_line(value))
    return [printable(one_line(one)) for one in value] if isinstance(value, list | tuple) else value
