"""Reprints of a text that its outlet has changed: what they still say of it is its earlier version's, said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.model import Reading, Selector
from twosource.versions.silence import without
from twosource.versions.told import History, Moved, Withdrawn
from twosource.versions.words import Sentence, sentences

LONG = 6
"""Words of a sentence that two reports do not find independently."""
COPY = 0.3
"""Part of the longer sentences of either text that stand in the other word for word, from which one copies the other:
of two reports that only quote one statement fewer do."""


class Copies:
    """The sentences of the reports that stand now, by their words."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._texts = {r.article.id: sentences(r) for r in readings}
        self._holding: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
        for text in self._texts.values():
            for sentence in text:
                self._holding[sentence.key].append(sentence)

    def of(self, history: History) -> frozenset[str]:
        """The ids of the other reports that copy one of the texts of this history."""
        own = {r.article.id for r in history.chain.readings}
        found: set[str] = set()
        for reading in history.chain.readings:
            long = {s.key for s in sentences(reading) if len(s.key) >= LONG}
            shared: dict[str, int] = defaultdict(int)
            for key in sorted(long):
                for article in dict.fromkeys(s.reading.article.id for s in self._holding.get(key, ())):
                    shared[article] += 1
            found |= {a for a, n in shared.items() if a not in own and n >= COPY * min(len(long), self._longer(a))}
        return frozenset(found)

    def _longer(self, article: str) -> int:
        return sum(len(s.key) >= LONG for s in self._texts[article])

    def same(self, sentence: Sentence, articles: frozenset[str]) -> Iterator[Sentence]:
        """The sentences of the same words in these reports."""
        yield from (s for s in self._holding.get(sentence.key, ()) if s.reading.article.id in articles)

    def still_said(self, moved: Moved, articles: frozenset[str]) -> list[Selector]:
        """Where these reports still have an earlier wording."""
        told = zip(moved.sentences[:-1], moved.wordings, strict=True)
        return list(dict.fromkeys(_place(f, (at, moved.now), o) for f, at in told for o in self.same(f, articles)))


def _place(form: Sentence, places: Sequence[Selector], other: Sentence) -> Selector:
    """The words of a sentence that stand where the first of these that is in it stands in another of the same words.

    Where an earlier wording is known from a notice only, it stands in none, and that of now tells the place.
    """
    inside: list[int] = []
    for at in places:
        inside = inside or [n for n, w in enumerate(form.words) if at.start < w.end and w.start < at.end]
    if not inside or len(form.words) != len(other.words):
        return other.at
    first, last = other.words[inside[0]], other.words[inside[-1]]
    return Selector.of(other.reading.page, first.start, last.end)


def settle(readings: Sequence[Reading], told: Sequence[History]) -> tuple[list[Reading], list[History]]:
    """The readings without what reprints still have of texts that were changed; the histories know where that is."""
    if not told:
        return list(readings), []
    copies = Copies(readings)
    stale: dict[str, list[Selector]] = defaultdict(list)
    found = [_with_copies(one, copies, stale) for one in told]
    return [without(r, stale.get(r.article.id, ())) for r in readings], found


def _with_copies(one: History, copies: Copies, stale: dict[str, list[Selector]]) -> History:
    articles = copies.of(one)
    if not articles:
        return one
    moved = tuple(replace(m, copied=tuple(copies.still_said(m, articles))) for m in one.moved)
    gone = tuple(replace(w, copied=tuple(s.at for s in copies.same(w.sentence, articles))) for w in one.withdrawn)
    changed: tuple[Moved | Withdrawn, ...] = (*moved, *gone)
    for article in sorted(articles):
        stale[article] += [at for c in changed for at in c.copied]
    return replace(one, moved=moved, withdrawn=gone)
