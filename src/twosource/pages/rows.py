"""JSONL: one page a line, read as a stream; a bad line is one failure and the others go on."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from twosource.engines import Waiting
from twosource.errors import InputError, PageTooLarge
from twosource.model import Given
from twosource.pages.capture import Capture, Failure
from twosource.pages.decode import clean
from twosource.pages.entries import captures_of, under_title
from twosource.pages.files import open_file, read_bounded
from twosource.pages.json_feeds import feed_of_object, is_feed_object
from twosource.pages.limits import UNPACKED_BYTES, UNPACKED_RATIO
from twosource.pages.ninjs import row_of_ninjs

_FORM = 'each row is an object like {"id": "a1", "text": "..."} with "text" or "html"'
_FIELDS = ("title", "date", "outlet", "url")


def read_rows_file(path: Path) -> Iterator[Capture | Failure | Waiting]:
    """The rows of a `.jsonl` or `.jsonl.gz` file."""
    with open_file(path) as stream:
        if path.suffix.lower() == ".gz":
            # GzipFile reads its lines in Python; the buffer around it does in C.
            with io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream))) as unpacked:
                yield from read_rows(_lines(unpacked, str(path), packed=stream), str(path))
        else:
            yield from read_rows(_lines(stream, str(path)), str(path))


def read_rows(lines: Iterable[bytes | Waiting], location: str) -> Iterator[Capture | Failure | Waiting]:
    """The rows in these lines; of a line above UNPACKED_BYTES just so much is needed that it shows."""
    number = 0
    try:
        for line in lines:
            if isinstance(line, Waiting):
                yield line
                continue
            number += 1
            if line.strip():
                yield _row_of_line(line, location, number)
    except (OSError, EOFError, zlib.error) as error:
        reason = f"{location}: reading stopped after line {number} ({error}): copy the file again"
        yield Failure(location=location, input_id=None, error=InputError(reason))
    except PageTooLarge as error:
        yield Failure(location=location, input_id=None, error=error)


def read_json_file(path: Path) -> Iterator[Capture | Failure]:
    """The rows of a `.json` file: one object, or a list of them; or the entries of a JSON Feed."""
    location = str(path)
    with open_file(path) as stream:
        raw = read_bounded(stream, location)
    try:
        rows = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{location}: this is not valid JSON ({_reason(error)}): {_FORM}") from error
    if is_feed_object(rows):
        yield from captures_of(feed_of_object(rows, location), location)
        return
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield _capture_or_failure(row, location, number)


def _lines(stream: BinaryIO, location: str, packed: BinaryIO | None = None) -> Iterator[bytes]:
    """Lines of at most UNPACKED_BYTES; of a longer one just so much that it shows.

    `packed` is the compressed stream beneath, whose ratio is watched.
    """
    size = 0
    while line := stream.readline(UNPACKED_BYTES + 1):
        yield line
        while line and not line.endswith(b"\n"):
            size += len(line)
            _watch(size, packed, location)
            line = stream.readline(UNPACKED_BYTES)  # the rest of a line that is too long
        size += len(line)
        _watch(size, packed, location)


def _watch(size: int, packed: BinaryIO | None, location: str) -> None:
    if packed is not None and size > max(UNPACKED_BYTES, UNPACKED_RATIO * packed.tell()):
        raise PageTooLarge(f"{location}: it unpacks to more than {UNPACKED_RATIO} times its size: unpack it yourself")


def _row_of_line(line: bytes, location: str, number: int) -> Capture | Failure:
    if len(line) > UNPACKED_BYTES:
        reason = f"{location}: line {number} is longer than {UNPACKED_BYTES >> 20} MiB: leave it out or split it"
        return Failure(location=location, input_id=str(number), error=PageTooLarge(reason))
    try:
        row = json.loads(line.decode("utf-8-sig", "replace").rstrip())
    except (ValueError, RecursionError) as error:
        reason = f"{location}: line {number} is not valid JSON ({_reason(error, of_line=True)}): {_FORM}"
        return Failure(location=location, input_id=str(number), error=InputError(reason))
    return _capture_or_failure(row, location, number)


def _reason(error: Exception, *, of_line: bool = False) -> str:
    """What is wrong and where; of a line that is named already its column alone."""
    if isinstance(error, json.JSONDecodeError):
        where = "" if of_line else f"line {error.lineno}, "
        return f"{error.msg.removesuffix(' at')} at {where}column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)


def _capture_or_failure(row: object, location: str, number: int) -> Capture | Failure:
    row = row_of_ninjs(row)
    input_id = _id_of(row, number)
    try:
        return _capture(row, f"{location}#{input_id}", input_id, number)
    except InputError as error:
        return Failure(location=f"{location}#{input_id}", input_id=input_id, error=error)


def _id_of(row: object, number: int) -> str:
    """A row without an id goes by its number."""
    found = row.get("id") if isinstance(row, dict) else None
    return clean(str(found)) if isinstance(found, str | int) and found != "" else str(number)


def _capture(row: object, location: str, input_id: str, number: int) -> Capture:
    if not isinstance(row, dict):
        raise InputError(f"{location}: row {number} is no object: {_FORM}")
    text, html = _string(row, "text", location), _string(row, "html", location)
    given = Given(input_id=input_id, **{name: _string(row, name, location) for name in _FIELDS})
    if not text.strip() and not html.strip():
        raise InputError(f"{location}: row {number} holds no text: {_FORM}")
    title = " ".join((given.title or "").splitlines()).strip()
    page = under_title(text, title, is_html=False) if text.strip() else html
    media_type = "text/plain" if text.strip() else "text/html"
    return Capture(
        location=location, raw=page.encode(), media_type=media_type, given=_without_blanks(given), encoding="utf-8"
    )


def _string(row: dict[str, object], name: str, location: str) -> str:
    found = row.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise InputError(f'{location}: "{name}" is no string: put it in quotation marks')
    return clean(found)


def _without_blanks(given: Given) -> Given:
    named = {name: getattr(given, name) or None for name in _FIELDS}
    return Given(input_id=given.input_id, **named)
