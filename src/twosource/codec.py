"""Records to JSON and back: field for field in the order of the dataclasses, which is the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from itertools import repeat
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

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
    record = decode(Record, value, "record")
    pages = {page.id: page for page in record.pages}
    for selector in _selectors(value):
        page = pages.get(selector["page"])
        if page is None:
            raise InputError(f"record: a selector quotes the page {selector['page']}, which the record does not hold")
        if page.text[selector["start"] : selector["end"]] != selector["exact"]:
            Selector(**{name: selector[name] for name in exported(Selector)}).check(page)
    return record


def decode(kind: type[T], value: Any, where: str) -> T:
    """The record of this type in a JSON value, as `json.loads` gives it; raises InputError, which names the field."""
    try:
        decoded: T = _decoder(cast("Any", kind))(value)
    except _Misfit as misfit:
        raise InputError(f"{where}{''.join(misfit.path)}: {misfit}") from None
    return decoded


_SELECTOR = frozenset(("page", "start", "end", "exact"))


def _selectors(value: Any) -> Iterator[dict[str, Any]]:
    """Every selector in a JSON value, wherever it stands; of any depth, for it does not call itself."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "exact" in one and one.keys() >= _SELECTOR:
                yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


class _Misfit(Exception):
    """A value is not what its place asks for; `path` leads there, and is put together only where this happens."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.path: list[str] = []

    def within(self, part: str) -> _Misfit:
        """The same, seen from what holds the value."""
        self.path.insert(0, part)
        return self


_Decoder = Callable[[Any], Any]


@cache
def _decoder(hint: Any) -> _Decoder:
    """What makes a value of the type `hint` of a JSON value; raises _Misfit. Made once: a record has 100,000 values."""
    arguments = get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _fields_decoder(hint)
    if get_origin(hint) is tuple:
        return _items_decoder(arguments)
    if get_origin(hint) is Literal:
        return _plain_decoder(lambda value: value in arguments, ", ".join(map(str, arguments)))
    if arguments:  # `X | None`, the only union of the model
        inner = _decoder(arguments[0])
        return lambda value: None if value is None else inner(value)
    if hint is float:
        number = _plain_decoder(lambda value: type(value) in (float, int), "float")
        return lambda value: float(number(value))
    return _plain_decoder(lambda value: type(value) is hint, hint.__name__)


def _plain_decoder(fits: Callable[[Any], bool], wanted: str) -> _Decoder:
    def decoded(value: Any) -> Any:
        if fits(value):
            return value
        raise _Misfit(f"{wanted} is wanted, not {dump(value)[:60]}")

    return decoded


def _items_decoder(arguments: tuple[Any, ...]) -> _Decoder:
    of_any_length = arguments[-1] is Ellipsis
    decoders = [_decoder(argument) for argument in arguments if argument is not Ellipsis]

    def decoded(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or not (of_any_length or len(value) == len(decoders)):
            raise _Misfit(f"a list {'' if of_any_length else f'of {len(decoders)} '}is wanted")
        found: list[Any] = []
        try:
            for decode_one, one in zip(repeat(decoders[0]) if of_any_length else decoders, value, strict=False):
                found.append(decode_one(one))
        except _Misfit as misfit:
            raise misfit.within(f"[{len(found)}]") from None
        return tuple(found)

    return decoded


def _fields_decoder(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = [(name, _decoder(hints[name])) for name in exported(kind)]
    needed = tuple(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)

    def decoded(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Misfit(f"an object is wanted, not {dump(value)[:60]}")
        if kind is Mention:
            value = {"selector": value, "form": value.get("form")}
        kept = {}
        name = ""
        try:
            for name, decode_one in decoders:
                if name in value:
                    kept[name] = decode_one(value[name])
        except _Misfit as misfit:
            raise misfit.within(f".{name}") from None
        try:
            return kind(**kept)
        except TypeError:
            missing = next(name for name in needed if name not in kept)
            raise _Misfit(f"{missing!r} is missing") from None

    return decoded
