"""What a rule found, before it is a record: words of passages, by their indexes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from twosource.quotes.cues import Cue
from twosource.quotes.passage import Passage

Rule = Literal[
    "content_before_cue", "content_around_cue", "quotation_after_cue", "words_after_colon", "that_clause",
    "clause_after_cue", "question_after_cue", "infinitive_after_cue", "phrase_after_cue", "according_to",
    "name_and_colon", "quotation_alone", "passive_cue", "noun_cue", "attitude_cue", "name_after_dash",
    "quotation_and_colon", "count_put", "quoted_as",
]  # fmt: skip


MOST = 20
"""Spans looked at where one that holds a code point is asked for."""


@dataclass(slots=True)
class Span:
    """Words `first` to `last` (exclusive) of a passage."""

    passage: Passage
    first: int
    last: int

    @property
    def start(self) -> int:
        """The code point at which the words begin."""
        return self.passage.starts[self.first]

    @property
    def end(self) -> int:
        """The code point after the words."""
        return self.passage.ends[self.last - 1]

    def quoted(self) -> tuple[int, int]:
        """How many of the words stand in quotation marks, and how many there are, marks and punctuation left out."""
        p = self.passage
        said = [k for k in range(self.first, self.last) if _is_spoken(p.words[k])]
        return sum(p.quoted[k] >= 0 for k in said), len(said)

    def holds_quotation(self) -> bool:
        """Whether any of the words stands in quotation marks."""
        p = self.passage
        if not p.quotations:
            return False
        return any(p.quoted[k] >= 0 and _is_spoken(p.words[k]) for k in range(self.first, self.last))


def _is_spoken(word: str) -> bool:
    return any(map(str.isalnum, word))


@dataclass(slots=True)
class Found:
    """One attribution: its content, the words of its cue and speaker, the sentence it stands in, which rule spoke."""

    rule: Rule
    content: list[Span]
    sentence: int
    cue: Cue | None = None
    cue_words: Span | None = None
    speaker: Span | None = None
    hearer: Span | None = None
    joined: bool = False

    def is_direct(self) -> bool:
        """Whether 95 words in 100 stand in quotation marks: a stray "But" before the mark is let pass."""
        if not self.holds_quotation():
            return False
        counts = [span.quoted() for span in self.content]
        return sum(inside for inside, _ in counts) >= 0.95 * sum(words for _, words in counts)

    def holds_quotation(self) -> bool:
        """Whether any word of the content stands in quotation marks."""
        return any(span.holds_quotation() for span in self.content)

    def encloses(self, other: Found) -> bool:
        """Whether the other's content and cue lie inside this one's content."""
        inner = [*other.content, *([other.cue_words] if other.cue_words else [])]
        return all(any(_inside(i, outer) for outer in self.content) for i in inner)


def _inside(inner: Span, outer: Span) -> bool:
    return inner.passage is outer.passage and outer.first <= inner.first and inner.last <= outer.last


def in_sentence_before(span: Span, start: int) -> bool:
    """Whether a code point lies in the sentence before that of a speaker, in the same paragraph."""
    p = span.passage
    n = bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1
    low, high = p.sentences[max(0, n - 1)]
    return n > 0 and p.starts[low] <= start < p.ends[high - 1]


def lies_in(said: list[tuple[int, int]], offset: int) -> bool:
    """Whether a code point lies in one of the spans, in order, of quotes resolved before."""
    i = bisect_left(said, (offset + 1, 0))
    return any(end > offset for _, end in said[max(0, i - MOST) : i])
