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
    """The names of the fields of a dataclass that are written to JSON, in order. Raises TypeError for other types."""
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} has no JSON form")
    hidden = _HIDDEN.get(kind, frozenset())
    return tuple(f.name for f in fields(kind) if f.name not in hidden)


def _selector(value: Selector) -> dict[str, Any]:
    return {"page": value.page, "start": value.start, "end": value.end, "exact": value.exact}


def _mention(value: Mention) -> dict[str, Any]:
    return {**_selector(value.selector), "form": value.form}


_SPECIAL: Mapping[type, Callable[[Any], dict[str, Any]]] = {Selector: _selector, Mention: _mention}


def as_object(value: Any) -> dict[str, Any]:
    """The JSON object of one record; its parts are still records. Raises TypeError for what has no JSON form."""
    kind: type = type(value)
    if special := _SPECIAL.get(kind):
        return special(value)
    return {name: getattr(value, name) for name in exported(kind)}


def record_json(record: Record, *, input_id: str | None = None) -> dict[str, Any]:
    """A record as the object that `dump` writes; `input_id` is the id that the input itself had."""
    head: dict[str, Any] = {"format": FORMAT} if input_id is None else {"format": FORMAT, "input_id": input_id}
    return head | as_object(record)


def dump(value: object) -> str:
    """One line of JSON; the same value always gives the same characters, all of which UTF-8 can hold."""
    # The encoder of the standard library walks the record itself, in C: three times as fast as a walk of our own.
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, check_circular=False, default=as_object)
    try:
        line.encode()  # a tenth of the time of looking for what it cannot encode
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", line)
    return line


def encode(value: object) -> Any:
    """The JSON form of a record or any part of it, as plain objects, lists, strings and numbers."""
    return json.loads(dump(value))
