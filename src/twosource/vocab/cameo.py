"""Root codes of CAMEO for events coded by PLOVER."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from twosource.vocab.rows import rows


class _Root(NamedTuple):
    type: str
    mode: str
    context: str
    root: str


@cache
def _roots() -> tuple[_Root, ...]:
    return tuple(_Root(r["type"], r["mode"], r["context"], r["root"]) for r in rows("cameo_roots.tsv"))


def cameo_root(type_: str, modes: Collection[str], contexts: Collection[str]) -> str:
    """The root code, "01" to "20", of an event, "" where CAMEO has none; raises KeyError for an unknown type."""
    for row in _roots():
        if row.type == type_ and (not row.mode or row.mode in modes) and (not row.context or row.context in contexts):
            return row.root
    raise KeyError(type_)
