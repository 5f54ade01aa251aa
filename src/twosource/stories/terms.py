"""What a report is about, as weighted word stems: those that its headline and lead name count most."""

from __future__ import annotations

import re

from twosource.text.stems import stem

# A word of letters with inner apostrophes or hyphens, or a number. Bounded: one pass, no nesting.
_WORD = re.compile(r"[^\W\d_](?:[\w’'\-]{0,40}[^\W\d_])?|\d(?:[\d.,]{0,20}\d)?")

HEADLINE = 3.0
"""Weight of a word in the first line. 2 to 5 measured alike."""
NAME = 1.25
"""Weight of a capitalised word: names and the first words of sentences."""
LEAD = 80
"""Words after the first line that weigh in full; those after them weigh `REST`."""
REST = 0.25
"""Background at the foot of a report tells stories apart badly: 0.25 beat 1.0 by 0.01 to 0.03 BCubed on three sets."""
MOST = 400
"""Words read after the first line."""


def terms(text: str) -> dict[str, float]:
    """Stems of `text` with their weights; its first line is taken for the headline."""
    head, _, body = text.lstrip().partition("\n")
    found: dict[str, float] = {}
    for match in _WORD.finditer(head[:1000]):
        _add(found, match.group(), HEADLINE)
    for n, match in enumerate(_WORD.finditer(body)):
        if n >= MOST:
            break
        _add(found, match.group(), 1.0 if n < LEAD else REST)
    return found


def _add(found: dict[str, float], word: str, weight: float) -> None:
    if len(word) > 1 or word.isdecimal():
        key = stem(word)
        found[key] = found.get(key, 0.0) + (weight * NAME if word[0].isupper() else weight)
