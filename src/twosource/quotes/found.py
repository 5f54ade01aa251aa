"""What a rule found, before it is a record: words of one passage, by their indexes."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.quotes.cues import Cue
from twosource.quotes.passage import Passage
from twosource.quotes.phrases import Range


@dataclass(slots=True)
class Span:
    """Words `first` to `last` (exclusive) of a passage."""

    passage: Passage
    first: int
    last: int


@dataclass(slots=True)
class Found:
    """One attribution: its content, the words of its cue and speaker, and which rule spoke."""

    rule: str
    content: list[Span]
    cue: Cue | None = None
    cue_words: Span | None = None
    speaker: Span | None = None
    hearer: Span | None = None
    sentence: int = 0
    after: list[Range] = field(default_factory=list)
