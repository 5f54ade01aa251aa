"""What words tell: concepts, names and numbers, and when, so that two wordings can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.model import Selector, Time
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts, phrases
from twosource.vocab.countries import country_names, demonyms
from twosource.vocab.numbers import number_words
from twosource.vocab.word_shares import word_shares

ELSEWHERE = 0.25
"""What counts of a word that the report has in another sentence: it names the place, but tells not that of it."""
DAY = 2
"""What a day counts among words: who says "before the end of the year" does not say "on 3 December"."""
COMMON = 0.06
"""A word that this share of all texts hold tells nothing, unless it names a concept."""
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+){0,6}")

Span = tuple[str, str]
"""The first and the last day that an expression of time can mean."""


class Telling(NamedTuple):
    """What words tell: the concepts, names and numbers in them, and when; `ahead` are those days that were to come."""

    marks: frozenset[str]
    days: frozenset[Span]
    ahead: frozenset[Span] = frozenset()

    def part_in(self, own: Telling, whole: Telling) -> float:
        """The part of it that the sentences `own` tell, and less of it what only the `whole` report has.

        Sentences that give no day are not asked for it: when a thing was the day of a report tells, too. Of a day to
        come that they do not give they tell nothing.
        """
        if _within(self.ahead, own.days) < len(self.ahead):
            return 0.0
        days = self.days if own.days else frozenset()
        size = len(self.marks) + DAY * len(days)
        near = len(self.marks & own.marks) + DAY * _within(days, own.days)
        far = len(self.marks & whole.marks) + DAY * _within(days, whole.days)
        return (near + ELSEWHERE * max(0, far - near)) / size if size else 1.0


def telling(at: Selector, times: Sequence[Time], published: str | None = None) -> Telling:
    """What the words tell, in which these expressions of time stand: each is one mark, whatever its words.

    `published` is the day on which they came out, ISO 8601, where it is known.
    """
    dated = [t for t in times if t.earliest and t.latest]
    text = at.exact
    for time in dated:
        start, length = time.selector.start - at.start, len(time.selector.exact)
        text = f"{text[:start]}{' ' * length}{text[start + length :]}"
    days = frozenset((t.earliest or "", t.latest or "") for t in dated)
    return Telling(marks(text), days, frozenset(span for span in days if published and span[0] > published))


def _within(days: frozenset[Span], known: frozenset[Span]) -> int:
    """How many of the days one of those known lies in: who says "in May" does not say "on 5 May"."""
    return sum(any(first <= one and two <= last for one, two in known) for first, last in days)


def marks(text: str) -> frozenset[str]:
    """The concepts, names and numbers in the words, without those that tell nothing."""
    words = [_plain(w) for w in _WORD.findall(text)]
    return frozenset(m for m in _concepts(words) if m in _concept_names() or word_shares().get(m, 0.0) < COMMON)


def _concepts(words: Sequence[str]) -> Iterator[str]:
    """The concepts that the stems name, phrases first; other stems as they are."""
    n = 0
    while n < len(words):
        named = [p for p in phrases().get(words[n], ()) if tuple(words[n + 1 : n + 1 + len(p[0])]) == p[0]]
        longest = [p for p in named if len(p[0]) == len(named[0][0])]
        yield from (concept for _, concept in longest)
        if not longest:
            yield concepts().get(words[n], words[n])
        n += 1 + (len(longest[0][0]) if longest else 0)


def _plain(word: str) -> str:
    """A number in figures, a country or people by its code, and any other word by its stem."""
    values = [known.value for w in word.lower().split("-") if (known := number_words().get(w))]
    if len(values) == word.count("-") + 1:
        return str(sum(values))
    if word[0].isdecimal():
        return word.replace(",", "")
    bare = re.split("[’']", word)[0]
    return demonyms().get(bare) or country_names().get(bare) or stem(word)


@cache
def _concept_names() -> frozenset[str]:
    return frozenset(concepts().values())
