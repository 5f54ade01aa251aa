"""Records to JSON and back: field for field in the order of the dataclasses, which is the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from twosource.errors import InputError, TwoSourceError
from twosource.model import FORMAT, Claim, Mention, Page, Record, Selector

T = TypeVar("T")
_HIDDEN: Mapping[type, frozenset[str]] = {
    # The capture stays where it was found; the record carries its digest and its visible text.
    Page: frozenset({"raw", "markup", "offsets", "given", "encoding"}),
    Claim: frozenset({"vector"}),
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


def load_records(text: str, holding: str = "") -> Iterator[Record]:
    """The records of a file of JSON: one record, or one a line as `read` writes them, whose failures are passed over.

    Only lines that contain `holding` are read. Raises InputError, which names the line, for what is no record.
    """
    whole = _load(text)
    if whole is not None:
        yield decode_record(whole)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or holding not in line:
            continue
        value = _load(line)
        if not (isinstance(value, dict) and value.keys() == {"input_id", "error"}):
            try:
                yield decode_record(value)
            except TwoSourceError as error:
                raise InputError(f"line {number}: {error}") from error


def _load(text: str) -> Any:
    """The JSON value, None where the text is none or nests deeper than any record."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def decode_record(value: Any) -> Record:
    """The record in one line of `read`, or in what `brief --format json` writes, as `json.loads` gives it.

    Fields that this version does not know are left out. Raises InputError, which names the field, for what is no
    record, and BrokenSelector where a selector does not quote its page.
    """
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputError(f"no record: a JSON object whose format is {FORMAT} is wanted")
    record: Record = _decode(Record, value, "record")
    pages = {page.id: page for page in record.pages}
    for selector in _selectors(value):
        if selector["page"] not in pages:
            raise InputError(f"record: a selector quotes the page {selector['page']}, which the record does not hold")
        Selector(**{name: selector[name] for name in exported(Selector)}).check(pages[selector["page"]])
    return record


def decode(kind: type[T], value: Any, where: str) -> T:
    """The record of this type in a JSON value, as `json.loads` gives it; raises InputError, which names the field."""
    decoded: T = _decode(kind, value, where)
    return decoded


def _selectors(value: Any) -> Iterator[dict[str, Any]]:
    """Every selector in a JSON value, wherever it stands; of any depth, for it does not call itself."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if one.keys() >= {"page", "start", "end", "exact"}:
                yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _decode(hint: Any, value: Any, where: str) -> Any:
    """`value` as the type `hint` says; `where` names its place for the message of an InputError."""
    arguments = get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _decode_fields(hint, value, where)
    if get_origin(hint) is tuple:
        return _decode_items(arguments, value, where)
    if get_origin(hint) is Literal:
        fits = value in arguments
    elif arguments:  # `X | None`, the only union of the model
        return None if value is None else _decode(arguments[0], value, where)
    else:
        fits = type(value) is hint or (hint is float and type(value) is int)
    if not fits:
        wanted = ", ".join(map(str, arguments)) if arguments else hint.__name__
        raise InputError(f"{where}: {wanted} is wanted, not {dump(value)[:60]}")
    return float(value) if hint is float else value


def _decode_items(arguments: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    of_any_length = arguments[-1] is Ellipsis
    if not isinstance(value, list) or not (of_any_length or len(value) == len(arguments)):
        raise InputError(f"{where}: a list {'' if of_any_length else f'of {len(arguments)} '}is wanted")
    hints = [arguments[0]] * len(value) if of_any_length else arguments
    return tuple(_decode(h, v, f"{where}[{n}]") for n, (h, v) in enumerate(zip(hints, value, strict=True)))


def _decode_fields(kind: type, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise InputError(f"{where}: an object is wanted, not {dump(value)[:60]}")
    if kind is Mention:
        value = {"selector": value, "form": value.get("form")}
    missing = [name for name in _needed(kind) if name not in value]
    if missing:
        raise InputError(f"{where}: {missing[0]!r} is missing")
    hints = _hints(kind)
    kept = {name: _decode(hints[name], value[name], f"{where}.{name}") for name in exported(kind) if name in value}
    return kind(**kept)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _needed(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)
