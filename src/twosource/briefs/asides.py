"""Days that a sentence only reckons from: "missing since | Saturday's collision, was found on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from twosource.model import Page, Selector

_REACH = 24
"""Code points before and after an expression of time that are looked at."""
_BEFORE = re.compile(
    r"\b(?:since|after|before|until|than|with|from|following) (?:the |a |an |last |late |early )?$", re.I
)
_OWNS = re.compile(r"[’']s\b")
_RECKONED = re.compile(r"(?:earlier|before|previously)$|^(?:the )?previous ", re.I)


def reckons_from(pages: Iterable[Page]) -> Callable[[Selector], bool]:
    """A test of the times of these pages: whether a sentence only reckons from the day, and does not stand on it."""
    texts: Mapping[str, str] = {p.id: p.text for p in pages}

    def is_aside(at: Selector) -> bool:
        text = texts.get(at.page, "")
        before, after = text[max(0, at.start - _REACH) : at.start], text[at.end : at.end + _REACH]
        return bool(_BEFORE.search(before) or _OWNS.match(after) or _RECKONED.search(at.exact))

    return is_aside
