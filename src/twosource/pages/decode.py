"""From the bytes of a capture to characters: which encoding it is in, and where each character began.

In this order: a byte order mark, UTF-16 that shows by its zero bytes, bytes that are valid UTF-8 (chance makes other
text valid UTF-8 about never, and many pages declare wrongly), what the sender or the page declares, UTF-8 with a few
broken places, a guess, windows-1252.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from twosource.model import OffsetMap
from twosource.pages.refuse import looks_utf16
from twosource.pages.widths import measure, step_through
from twosource.vocab.encodings import Encoding, encoding_of, legacy_codecs

_SAMPLE = 65_536
_WESTERN = 0.05
"""Share of bytes outside ASCII up to which undeclared text is taken as windows-1252 (English has under 0.02)."""

_META = re.compile(rb"""<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:.-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(rb"""\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([a-z0-9_:.-]{2,40})""", re.I)
_REPLACED = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")
_UNSAFE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a capture, the standard name of their encoding, and the byte at which each begins."""

    text: str
    encoding: str
    offsets: OffsetMap


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decodes `raw`; what cannot be decoded becomes U+FFFD, and so do zero bytes and surrogates, one for one."""
    mark, encoding = detect(raw, declared)
    if encoding.bytes == "n":
        text, offsets = step_through(raw, mark, encoding.codec)
    else:
        text = raw[mark:].decode(encoding.codec, "replace")
        offsets = measure(raw, mark, text, encoding)
    return Decoded(clean(text), encoding.name, offsets)


def clean(text: str) -> str:
    """`text` with U+FFFD for every zero character and lone surrogate: what can be written as UTF-8 again."""
    return text.translate(_REPLACED) if _UNSAFE.search(text) else text


def detect(raw: bytes, declared: str | None) -> tuple[int, Encoding]:
    """The length of the byte order mark, and the encoding."""
    head = raw[:_SAMPLE]
    if head.startswith(codecs.BOM_UTF8):
        return 3, _known("utf-8")
    if utf16 := looks_utf16(head[:4096]):
        return 2 if head.startswith((b"\xff\xfe", b"\xfe\xff")) else 0, _known(utf16)
    label = declared or _declared(head)
    named = encoding_of(label) if label else None
    stateful = named is not None and named.name == "iso-2022-jp" and b"\x1b" in raw
    if not stateful and _is_utf8(raw):
        return 0, _known("utf-8")
    if named is not None and not named.name.startswith("utf-16"):
        return 0, named
    return 0, _guess(head)


def _known(name: str) -> Encoding:
    found = encoding_of(name)
    assert found is not None, name
    return found


def _declared(head: bytes) -> str:
    found = _DECLARATION.match(head) or _META.search(head[:4096])
    return found[1].decode("ascii") if found else ""


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(head: bytes) -> Encoding:
    text = head.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole >= broken and whole:
        return _known("utf-8")
    foreign = sum(byte > 0x7F for byte in head)
    if foreign <= _WESTERN * len(head):
        return _known("windows-1252")
    from charset_normalizer import from_bytes  # here: it takes 40 ms, for a rare case

    best = from_bytes(head, cp_isolation=list(legacy_codecs())).best()
    return (encoding_of(best.encoding) if best else None) or _known("windows-1252")
