"""Exporters: records in, text or bytes out; one file a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol

from twosource.errors import UsageError
from twosource.model import Record

Chunk = str | bytes
"""A piece of what is written: text, or bytes where a format is no text."""

PAGES: Mapping[str, str] = {
    "html": "twosource.formats.html:to_html",
    "md": "twosource.formats.markdown:to_markdown",
    "json": "twosource.formats.json:to_json",
}
"""Formats that hold one record, which are also file suffixes, to `module:function`, imported when first asked for."""
STREAMS: Mapping[str, str] = {
    "record.jsonl": "twosource.formats.json:RecordLines",
    "events.csv": "twosource.formats.tables:EventsCsv",
    "quotes.csv": "twosource.formats.tables:QuotesCsv",
    "findings.csv": "twosource.formats.tables:FindingsCsv",
    "events.parquet": "twosource.formats.parquet:EventsParquet",
    "quotes.parquet": "twosource.formats.parquet:QuotesParquet",
    "findings.parquet": "twosource.formats.parquet:FindingsParquet",
    "plover.jsonl": "twosource.formats.plover:PloverLines",
    "annotations.jsonld": "twosource.formats.annotations:Annotations",
    "geojson": "twosource.formats.geojson:GeoJson",
}
"""Formats that hold any number of records, to `module:class` of their `Writing`."""
EXPORTERS: Mapping[str, str] = {**PAGES, **STREAMS}


class Writing(Protocol):
    """Records written one after the other; all that `add` and then `end` give, put together, is the file."""

    def add(self, record: Record) -> Iterator[Chunk]:
        """What can be written once this record has come."""
        ...

    def end(self) -> Iterator[Chunk]:
        """What is left to be written when all have come."""
        ...


def load_exporter(name: str) -> Callable[[Record], Chunk]:
    """What makes the file of that format of one record; raises UsageError, which lists the known ones."""
    if name in PAGES:
        exporter: Callable[[Record], str] = _load(PAGES[name])
        return exporter
    begin = load_writing(name)

    def export(record: Record) -> Chunk:
        writing = begin()
        return _joined([*writing.add(record), *writing.end()])

    return export


def no_format(name: str, known: Iterable[str]) -> UsageError:
    """The error for a format that is none of the known: it lists them, or those that end so."""
    ending = [one for one in known if one.endswith(f".{name}")]
    if ending:
        return UsageError(f"{name!r} can be {', '.join(ending)}: say which with --format")
    return UsageError(f"no format is called {name!r}; known: {', '.join(known)}")


def load_writing(name: str) -> Callable[[], Writing]:
    """What begins a file of that format; raises UsageError, which lists the known ones."""
    if name not in STREAMS:
        raise no_format(name, EXPORTERS)
    begin: Callable[[], Writing] = _load(STREAMS[name])
    return begin


def _load(dotted: str) -> Any:
    module, _, name = dotted.partition(":")
    return getattr(import_module(module), name)


def _joined(chunks: list[Chunk]) -> Chunk:
    if any(isinstance(chunk, bytes) for chunk in chunks):
        return b"".join(c if isinstance(c, bytes) else c.encode() for c in chunks)
    return "".join(c for c in chunks if isinstance(c, str))
