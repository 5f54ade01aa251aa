"""How far two labellings of the same text agree: `python -m training.language.agreement ONE TWO`.

Both files are in the markup of training/corpus/GUIDELINE.md. Printed are the F1 of the names by label and of speaker,
cue and content, a span counting where its ends and its label are the same in both, and then every span that only one of
the two has, by line. The numbers that tie the parts of an attribution together are not compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from training.language.sets.markup import PARTS, BadMarkup, parse


class Span(NamedTuple):
    """A span: line of the file from 1, code points of the line without its markup, end exclusive, label, words."""

    line: int
    start: int
    end: int
    label: str
    words: str


def spans(line: str, number: int) -> tuple[str, list[Span]]:
    """The line without markup, and its spans; ValueError that names the line where the markup is wrong."""
    try:
        text, marked = parse(line)
    except BadMarkup as fault:
        raise ValueError(f"line {number}: {fault}") from fault
    return text, [Span(number, m.start, m.end, m.label, text[m.start : m.end]) for m in marked]


def compare(one: Sequence[str], two: Sequence[str]) -> tuple[Counter[Span], Counter[Span]]:
    """The spans of each of two files of lines; ValueError at the first line whose text is not the same in both."""
    if len(one) != len(two):
        raise ValueError(f"the files have {len(one)} and {len(two)} lines; both must hold the same text")
    both = Counter[Span](), Counter[Span]()
    for number, lines in enumerate(zip(one, two, strict=True), 1):
        (a, found), (b, others) = spans(lines[0], number), spans(lines[1], number)
        if a != b:
            raise ValueError(f"line {number}: the text differs: {a!r} and {b!r}")
        both[0].update(found)
        both[1].update(others)
    return both


def figures(one: Counter[Span], two: Counter[Span]) -> Iterator[tuple[str, int, int, float]]:
    """Label, number of its spans in each, and F1 in per cent; `names` and `attribution` sum up their labels."""
    labels = sorted({s.label for s in one | two})
    parts = [x for x in labels if x in PARTS.values()]
    names = [x for x in labels if x not in parts]
    groups = {"names": names} | {x: [x] for x in names} | {"attribution": parts} | {x: [x] for x in parts}
    for title, group in groups.items():
        a, b, both = (sum(n for s, n in c.items() if s.label in group) for c in (one, two, one & two))
        if a + b:
            yield title, a, b, 200 * both / (a + b)


def main(one: str, two: str) -> None:
    """Prints the figures and the disagreements of two files."""
    a, b = compare(*(Path(x).read_text(encoding="utf-8").split("\n") for x in (one, two)))
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
