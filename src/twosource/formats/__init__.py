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
}
"""Format, which is also the file suffix, to `module:function`, imported when first asked for."""


def load_exporter(name: str) -> Callable[[Record], str]:
    """The exporter of that name; raises UsageError, which lists the known ones."""
    if name not in EXPORTERS:
        raise UsageError(f"no format is called {name!r}; known: {', '.join(EXPORTERS)}")
    module, _, function = EXPORTERS[name].partition(":")
    exporter: Callable[[Record], str] = getattr(import_module(module), function)
    return exporter
