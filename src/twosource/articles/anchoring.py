"""Leads the pieces that an extractor gives back to the lines of the page, so that each has its offsets.

The extractor folds space, drops words and moves a few lines; it invents none. So its words are matched to the words of
the page from left to right: a piece begins at the candidate that goes on matching longest, the nearest one among
equals, and gaps are leapt over by the next three words that both share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from twosource.articles.extraction import Piece
from twosource.articles.lines import Line
from twosource.articles.words import words_of
from twosource.model import Role

_TAKEN = 0.5
"""Share of a line's words that must be the article's for the line to be so."""
_LOOK = 12
"""Words compared to choose among candidates for the start of a piece."""
_CANDIDATES = 8
_LEAP = 60
"""Words of the page that may be missing inside one piece (a tooltip, a dropped link)."""


class Anchors:
    """The words of a page, the line of each, and where any three of them stand together."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: list[str] = []
        self._owner: list[int] = []
        for i, line in enumerate(lines):
            self._words.extend(line.words)
            self._owner.extend([i] * len(line.words))
        self._triples: dict[tuple[str, ...], list[int]] = {}
        for i in range(len(self._words) - 2):
            self._triples.setdefault(tuple(self._words[i : i + 3]), []).append(i)
        self._whole: dict[tuple[str, ...], list[int]] = {}
        for i, line in enumerate(lines):
            self._whole.setdefault(tuple(line.words[:4]), []).append(i)
        self._starts = [bisect_left(self._owner, i) for i in range(len(lines))]
        self._taken: list[Role | None] = [None] * len(self._words)
        self._cursor = 0

    def take(self, piece: Piece) -> float:
        """Marks the words of the page that `piece` is made of; returns the share of its words that were found."""
        words = words_of(piece.text)
        start = self._begin(words)
        if start is None:
            return 0.0 if words else 1.0
        position, found, i = start, 0, 0
        while i < len(words) and position < len(self._words):
            if self._words[position] != words[i]:
                leap = self._leap(words, i, position)
                if leap is None:
                    i += 1
                    continue
                position = leap
            self._taken[position] = piece.role
            position, found, i = position + 1, found + 1, i + 1
        self._cursor = position
        return found / len(words)

    def _begin(self, words: list[str]) -> int | None:
        """Where a piece begins: the longest match among the next places, else among all."""
        if len(words) < 3:
            return self._short(words)
        for i in range(min(len(words) - 2, _LOOK)):
            places = self._triples.get(tuple(words[i : i + 3]))
            if places:
                after = bisect_left(places, self._cursor)
                near = places[after : after + _CANDIDATES] or places[-_CANDIDATES:]
                return max(near, key=lambda place: (self._agree(words[i:], place), -place))
        return None

    def _agree(self, words: list[str], place: int) -> int:
        return sum(a == b for a, b in zip(words[:_LOOK], self._words[place : place + _LOOK], strict=False))

    def _short(self, words: list[str]) -> int | None:
        """A piece of one or two words must be a line of its own."""
        lines = self._whole.get(tuple(words), []) if words else []
        at = bisect_left(lines, self._owner[self._cursor]) if self._cursor < len(self._owner) else len(lines)
        return self._starts[lines[at]] if at < len(lines) else None

    def _leap(self, words: list[str], i: int, position: int) -> int | None:
        places = self._triples.get(tuple(words[i : i + 3]), [])
        at = bisect_left(places, position)
        return places[at] if at < len(places) and places[at] - position <= _LEAP else None

    def roles(self) -> list[Role | None]:
        """For each line the kind of piece that most of it was taken as, None for lines that were not taken."""
        ends = [*self._starts, len(self._words)][1:]
        return [_majority(self._taken[a:b]) for a, b in zip(self._starts, ends, strict=True)]


def _majority(taken: Sequence[Role | None]) -> Role | None:
    roles: list[Role] = [role for role in taken if role is not None]
    if not roles or len(roles) < _TAKEN * len(taken):
        return None
    return Counter(roles).most_common(1)[0][0]


def anchor(pieces: Sequence[Piece], lines: Sequence[Line]) -> tuple[list[Role | None], float]:
    """The role of each line by the pieces that it holds, and the share of the pieces' words that were found."""
    anchors = Anchors(lines)
    shares = [anchors.take(piece) * len(piece.text) for piece in pieces]
    return anchors.roles(), sum(shares) / max(1, sum(len(piece.text) for piece in pieces))
