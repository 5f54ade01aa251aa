"""How far two labellings of the same text agree: `python -m training.language.agreement ONE TWO`.

Both files are in the markup of training/corpus/GUIDELINE.md. Printed are the F1 of the names by label and of speaker,
cue and content, a span counting where its ends and its label are the same in both, and then every span that only one of
the two has, by line. The numbers that tie the parts of an attribution together are not compared.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(r"\[[A-Z]+ |<[SQC][0-9]+ |[\[\]<>]")
_PARTS = {"S": "SPEAKER", "Q": "CUE", "C": "CONTENT"}


class Span(NamedTuple):
    """A span: line of the file from 1, code points of the line without its markup, end exclusive, label, words."""

    line: int
    start: int
    end: int
    label: str
    words: str


def strip(line: str, number: int = 1) -> tuple[str, list[Span]]:
    """The line without markup, and its spans in the order they close; ValueError where the markup does not nest."""
    text, at, opened, found = "", 0, list[tuple[str, int, str]](), list[Span]()
    for mark in _MARK.finditer(line):
        text, at, sign = text + line[at : mark.start()], mark.end(), mark[0]
        if len(sign) > 1:
            opened.append((sign[0], len(text), _PARTS[sign[1]] if sign[0] == "<" else sign[1:-1]))
        elif sign in "[<" or not opened or opened[-1][0] + sign not in ("[]", "<>"):
            raise ValueError(f"line {number}: {sign!r} at character {mark.start() + 1} closes or opens nothing")
        else:
            _, start, label = opened.pop()
            found.append(Span(number, start, len(text), label, text[start:]))
    if opened:
        raise ValueError(f"line {number}: {opened[-1][2]} is never closed")
    return text + line[at:], found


def compare(one: Sequence[str], two: Sequence[str]) -> tuple[Counter[Span], Counter[Span]]:
    """The spans of each of two files of lines; ValueError at the first line whose text is not the same in both."""
    if len(one) != len(two):
        raise ValueError(f"the files have {len(one)} and {len(two)} lines; both must hold the same text")
    spans = Counter[Span](), Counter[Span]()
    for number, lines in enumerate(zip(one, two, strict=True), 1):
        (a, found), (b, others) = strip(lines[0], number), strip(lines[1], number)
        if a != b:
            raise ValueError(f"line {number}: the text differs: {a!r} and {b!r}")
        spans[0].update(found)
        spans[1].update(others)
    return spans


def figures(one: Counter[Span], two: Counter[Span]) -> Iterator[tuple[str, int, int, float]]:
    """Label, number of its spans in each, and F1 in per cent; `names` and `attribution` sum up their labels."""
    labels = sorted({s.label for s in one | two})
    parts = [x for x in labels if x in _PARTS.values()]
    names = [x for x in labels if x not in parts]
    groups = {"names": names} | {x: [x] for x in names} | {"attribution": parts} | {x: [x] for x in parts}
    for title, group in groups.items():
        a, b, both = (sum(n for s, n in c.items() if s.label in group) for c in (one, two, one & two))
        if a + b:
            yield title, a, b, 200 * both / (a + b)


def main(one: str, two: str) -> None:
    """Prints the figures and the disagreements of two files."""
    a, b = compare(*(Path(x).read_text(encoding="utf-8").splitlines() for x in (one, two)))
    for label, first, second, f1 in figures(a, b):
        print(f"{label:12} {first:5} {second:5} {f1:6.1f}")
    for span, side in sorted([*((s, one) for s in (a - b)), *((s, two) for s in (b - a))]):
        print(f"{span.line}: only {side}: {span.label} {span.words!r}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m training.language.agreement ONE TWO")
    try:
        main(*sys.argv[1:])
    except (OSError, ValueError) as e:
        sys.exit(str(e))
