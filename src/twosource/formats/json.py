"""The record itself, by the contract of docs/reference/record.md."""

from __future__ import annotations

from twosource.codec import dump, record_json
from twosource.model import Record


def to_json(record: Record) -> str:
    """The record as one line of JSON."""
    return dump(record_json(record)) + "\n"
