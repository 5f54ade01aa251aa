"""Character encodings that pages may declare, under the labels that they use for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """An encoding: its standard name, Python's codec, and its `bytes` a character ("1", "n", "-" for Unicode's own)."""

    name: str
    codec: str
    bytes: str


@cache
def _by_label() -> dict[str, Encoding]:
    found: dict[str, Encoding] = {}
    for row in rows("encodings.tsv"):
        encoding = Encoding(name=row["name"], codec=row["codec"], bytes=row["bytes"])
        for label in (row["name"], row["codec"], *split(row["labels"])):
            found[label] = encoding
    return found


def encoding_of(label: str) -> Encoding | None:
    """The encoding that a label or codec name stands for, None for a label that is not in the table."""
    return _by_label().get(label.strip().lower())


@cache
def legacy_codecs() -> tuple[str, ...]:
    """The codecs of the table that are not Unicode's own, in its order."""
    return tuple(row["codec"] for row in rows("encodings.tsv") if row["bytes"] != "-")
