"""BIO marks as spans of words, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Span = tuple[int, int, Any]
"""First word, one past the last, label."""


def spans_of(marks: Sequence[str]) -> list[Span]:
    """The spans in order; an `I-X` that follows no `X` opens one."""
    found: list[Span] = []
    for i, mark in enumerate(marks):
        if mark == "O":
            continue
        if mark[0] == "I" and found and found[-1][1] == i and found[-1][2] == mark[2:]:
            found[-1] = (found[-1][0], i + 1, mark[2:])
        else:
            found.append((i, i + 1, mark[2:]))
    return found


def marks_of(n: int, spans: Iterable[Span]) -> list[str]:
    """The marks of `n` words, `O` outside the spans."""
    marks = ["O"] * n
    for start, end, label in spans:
        marks[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return marks
