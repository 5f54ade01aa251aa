"""Collects the visible characters of a page: where each came from, and which elements enclose each line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from twosource.model.page import OffsetMap
from twosource.text.opened import Element, OpenElements

PATH_LENGTH = 12
"""Elements kept of a line's path, the innermost ones."""


class Line(NamedTuple):
    """A line that is not empty: `[start, end)` of the text.

    `path` holds the elements that enclose all of it, outermost first, as `div#main.story`; `linked` counts its
    characters inside links.
    """

    start: int
    end: int
    path: tuple[str, ...]
    linked: int = 0


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The visible text of markup. `offsets` leads to code points of the markup; `lines` are ascending and apart."""

    text: str
    offsets: OffsetMap
    lines: tuple[Line, ...]


class Collector:
    """Takes characters and breaks in the order of the page. White space is folded here, as a browser folds it."""

    def __init__(self, opened: OpenElements) -> None:
        self._opened = opened
        self._pieces: list[str] = []
        self._length = 0
        self._text: list[int] = []
        self._raw: list[int] = []
        self._width: list[int] = []
        self._lines: list[Line] = []
        self._breaks = self._break_at = 0
        self._space_at = -1
        self._first: Element | None = None
        self._line_start = self._line_depth = self._linked = 0

    def end_line(self, at: int) -> None:
        """A block begins or ends at `at`: what follows stands on a new line."""
        if not self._breaks:
            self._breaks, self._break_at = 1, at

    def break_line(self, at: int) -> None:
        """A `<br>` at `at`: two in a row give one empty line, more give no more."""
        if not self._breaks:
            self._break_at = at
        self._breaks = min(self._breaks + 1, 2)

    def space(self, at: int) -> None:
        """White space at `at`: one space if visible characters stand on both sides of it in one line."""
        if self._space_at < 0 and self._first is not None:
            self._space_at = at

    def put(self, characters: str, at: int, width: int = 1) -> None:
        """Visible characters at `at`, each `width` code points of markup wide; no line break is among them."""
        self._flush()
        if self._first is None:
            self._first, self._line_start = self._opened.top, self._length
            self._opened.lowest = self._opened.top.depth
        self._line_depth = self._opened.lowest
        if self._opened.top.link:
            self._linked += len(characters)
        self._append(characters, at, width)

    def put_words(self, characters: str, at: int) -> None:
        """Characters of the markup among which white space is single spaces; those at the ends are folded."""
        words = characters.strip(" ")
        if not words:
            self.space(at)
            return
        if characters[0] == " ":
            self.space(at)
            at += 1
        self.put(words, at)
        if characters[-1] == " ":
            self.space(at + len(words))

    def newline(self, at: int, width: int) -> None:
        """A line break of preformatted text, which keeps empty lines."""
        self._flush()
        self._close_line()
        self._append("\n", at, width)

    def finish(self, end: int) -> VisibleText:
        """The text collected; `end` is the length of the markup."""
        self._close_line()
        self._mark(end, 0)
        offsets = OffsetMap(text=tuple(self._text), raw=tuple(self._raw), width=tuple(self._width))
        return VisibleText("".join(self._pieces), offsets, tuple(self._lines))

    def _flush(self) -> None:
        if self._breaks:
            self._close_line()
            if self._length:
                self._append("\n" * self._breaks, self._break_at, 0)
            self._breaks = 0
        elif self._space_at >= 0:
            self._append(" ", self._space_at, 1)
        self._space_at = -1

    def _append(self, characters: str, at: int, width: int) -> None:
        goes_on = width == 1 and self._width and self._width[-1] == 1
        if not (goes_on and self._raw[-1] + self._length - self._text[-1] == at):
            self._mark(at, width)
        self._pieces.append(characters)
        self._length += len(characters)

    def _mark(self, at: int, width: int) -> None:
        self._text.append(self._length)
        self._raw.append(at)
        self._width.append(width)

    def _close_line(self) -> None:
        if self._first is not None:
            self._lines.append(Line(self._line_start, self._length, self._path(self._first), self._linked))
        self._first, self._linked = None, 0

    def _path(self, element: Element) -> tuple[str, ...]:
        # Amortised: every level left here was closed while the line was written.
        while element.parent is not None and element.depth > self._line_depth:
            element = element.parent
        labels: list[str] = []
        while element.parent is not None and len(labels) < PATH_LENGTH:
            labels.append(element.label)
            element = element.parent
        return tuple(reversed(labels))
