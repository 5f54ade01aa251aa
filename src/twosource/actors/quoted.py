"""Which words stand inside quotation marks, where "I" and "he" are a speaker's."""

from __future__ import annotations

from twosource.actors.drafts import Text

_OPEN, _CLOSE = "“«„", "”»"


def quoted_words(text: Text) -> list[list[bool]]:
    """For each word of each sentence, whether it stands inside double quotation marks of its block."""
    found: list[list[bool]] = []
    block, inside = -1, False
    for sentence in text.sentences:
        if sentence.block != block:
            block, inside = sentence.block, False
        marks = []
        for token in sentence.tokens:
            sign = token.text
            if sign in _OPEN:
                inside = True
            elif sign in _CLOSE:
                inside = False
            elif sign in ('"', "''", "``"):
                inside = not inside
            marks.append(inside)
        found.append(marks)
    return found
