"""Which sentences go on with one another: those of the report's own text, and those of one caption."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Sentence

_REPORT = -1
"""The thread of headline and text; a caption's is its block: it tells of the picture, and the text goes on past it."""


class Threads:
    """The sentences of a report by what they go on with: "he" after a caption is nobody whom only the caption names."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._of = [s.block if s.role == "caption" else _REPORT for s in sentences]
        self._members: dict[int, list[int]] = {}
        self._place: list[int] = []
        for index, thread in enumerate(self._of):
            members = self._members.setdefault(thread, [])
            self._place.append(len(members))
            members.append(index)

    def back(self, sentence: int, most: int) -> list[int]:
        """A sentence and those before it that it goes on with, the nearest first, `most` of them at most."""
        members, place = self._members[self._of[sentence]], self._place[sentence]
        return members[max(0, place - most) : place + 1][::-1]

    def apart(self, sentence: int, earlier: int) -> int | None:
        """How many sentences lie from one back to an earlier one; None where the one does not go on with the other."""
        one = self._of[sentence] == self._of[earlier]
        return self._place[sentence] - self._place[earlier] if one else None

    def is_caption(self, sentence: int) -> bool:
        """Whether a sentence tells of a picture."""
        return self._of[sentence] != _REPORT
