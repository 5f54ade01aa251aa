"""XML before it goes to a parser: decoded, without its prolog, which alone could declare entities or name files."""

from __future__ import annotations

import re

from twosource.pages.decode import decode

_PROLOG = re.compile(
    r"""(?:\s++|\ufeff|<\?[^>]*+>|<!--(?s:.*?)-->|<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+""", re.IGNORECASE
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold; one of them would send a whole feed through a parser that guesses."""
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def opens_with(raw: bytes, root: re.Pattern[str]) -> bool:
    """Whether the first element of XML or of the beginning of it matches `root`, its `<` included."""
    return root.match(_body(raw)) is not None


def bare_xml(raw: bytes) -> bytes:
    """The XML as UTF-8 with no declaration but that of its encoding; forbidden characters become spaces."""
    return (_DECLARATION + _FORBIDDEN.sub(" ", _body(raw))).encode("utf-8", "replace")


def _body(raw: bytes) -> str:
    text = decode(raw).text
    found = _PROLOG.match(text)
    return text[found.end() :] if found else text
