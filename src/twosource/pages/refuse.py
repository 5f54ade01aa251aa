"""Refuses captures that hold no report: each refusal names the input, what is wrong and what to do."""

from __future__ import annotations

import re

from twosource.errors import InputError
from twosource.vocab.file_kinds import kind_by_bytes, kind_by_extension, kind_by_opening

_HEAD = 4096
_DECLARATIONS = re.compile(rb"(?:\s++|<\?[^>]{0,500}>|<!--[^>]{0,500}>|\xef\xbb\xbf)*+")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL = 0.05
"""Share of control bytes past which the first 4 KiB are no text. Text has none; random bytes have 0.11."""


def extension_of(name: str) -> str:
    """The extension of a file name in lower case without its dot, `.gz` looked through; empty if there is none."""
    stem = name.lower().removesuffix(".gz").rsplit("/", 1)[-1]
    return stem.rsplit(".", 1)[-1] if "." in stem.lstrip(".") else ""


def refuse(location: str, raw: bytes, extension: str = "") -> None:
    """Raises InputError unless `raw`, of a file with this extension, may be the text or HTML of a page."""
    if not raw:
        raise InputError(f"{location}: it is empty: save the page again")
    head = raw[:_HEAD]
    if not raw.strip():
        raise InputError(f"{location}: there is only white space in it: save the page again")
    if head.startswith(_UTF32):
        raise InputError(f"{location}: this text is in UTF-32: save it as UTF-8")
    opening = head[_declarations(head) :][:100].decode("latin-1")
    kind = kind_by_extension(extension) or kind_by_bytes(head) or kind_by_opening(opening)
    if kind is not None:
        raise InputError(f"{location}: this is {kind.name}, not text or HTML: {kind.advice}")
    if not looks_utf16(head) and len(_CONTROL.findall(head)) > _MAX_CONTROL * len(head):
        raise InputError(f"{location}: this is binary, not text or HTML: leave it out")


def _declarations(head: bytes) -> int:
    found = _DECLARATIONS.match(head)
    return found.end() if found else 0


def looks_utf16(head: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where a mark or zero bytes at every other place show it, else empty."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if head[:1] == b"\xff" else "utf-16-be"
    even, odd = head[::2], head[1::2]
    if odd and odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if odd and even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return ""
