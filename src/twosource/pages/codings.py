"""Unpacks gzip, deflate, brotli and zstd as a stream: never more than 2 MiB beyond the limit are held unpacked."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from twosource.errors import InputError, PageTooLarge
from twosource.pages.limits import UNPACKED_BYTES

if TYPE_CHECKING:
    from typing import Protocol

    class _Brotli(Protocol):
        """What brotli has no types for (since 1.2)."""

        def process(self, content: bytes, /, output_buffer_limit: int) -> bytes: ...
        def can_accept_more_data(self) -> bool: ...
        def is_finished(self) -> bool: ...


Pieces = Iterator[bytes]
_SLICE = 4096
"""Bytes given to a decoder at once. It hands back what it did not take: with large slices, gzip of a million empty
members would be copied a million times."""
_CHUNK = 65_536
_ZSTD_SLICE = 64
"""Its decoder has no limit on what it gives: a block of 4 bytes may hold 128 KiB, so this gives 2 MiB at most."""
_ZSTD_WINDOW = 8 * 2**20
"""The largest window that a sender on the web may ask for (RFC 9659)."""
_MOST_CODINGS = 2
_LARGE = "it is larger than {} MiB: save the report alone"
_BOMB = "it unpacks to more than {} MiB: unpack it and split it"


class _Damaged(Exception):
    """The packed bytes are not what they should be; the text says why."""


def accepted_codings() -> str:
    """What can be unpacked, as an Accept-Encoding header."""
    return "gzip, br, zstd"


def unpacked(pieces: Iterable[bytes], codings: str, location: str, limit: int = UNPACKED_BYTES) -> bytes:
    """The content of a body packed by the `codings` of a Content-Encoding header, all parts read and joined.

    Raises PageTooLarge past `limit` bytes at any stage, InputError where the body is damaged or its coding unknown.
    """
    names = [name for part in codings.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    unknown = [name for name in names if name not in _CODINGS]
    if unknown or len(names) > _MOST_CODINGS:
        raise InputError(f"{location}: it is packed as {codings[:60]}, which is not read: save it from a browser")
    stream = _bounded(iter(pieces), location, limit, _LARGE)
    for name in reversed(names):
        stream = _bounded(_CODINGS[name](stream), location, limit, _BOMB)
    content = io.BytesIO()  # pieces may be of two bytes each, so no list of them
    try:
        content.writelines(stream)
        return content.getvalue()
    except _Damaged as error:
        raise InputError(f"{location}: the {names[0]} file {error}: copy it again") from error


def opening(head: bytes, count: int = 16) -> bytes:
    """The first bytes of what `head`, the first bytes of a gzip or zstd file, holds; empty where it is neither."""
    name = next((name for mark, name in _MARKS.items() if head.startswith(mark)), None)
    content = b""
    try:
        for piece in _CODINGS[name](iter([head])) if name else ():
            content += piece
            if len(content) >= count:
                break
    except _Damaged:
        pass  # the head alone always ends too early
    return content[:count]


def _bounded(pieces: Pieces, location: str, limit: int, reason: str) -> Pieces:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise PageTooLarge(f"{location}: {reason.format(limit >> 20)}")
        yield piece


def _slices(pieces: Pieces, size: int = _SLICE) -> Pieces:
    for piece in pieces:
        for at in range(0, len(piece), size):
            yield piece[at : at + size]


def _gunzip(pieces: Pieces) -> Pieces:
    """All members, one after the other, and the zero bytes that may follow them."""
    stream: zlib._Decompress | None = None
    for piece in _slices(pieces):
        rest = piece if stream else piece.lstrip(b"\0")
        while rest:
            stream = stream or zlib.decompressobj(wbits=31)
            yield _inflate(stream, rest)
            rest = stream.unconsumed_tail
            if stream.eof:
                rest, stream = stream.unused_data.lstrip(b"\0"), None
    if stream:
        raise _Damaged("ends too early")


def _deflate(pieces: Pieces) -> Pieces:
    """Deflate as the standard has it, in a zlib wrapper, or bare as some servers send it."""
    stream: zlib._Decompress | None = None
    for piece in _slices(pieces):
        stream = stream or zlib.decompressobj(wbits=15 if piece[0] & 0x0F == 8 else -15)
        rest = piece
        while rest and not stream.eof:
            yield _inflate(stream, rest)
            rest = stream.unconsumed_tail
    if stream and not stream.eof:
        raise _Damaged("ends too early")


def _inflate(stream: zlib._Decompress, packed: bytes) -> bytes:
    try:
        return stream.decompress(packed, _CHUNK)
    except zlib.error as error:
        raise _Damaged("is damaged") from error


def _brotli(pieces: Pieces) -> Pieces:
    import brotli  # type: ignore[import-untyped]

    stream = cast("_Brotli", brotli.Decompressor())
    came = False
    for piece in pieces:
        came = came or bool(piece)
        try:
            yield stream.process(piece, output_buffer_limit=_CHUNK)
            while not stream.is_finished() and not stream.can_accept_more_data():
                yield stream.process(b"", output_buffer_limit=_CHUNK)
        except brotli.error as error:
            raise _Damaged("is damaged") from error
    if came and not stream.is_finished():
        raise _Damaged("ends too early")


def _zstd(pieces: Pieces) -> Pieces:
    """All frames, one after the other."""
    import zstandard

    unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    stream: zstandard.ZstdDecompressionObj | None = None
    for piece in _slices(pieces, _ZSTD_SLICE):
        rest = piece
        while rest:
            stream = stream or unpacker.decompressobj()
            try:
                yield stream.decompress(rest)
            except zstandard.ZstdError as error:
                raise _Damaged("is damaged") from error
            rest, stream = (stream.unused_data, None) if stream.eof else (b"", stream)
    if stream:
        raise _Damaged("ends too early")


_MARKS = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
_CODINGS: dict[str, Callable[[Pieces], Pieces]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
