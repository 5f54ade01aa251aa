"""A page: one capture as it came, its visible text, and the map from that text to the captured bytes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """Leads from code points of `Page.text` to bytes of the capture.

    `text` and `raw` are equally long ascending tuples: the character at `text[i]` begins at byte `raw[i]`,
    and from there to the next entry every character has the byte width `width[i]` (0: inserted, no bytes of its own).
    """

    text: tuple[int, ...]
    raw: tuple[int, ...]
    width: tuple[int, ...]

    def to_raw(self, offset: int) -> int:
        """The byte at which the character `offset` begins (the byte after the last, for the end of the text)."""
        i = max(0, bisect_right(self.text, offset) - 1)
        return self.raw[i] + (offset - self.text[i]) * self.width[i]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user said of an input beside its text: JSONL fields or a row of --about."""

    input_id: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One capture: digest, location, visible characters; `markup` is the decoded HTML, None for plain text."""

    id: str
    location: str
    media_type: str
    text: str
    retrieved: str | None = None
    encoding: str = "utf-8"
    given: Given = field(default_factory=Given)
    raw: bytes = field(default=b"", repr=False)
    markup: str | None = field(default=None, repr=False)
    offsets: OffsetMap | None = field(default=None, repr=False)
