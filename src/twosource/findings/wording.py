"""Which of several wordings of one assertion a reader understands best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.model import Selector

_POINTING = frozenset({
    "he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "its", "who", "which",
    "where", "when", "and", "but", "or", "we", "i", "after", "while", "as", "because", "although", "also",
})  # fmt: skip
SHORT, LONG = 40, 240
"""Characters: what is shorter says too little, what is longer is read with effort."""


def clearest(wordings: Sequence[Selector], marks: Mapping[Selector, frozenset[str]]) -> Selector:
    """The wording that names most, begins with no pointing word, and is neither short nor long; then the first."""
    return min(wordings, key=lambda s: (-_clarity(s, marks.get(s, frozenset())), s))


def _clarity(selector: Selector, marks: frozenset[str]) -> float:
    length = selector.end - selector.start
    opening = selector.exact.split(maxsplit=1)[0].strip("“\"‘'(").lower() if selector.exact.strip() else ""
    named = sum(mark.startswith("@") for mark in marks)
    score = min(named, 3) + 0.25 * min(len(marks), 8)
    score -= 2.0 * (opening in _POINTING) + 1.0 * (not selector.exact[:1].isupper() and selector.exact[:1].isalpha())
    return score - 2.0 * (length < SHORT) - (length - LONG) / 100 * (length > LONG)
