"""Character references: `&amp;`, `&#233;`, `&#xE9;`, and the old names that need no semicolon."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

START = r"&[#A-Za-z]"
_NUMBER = re.compile(r"&#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,9})(;?)")
_NAME = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};?)")


def resolve(markup: str, position: int, end: int) -> tuple[str, int]:
    """The characters that the reference at `position` stands for and where it ends; `&` itself if it is none."""
    if number := _NUMBER.match(markup, position, end):
        # html.unescape gives nothing for control characters: U+FFFD keeps one character for one reference.
        return unescape(number[0] if number[1] else number[0] + ";") or "\ufffd", number.end()
    if name := _NAME.match(markup, position, end):
        return _named(name[1], position)
    return "&", position + 1


def _named(name: str, position: int) -> tuple[str, int]:
    """The longest known beginning of `name` (HTML Standard, 13.2.5.73): `&copy2016` reads `©2016`."""
    for length in range(len(name), 1, -1):
        if found := html5.get(name[:length]):
            return found, position + 1 + length
    return "&", position + 1
