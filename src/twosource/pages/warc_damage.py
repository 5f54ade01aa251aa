"""Where the records of a damaged web archive end and begin again."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from twosource.pages.codings import opening
from twosource.pages.files import GZIP

ZSTD = b"\x28\xb5\x2f\xfd"
_BLOCK = 2**20
_PACKED_HEAD = 4096
_HEADER_BYTES = 65_536
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_VERSION = re.compile(rb"(?<=\n)WARC/[01]\.\d")
_LONGEST_SIGN = 9
_MOST_LOOKS = 100_000
"""Places that look like the beginning of a member and are unpacked to see: an archive has one in 16 MiB by chance."""


def is_warc(head: bytes) -> bool:
    """Whether the first bytes of a file, packed or not, open a web archive."""
    return head.startswith(b"WARC/") or opening(head).startswith(b"WARC/")


def next_record(stream: BinaryIO, after: int) -> int | None:
    """The offset at or past `after` at which a record begins; None where none does, or the archive is one member."""
    stream.seek(0)
    head = stream.read(4)
    if head.startswith(ZSTD):
        return None
    packed = head.startswith(GZIP)
    for looks, at in enumerate(_places(stream, _MEMBER if packed else _VERSION, after)):
        if not packed or _opens_record(stream, at):
            return at
        if looks > _MOST_LOOKS:
            break
    return None


def _places(stream: BinaryIO, sign: re.Pattern[bytes], after: int) -> Iterator[int]:
    """Where `sign` stands; blocks overlap, so that one that lies over a border is seen."""
    start = max(0, after - 1)
    while True:
        stream.seek(start)
        block = stream.read(_BLOCK)
        for found in sign.finditer(block):
            if found.start() + start >= after:
                yield start + found.start()
        if len(block) < _BLOCK:
            return
        start += _BLOCK - _LONGEST_SIGN
        after = max(after, start + 1)


def _opens_record(stream: BinaryIO, at: int) -> bool:
    stream.seek(at)
    return opening(stream.read(_PACKED_HEAD)).startswith(b"WARC/")


def end_of_record(stream: BinaryIO, at: int, length: int) -> int | None:
    """Where the record ends that begins at `at` and has `length` bytes of content; None where it is damaged or cut.

    Where that cannot be told (zstd, or an archive that is one gzip member), the record is taken as whole and ends at
    `at`.
    """
    size = os.fstat(stream.fileno()).st_size
    stream.seek(at)
    head = stream.read(_HEADER_BYTES)
    if head.startswith(GZIP):
        return _end_of_member(stream, at)
    blank = head.find(b"\r\n\r\n")
    if not head.startswith(b"WARC/"):
        return at
    if blank < 0:
        return None
    end = at + blank + 4 + length
    return min(end + 4, size) if end <= size else None


def _end_of_member(stream: BinaryIO, at: int) -> int | None:
    """Unpacks the member to its end, its checksum with it, and keeps nothing."""
    stream.seek(at)
    member = zlib.decompressobj(wbits=31)
    rest = b""
    while not member.eof:
        rest = member.unconsumed_tail or stream.read(_HEADER_BYTES)
        if not rest:
            return None
        try:
            member.decompress(rest, _BLOCK)
        except zlib.error:
            return None
    return stream.tell() - len(member.unused_data)
