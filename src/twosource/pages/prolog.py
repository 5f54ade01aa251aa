"""XML before it goes to a parser: decoded, without its prolog, which alone could declare entities or name files."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from twosource.pages.decode import decode
from twosource.pages.refuse import looks_utf16

_PROLOG = re.compile(
    r"""(?:\s++|\ufeff|<\?[^>]*+>|<!--(?s:.*?)-->|<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+""", re.IGNORECASE
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold; one of them would send a whole feed through a parser that guesses."""
_HEAD = 4096
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def opens_with(raw: bytes, root: re.Pattern[str]) -> bool:
    """Whether the first element of XML or of the beginning of it matches `root`, its `<` included."""
    # Names are ASCII, so nothing needs to be guessed but UTF-16: this is asked of every file.
    text = decode(raw).text if looks_utf16(raw[:_HEAD]) else raw.removeprefix(BOM_UTF8).decode("latin-1")
    return root.match(text, _end_of_prolog(text)) is not None


def bare_xml(raw: bytes) -> bytes:
    """The XML as UTF-8 with no declaration but that of its encoding; forbidden characters become spaces."""
    text = decode(raw).text
    return (_DECLARATION + _FORBIDDEN.sub(" ", text[_end_of_prolog(text) :])).encode("utf-8", "replace")


def _end_of_prolog(text: str) -> int:
    found = _PROLOG.match(text)
    return found.end() if found else 0
