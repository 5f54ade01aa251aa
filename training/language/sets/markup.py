"""The markup of training/corpus: one block of a report as plain text with its names and attributions.

`[LABEL words]` is a name, `<S1 …>`, `<Q1 …>`, `<C1 …>` are speaker, cue and content of attribution 1 of the block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from training.language.sets.marks import LABELS

PARTS = {"S": "SPEAKER", "Q": "CUE", "C": "CONTENT"}
"""The letter of a span of attribution to its label in the common form."""

_SIGN = re.compile(r"\[([A-Za-z]*) ?|<([A-Za-z]*\d*) ?|\]|>")
_ATTRIBUTION = re.compile(r"([SQC])([1-9]\d?)")
_CLOSERS = {"[": "]", "<": ">"}


class BadMarkup(ValueError):
    """What is wrong with the markup of a block; whoever reads the file adds file and line."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span: code points of the plain text, its label, the number of its attribution (0 for a name) and
    how many spans of attribution it stands in.
    """

    start: int
    end: int
    label: str
    number: int
    depth: int


@dataclass(slots=True)
class _Open:
    sign: str
    label: str
    number: int
    start: int


def parse(block: str) -> tuple[str, list[Marked]]:
    """The plain text of a block and its marked spans by start, outer ones first.

    Raises BadMarkup for brackets that do not match, unknown labels, empty spans, names within names.
    """
    plain: list[str] = []
    length = at = 0
    stack: list[_Open] = []
    found: list[Marked] = []
    for match in _SIGN.finditer(block):
        plain.append(block[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.group()[0] in _CLOSERS:
            stack.append(_opened(match, length, stack))
        else:
            found.append(_closed(stack, match, length, block))
    if stack:
        raise BadMarkup(f"{stack[-1].sign}{stack[-1].label} is never closed")
    text = "".join([*plain, block[at:]])
    for span in found:
        _check_ends(text, span)
    return text, sorted(found, key=lambda span: (span.start, -span.end, span.depth))


def _opened(match: re.Match[str], start: int, stack: list[_Open]) -> _Open:
    sign = match.group()[0]
    if sign == "[":
        if match[1] not in LABELS:
            raise BadMarkup(f"unknown label {match.group()!r}: it must be one of {', '.join(LABELS)}")
        if any(outer.sign == "[" for outer in stack):
            raise BadMarkup(f"a name within a name at {match.group()!r}: mark the outer one alone")
        return _Open(sign, match[1], 0, start)
    told = _ATTRIBUTION.fullmatch(match[2])
    if told is None:
        raise BadMarkup(f"unknown span {match.group()!r}: it must be S, Q or C with a number from 1, as in <S1 …>")
    if any(outer.sign == "[" for outer in stack):
        raise BadMarkup(f"{match.group()!r} stands within a name")
    return _Open(sign, PARTS[told[1]], int(told[2]), start)


def _closed(stack: list[_Open], match: re.Match[str], end: int, block: str) -> Marked:
    around = block[max(0, match.start() - 25) : match.end()]
    if not stack or _CLOSERS[stack[-1].sign] != match.group():
        want = f"{stack[-1].sign}{stack[-1].label} is open" if stack else "nothing is open"
        raise BadMarkup(f"{match.group()!r} after {around!r}, but {want}")
    top = stack.pop()
    if top.start == end:
        raise BadMarkup(f"an empty span before {around!r}")
    return Marked(top.start, end, top.label, top.number, sum(outer.sign == "<" for outer in stack))


def _check_ends(text: str, span: Marked) -> None:
    words = text[span.start : span.end]
    if words != words.strip():
        raise BadMarkup(f"a blank at the end of the span {span.label} {words[:40]!r}: leave it outside")
