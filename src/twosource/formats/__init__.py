"""Exporters: a record in, text out; one file a format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from twosource.errors import UsageError
from twosource.model import Record

EXPORTERS = {
    "html": "twosource.formats.html:to_html",
    "md": "twosource.formats.markdown:to_markdown",
    "json": "twosource.formats.json:to_json",
    "events.csv": "twosource.formats.tables:events_table",
    "quotes.csv": "twosource.formats.tables:quotes_table",
    "findings.csv": "twosource.formats.tables:findings_table",
    "plover.jsonl": "twosource.formats.plover:to_plover",
    "annotations.jsonld": "twosource.formats.annotations:to_annotations",
    "geojson": "twosource.formats.geojson:to_geojson",
}
"""Format, which is also the file suffix, to `module:function`, imported when first asked for."""


def load_exporter(name: str) -> Callable[[Record], str]:
    """The exporter of that name; raises UsageError, which lists the known ones."""
    if name not in EXPORTERS:
        raise UsageError(f"no format is called {name!r}; known: {', '.join(EXPORTERS)}")
    module, _, function = EXPORTERS[name].partition(":")
    exporter: Callable[[Record], str] = getattr(import_module(module), function)
    return exporter
