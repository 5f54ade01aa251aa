"""Records to JSON: field for field in the order of the dataclasses, which is the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from twosource.model import FORMAT, Mention, Page, Record, Selector

_HIDDEN: Mapping[type, frozenset[str]] = {
    # The capture stays where it was found; the record carries its digest and its visible text.
    Page: frozenset({"raw", "markup", "offsets", "given", "encoding"}),
}

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def exported(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass that are written to JSON, in order."""
    hidden = _HIDDEN.get(kind, frozenset())
    return tuple(f.name for f in fields(kind) if f.name not in hidden)


def _selector(value: Selector) -> dict[str, Any]:
    return {"page": value.page, "start": value.start, "end": value.end, "exact": value.exact}


def _mention(value: Mention) -> dict[str, Any]:
    return {**_selector(value.selector), "form": value.form}


_SPECIAL: Mapping[type, Callable[[Any], dict[str, Any]]] = {Selector: _selector, Mention: _mention}


def encode(value: object) -> Any:
    """The JSON form of a record or any part of it: dataclasses become objects, tuples lists."""
    kind: type = type(value)
    if kind in (str, int, float, bool, type(None)):
        return value
    if special := _SPECIAL.get(kind):
        return special(value)
    if isinstance(value, tuple | list):
        return [encode(x) for x in value]
    if is_dataclass(value):
        return {name: encode(getattr(value, name)) for name in exported(kind)}
    raise TypeError(f"{kind.__name__} has no JSON form")


def record_json(record: Record, *, input_id: str | None = None) -> dict[str, Any]:
    """A record as its JSON object; `input_id` is the id that the input itself had."""
    head: dict[str, Any] = {"format": FORMAT} if input_id is None else {"format": FORMAT, "input_id": input_id}
    body: dict[str, Any] = encode(record)
    return head | body


def dump(value: object) -> str:
    """One line of JSON; the same value always gives the same characters, all of which UTF-8 can hold."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return line if line.isascii() else _LONE_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", line)
