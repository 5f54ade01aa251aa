"""The records of a web archive (WARC 1.0 and 1.1) that may hold reports, read by fastwarc past what is damaged."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from twosource.pages.limits import UNPACKED_BYTES
from twosource.pages.warc_damage import end_of_record, next_record

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord

_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_MOST_DAMAGED = 100
"""Damaged parts after which an archive is given up: each may cost a walk to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A record of a page: `kind` is response, resource or revisit; `body` None where it is longer than a page may be.

    `codings` and `chunked` say how the body is packed; `refers_to`: of which address and date a revisit is one.
    """

    offset: int
    kind: str
    id: str
    address: str
    date: str | None
    media_type: str | None
    charset: str | None = None
    codings: str = ""
    chunked: bool = False
    digest: str | None = None
    refers_to: tuple[str, str] | None = None
    body: bytes | None = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A part of an archive that cannot be read: where it begins, why, and where reading goes on, if it does."""

    offset: int
    reason: str
    resumes: int | None = None


_Records = Generator[Archived | Damaged, None, int | None]
"""Gives records; returns the offset at which to go on, None at the end."""


def read_records(stream: BinaryIO) -> Iterator[Archived | Damaged]:
    """The records of pages in the order of the archive, and its damaged parts; nothing is kept of what was given."""
    at: int | None = 0
    damaged = 0
    while at is not None:
        at = yield from _run(stream, at)
        damaged += 1
        if at is not None and damaged > _MOST_DAMAGED:
            yield Damaged(offset=at, reason=f"more than {_MOST_DAMAGED} parts are damaged, and the rest is left")
            return


def record_at(stream: BinaryIO, offset: int) -> Archived | None:
    """The record of a page that begins at `offset`, None where there is none."""
    stream.seek(offset)
    try:
        record = next(_iterate(stream), None)
        return _archived(record, record.content_length) if record is not None else None
    except OSError:
        return None


def _iterate(stream: BinaryIO) -> ArchiveIterator:
    from fastwarc.warc import ArchiveIterator

    return ArchiveIterator(stream, parse_http=False)


def _run(stream: BinaryIO, start: int) -> _Records:
    """Records from `start` on to the end or to what is damaged.

    A record is given once the next one could be read: only then was its checksum looked at.
    """
    records = _iterate_from(stream, start)
    held: Archived | None = None
    last, length = start, -1
    while True:
        try:
            record = next(records, None)
        except OSError as error:
            return (yield from _stop(stream, _Stop(last, length, held, str(error))))
        if record is None:
            return (yield from _stop(stream, _Stop(last, length, held, None)))
        if held is not None:
            yield held
        held, last, length = None, record.stream_pos, record.content_length
        try:
            held = _archived(record, length)
        except OSError as error:
            return (yield from _damage(stream, last, str(error)))


def _iterate_from(stream: BinaryIO, start: int) -> ArchiveIterator:
    stream.seek(start)
    return _iterate(stream)


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where reading stopped: after the record at `last` of `length` bytes, -1 where there was none since the start.

    `reason`: what the reader said; None where it took it for the end of the file.
    """

    last: int
    length: int
    held: Archived | None
    reason: str | None


def _stop(stream: BinaryIO, stop: _Stop) -> _Records:
    """The record before is whole, or it is itself the damaged one; a file may end with it, and with padding."""
    end = end_of_record(stream, stop.last, stop.length) if stop.length >= 0 else stop.last
    if end is not None and stop.held is not None:
        yield stop.held
    cannot_tell = end == stop.last and stop.length >= 0 and stop.reason is None
    if cannot_tell or (end is not None and stop.length >= 0 and _is_padding(stream, end)):
        return None
    offset = stop.last if end is None else end
    return (yield from _damage(stream, offset, stop.reason or "the file ends inside a record"))


def _damage(stream: BinaryIO, offset: int, reason: str) -> _Records:
    resumes = next_record(stream, offset + 1)
    yield Damaged(offset=offset, reason=reason.rstrip(".")[:200] or "it cannot be read", resumes=resumes)
    return resumes


def _is_padding(stream: BinaryIO, end: int) -> bool:
    stream.seek(end)
    return not stream.read(65_536).strip(b"\0\r\n ")


def _archived(record: WarcRecord, length: int) -> Archived | None:
    """The record, if it may hold a report; raises OSError where its content ends too early."""
    kind = str(record.record_type)
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if kind not in ("response", "resource", "revisit") or not _may_be_report(address):
        return None
    headers = record.headers
    if record.is_http:
        record.parse_http(strict_mode=False)
        headers = record.http_headers
        if headers.status_code != 200 and kind != "revisit":
            return None
    elif kind != "resource":
        return None
    return _wanted(record, headers, kind, address)


def _wanted(record: WarcRecord, headers: HeaderMap, kind: str, address: str) -> Archived | None:
    media_type = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if media_type not in _READABLE and not (kind == "revisit" and not media_type):
        return None
    body = record.reader.read(UNPACKED_BYTES + 1) if kind != "revisit" else b""
    if len(body) < record.content_length and len(body) <= UNPACKED_BYTES and kind != "revisit":
        raise OSError("its content ends too early")
    of, when = record.headers.get("WARC-Refers-To-Target-URI"), record.headers.get("WARC-Refers-To-Date")
    return Archived(
        offset=record.stream_pos,
        kind=kind,
        id=(record.record_id or "").strip("<> "),
        address=address,
        date=record.headers.get("WARC-Date"),
        media_type=media_type or None,
        charset=_charset(headers.get("Content-Type") or ""),
        codings=headers.get("Content-Encoding") or "" if record.is_http else "",
        chunked=record.is_http and "chunked" in (headers.get("Transfer-Encoding") or "").lower(),
        digest=record.headers.get("WARC-Payload-Digest"),
        refers_to=(of.strip("<> "), when) if of and when else None,
        body=body if len(body) <= UNPACKED_BYTES else None,
    )


def _charset(content_type: str) -> str | None:
    _, _, found = content_type.lower().partition("charset=")
    return found.partition(";")[0].strip("\"' ")[:40] or None


def _may_be_report(address: str) -> bool:
    """Whether it is a page of the web: crawlers also keep notes of their own (`metadata:`, `urn:`) and robots.txt."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.path != "/robots.txt"
