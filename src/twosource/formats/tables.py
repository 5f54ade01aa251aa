"""Tables of a record as CSV (RFC 4180): its events, its quotes, its findings; one line each, with their words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from twosource.formats.views import RecordView, one_line
from twosource.formats.words import printable
from twosource.model import Event, Finding, Party, Place, Quote, Record, Selector
from twosource.vocab.cameo import cameo_root

Row = dict[str, Any]
"""Columns and their values: text, numbers, None."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it (OWASP, CSV injection)."""
_SEVERAL = "; "


def events_table(record: Record) -> str:
    """One line an event: PLOVER type, modes, contexts, CAMEO root, parties, realis, time, place, words, report."""
    view = RecordView(record)
    places = {place.id: place for place in record.places}
    return _table(_event(event, view) | _where(event, places) for event in record.events)


def quotes_table(record: Record) -> str:
    """One line a quote: kind, polarity, speaker, cue, words, addressee, report."""
    view = RecordView(record)
    return _table(_quote(quote, view) for quote in record.quotes)


def findings_table(record: Record) -> str:
    """One line a finding: status, origins, speakers, confidence, clearest wording, what differs, reports."""
    view = RecordView(record)
    return _table(_finding(finding, view) for finding in record.findings)


def _event(event: Event, view: RecordView) -> Row:
    time = event.time
    return {
        "id": event.id,
        "type": event.type,
        "mode": _SEVERAL.join(event.mode),
        "context": _SEVERAL.join(event.context),
        "cameo_root": cameo_root(event.type, event.mode, event.context),
        "actors": _parties(event.actors, view),
        "recipients": _parties(event.recipients, view),
        "realis": event.realis,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    } | _words(event.anchor, view)


def _where(event: Event, places: Mapping[str, Place]) -> Row:
    place = places.get(event.place.place or "") if event.place else None
    return {
        "place": place.name if place else event.place and event.place.selector.exact,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
    }


def _parties(parties: Iterable[Party], view: RecordView) -> str:
    return _SEVERAL.join(view.actor_name(p.actor) or p.selector.exact for p in parties)


def _quote(quote: Quote, view: RecordView) -> Row:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "polarity": quote.polarity,
        "speaker": view.actor_name(quote.speaker),
        "as_written": quote.speaker_selector and quote.speaker_selector.exact,
        "cue": quote.cue and quote.cue.exact,
        "content": " … ".join(c.exact for c in quote.content),
        "addressee": view.actor_name(quote.addressee),
    } | _words(quote.content[0], view)


def _finding(finding: Finding, view: RecordView) -> Row:
    return {
        "id": finding.id,
        "status": finding.status,
        "origins": finding.origins,
        "speakers": finding.speakers,
        "confidence": finding.confidence,
        "differences": _SEVERAL.join(
            f"{d.aspect}: {' / '.join(v.value for v in d.values)}" for d in finding.differences
        ),
        "reports": _SEVERAL.join(dict.fromkeys(p.report.outlet for p in view.claims_of(finding))),
    } | _words(finding.text, view)


def _words(at: Selector, view: RecordView) -> Row:
    """The words, and where they stand: code points of the page's text, end exclusive."""
    report = view.passage(at).report
    published = report.article.published
    return {
        "words": at.exact,
        "article": report.article.id,
        "outlet": report.outlet,
        "published": published.value if published else None,
        "page": at.page,
        "start": at.start,
        "end": at.end,
    }


def _table(rows: Iterable[Row]) -> str:
    """A header and the rows; what the reports wrote can be no formula. Without rows only an empty line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for n, row in enumerate(rows):
        if n == 0:
            writer.writerow(row)
        writer.writerow(map(_cell, row.values()))
    return printable(out.getvalue()) or "\n"


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    line = one_line(value)
    return "'" + line if line.startswith(_FORMULA) else line
