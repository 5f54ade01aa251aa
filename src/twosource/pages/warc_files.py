"""Web archives (WARC): the pages in them, each with the address and the time of its capture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from twosource.errors import InputError, PageTooLarge
from twosource.model import Given
from twosource.pages.capture import Capture, Failure
from twosource.pages.codings import unpacked
from twosource.pages.decode import clean
from twosource.pages.files import GZIP, open_file, unreadable
from twosource.pages.limits import UNPACKED_BYTES
from twosource.pages.refuse import refuse
from twosource.pages.warc_damage import ZSTD, is_warc
from twosource.pages.warc_records import Archived, Damaged, read_records, record_at

_MOST_REMEMBERED = 200_000
"""Pages whose place is kept for revisits to come, the latest: about 50 MB."""


_SIGN_BYTES = 8
_HEAD_BYTES = 160 * 2**10
"""A whole block of zstd, before which it gives nothing."""


class _Originals:
    """Where the pages of an archive stand, by the digest of their payload and by address and date."""

    def __init__(self) -> None:
        self._offsets: dict[str, int] = {}

    def keep(self, page: Archived) -> None:
        for key in (page.digest, f"{page.address} {page.date}"):
            if key:
                self._offsets.pop(key, None)
                self._offsets[key] = page.offset
        while len(self._offsets) > 2 * _MOST_REMEMBERED:
            del self._offsets[next(iter(self._offsets))]

    def of(self, revisit: Archived, stream: BinaryIO) -> Archived | None:
        keys = [" ".join(revisit.refers_to)] if revisit.refers_to else []
        for key in (*keys, revisit.digest):
            offset = self._offsets.get(key) if key else None
            if offset is not None and (found := record_at(stream, offset)) is not None and _same(found, revisit):
                return found
        return None


def _same(found: Archived, revisit: Archived) -> bool:
    """Whether it is the page that the revisit means: in an archive of one gzip member offsets lead nowhere."""
    if revisit.digest and found.digest:
        return found.digest == revisit.digest
    return revisit.refers_to == (found.address, found.date)


def read_warc_file(path: Path) -> Iterator[Capture | Failure]:
    """The pages of a `.warc`, `.warc.gz` or `.warc.zst` file; a failure for each that is damaged or too large."""
    empty = True
    try:
        if path.stat().st_size == 0:
            raise InputError(f"{path}: it is empty: save the web archive again")
        with open_file(path) as stream, open_file(path) as second:
            for found in _pages(stream, second, path):
                empty = False
                yield found
    except OSError as error:
        raise unreadable(str(path), error) from error
    if empty:
        raise InputError(f"{path}: this web archive holds no page of text: give one with responses in HTML")


def _pages(stream: BinaryIO, second: BinaryIO, path: Path) -> Iterator[Capture | Failure]:
    originals = _Originals()
    for found in read_records(stream):
        if isinstance(found, Damaged):
            yield _damaged(found, path)
            continue
        if found.kind != "revisit":
            originals.keep(found)
        yield _capture_or_failure(found, originals, second, path)


def is_warc_file(path: Path) -> bool:
    """Whether the first bytes of a file, unpacked where they are packed, are those of a web archive."""
    try:
        with open_file(path) as stream:
            head = stream.read(_SIGN_BYTES)
            return is_warc(head + stream.read(_HEAD_BYTES) if head.startswith((GZIP, ZSTD)) else head)
    except OSError as error:
        raise unreadable(str(path), error) from error


def _damaged(found: Damaged, path: Path) -> Failure:
    on = "nothing after it can be read" if found.resumes is None else f"reading goes on at byte {found.resumes}"
    reason = f"{path}@{found.offset}: damaged at byte {found.offset} ({found.reason}; {on}): copy the file again"
    where, name = clean(f"{path}@{found.offset}"), clean(f"{path.name}@{found.offset}")
    return Failure(location=where, input_id=name, error=InputError(clean(reason)))


def _capture_or_failure(page: Archived, originals: _Originals, stream: BinaryIO, path: Path) -> Capture | Failure:
    where = clean(f"{path}@{page.offset}")
    input_id = clean(page.id or f"{path.name}@{page.offset}")
    try:
        capture = _capture(page, _original(page, originals, stream, where), where)
        return replace(capture, given=replace(capture.given, input_id=input_id))
    except InputError as error:
        reason = type(error)(clean(str(error)))
        return Failure(location=where, input_id=input_id, error=reason)


def _original(page: Archived, originals: _Originals, stream: BinaryIO, where: str) -> Archived:
    if page.kind != "revisit":
        return page
    found = originals.of(page, stream)
    if found is None:
        raise InputError(f"{where}: this revisit of {page.address} points at a page that is not in the file before it")
    return found


def _capture(page: Archived, original: Archived, where: str) -> Capture:
    raw = _content(original, where)
    refuse(where, raw)
    return Capture(
        location=clean(page.address) or where,
        raw=raw,
        media_type=original.media_type,
        given=Given(url=clean(page.address) or None),
        encoding=original.charset,
        retrieved=page.date,
    )


def _content(page: Archived, where: str) -> bytes:
    """The body unchunked and unpacked. Many archives keep the headers of bodies that they unpacked themselves."""
    if page.body is None:
        raise PageTooLarge(f"{where}: this page is larger than {UNPACKED_BYTES >> 20} MiB: leave it out")
    body = _unchunked(page.body) if page.chunked else page.body
    if "gzip" in page.codings.lower() and not body.startswith(GZIP):
        return body
    return unpacked([body], page.codings, where)


def _unchunked(body: bytes) -> bytes:
    """The content of a chunked body; a body that is not chunked, or no longer, is its own content."""
    pieces, at = bytearray(), 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 4096)
        size = _size(body[at:end]) if end >= 0 else None
        if size is None:
            return bytes(pieces) if pieces else body
        if size == 0:
            break
        pieces += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
    return bytes(pieces)


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() and len(digits) <= 8 else None
    except ValueError:
        return None
