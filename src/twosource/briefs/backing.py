"""How much of what words tell the sentences of each origin tell too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.briefs.reports import Reports
from twosource.model import Claim, Selector
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts, phrases
from twosource.vocab.countries import country_names, demonyms
from twosource.vocab.numbers import number_words
from twosource.vocab.word_shares import word_shares

HALF = 0.5
"""An origin that tells no more than this part of a wording is not named for it alone."""
DAY = 2
"""What a day counts among words: who says "before the end of the year" does not say "on 3 December"."""
ELSEWHERE = 0.25
"""What counts of a word that the report has in another sentence: it names the place, but tells not that of it."""
COMMON = 0.06
"""A word that this share of all texts hold tells nothing, unless it names a concept."""
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+){0,6}")

Span = tuple[str, str]
"""The first and the last day that an expression of time can mean."""


class Telling(NamedTuple):
    """What words tell: the concepts, names and numbers in them, and when."""

    marks: frozenset[str]
    days: frozenset[Span]

    def part_in(self, own: Telling, whole: Telling) -> float:
        """The part of it that the sentences `own` tell, and less of it what only the `whole` report has; sentences
        that give no day are not asked for it.
        """
        days = self.days if own.days else frozenset()
        size = len(self.marks) + DAY * len(days)
        near = len(self.marks & own.marks) + DAY * _within(days, own.days)
        far = len(self.marks & whole.marks) + DAY * _within(days, whole.days)
        return (near + ELSEWHERE * max(0, far - near)) / size if size else 1.0


def backers(at: Selector, claims: Sequence[Claim], reports: Reports, *, least: float = HALF) -> list[str]:
    """The origins of the claims whose sentences tell more than `least` of what the words at `at` tell, and deny what
    they deny.
    """
    told = telling(at, reports)
    denied = _denies([c for c in claims if c.selector.overlaps(at)], reports)
    own = {o: [c for c in claims if c.origin == o] for o in dict.fromkeys(c.origin for c in claims)}
    return [o for o, of in own.items() if part(told, of, reports) > least and _denies(of, reports) == denied]


def part(told: Telling, own: Sequence[Claim], reports: Reports) -> float:
    """The part of what is told that the sentences of an origin's claims tell."""
    near = _joined(telling(reports.sentence(c.selector), reports) for c in own)
    pages = [reports.pages[page] for page in {c.selector.page for c in own}]
    return told.part_in(near, _joined(telling(Selector.of(p, 0, len(p.text)), reports) for p in pages))


def _denies(claims: Sequence[Claim], reports: Reports) -> bool:
    """Whether all that is quoted in the claims is quoted as denied."""
    quotes = [reports.quotes[c.ref] for c in claims if c.kind == "quote" and c.ref in reports.quotes]
    return bool(quotes) and all(q.polarity == "denied" for q in quotes)


def telling(at: Selector, reports: Reports) -> Telling:
    """What the words tell; an expression of time is one mark, whatever its words."""
    times = [t for t in reports.times_in(at) if t.earliest and t.latest]
    text = at.exact
    for time in times:
        start = time.selector.start - at.start
        text = f"{text[:start]}{' ' * len(time.selector.exact)}{text[start + len(time.selector.exact) :]}"
    return Telling(_marks(text), frozenset((t.earliest or "", t.latest or "") for t in times))


def _joined(tellings: Iterable[Telling]) -> Telling:
    found = list(tellings)
    return Telling(frozenset().union(*(t.marks for t in found)), frozenset().union(*(t.days for t in found)))


def _within(days: frozenset[Span], known: frozenset[Span]) -> int:
    """How many of the days one of those known lies in: who says "in May" does not say "on 5 May"."""
    return sum(any(first <= one and two <= last for one, two in known) for first, last in days)


@lru_cache(maxsize=1 << 10)
def _marks(text: str) -> frozenset[str]:
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
    if word[0].isdigit():
        return word.replace(",", "")
    bare = re.split("[’']", word)[0]
    return demonyms().get(bare) or country_names().get(bare) or stem(word)


@cache
def _concept_names() -> frozenset[str]:
    return frozenset(concepts().values())
