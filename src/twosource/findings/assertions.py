"""One assertion of one article: the claims that stand over the same words, and what these words name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Claim, Event, Place, Quantity, Record, Selector, Time
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.word_shares import word_shares

_WORD = re.compile(r"[^\W\d_](?:[\w’'\-]{0,40}[^\W\d_])?")
_MARKS = re.compile(r"[\"“”«»]")
COMMON = 0.12
"""A word that this share of all texts hold says nothing of what a report is about, unless it names a concept."""
FRAGMENT = 8
"""Words of a quotation that a reporter works into a sentence; what is longer is a quotation like any other."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """Claims over one clause or quotation of one article, and what they speak of.

    `marks` are the concepts, actors and places in it; `quoted` the words that stand in quotation marks;
    `speaker` is whom the article quotes for it, None where it speaks for itself; `by_name` whether that one is named
    ("officials" are not).
    """

    claims: tuple[Claim, ...]
    at: Selector
    marks: frozenset[str]
    quoted: frozenset[str]
    speaker: str | None
    by_name: bool
    denied: bool
    events: tuple[Event, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    sentence: int

    @property
    def article(self) -> str:
        """The article that makes it."""
        return self.claims[0].article

    @property
    def origins(self) -> frozenset[str]:
        """The origins of its claims."""
        return frozenset(c.origin or c.article for c in self.claims)


class Names:
    """Who and what is named where in a record: mentions of actors and places by page and offset."""

    def __init__(self, record: Record) -> None:
        self._at: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for actor in (a for a in record.actors if a.named):  # "the union" is told by its words
            for mention in actor.mentions:
                s = mention.selector
                self._at[s.page].append((s.start, s.end, f"@{actor.id}"))
        for place in record.places:
            for s in place.mentions:
                self._at[s.page].append((s.start, s.end, f"@{place.id}"))
        for spans in self._at.values():
            spans.sort()

    def inside(self, at: Selector) -> list[tuple[int, int, str]]:
        """The longest mentions inside `at`, in order: start, end, and the mark of what they name."""
        spans = self._at.get(at.page, [])
        found: list[tuple[int, int, str]] = []
        for start, end, mark in spans[bisect_left(spans, (at.start, 0, "")) :]:
            if start >= at.end:
                break
            if end > at.end:
                continue
            while found and found[-1][0] == start and found[-1][1] < end:
                found.pop()
            if not found or start >= found[-1][1] or (start, end) == found[-1][:2]:
                found.append((start, end, mark))
        return found


def marks_of(at: Selector, names: Names) -> frozenset[str]:
    """What the words of `at` name: actors and places by id, all other words that tell something by their concept."""
    named = names.inside(at)
    covered = [(s, e) for s, e, _ in named]
    found = {mark for _, _, mark in named}
    shares, groups = word_shares(), concepts()
    for match in _WORD.finditer(at.exact):
        start = at.start + match.start()
        root = stem(match.group())
        tells = root in groups or (len(root) > 1 and shares.get(root, 0.0) < COMMON)
        if tells and not any(s <= start < e for s, e in covered):
            found.add(groups.get(root, root))
    return frozenset(found)


def quoted_words(at: Selector, before: str) -> frozenset[str]:
    """Stems of telling words in short quotations inside `at`; `before` is the text before it: a mark may be open."""
    inside = len(_MARKS.findall(before)) % 2 == 1
    found: set[str] = set()
    pieces = _MARKS.split(at.exact)
    for i, piece in enumerate(pieces):
        words = _WORD.findall(piece)
        if len(pieces) > 1 and (i % 2 == 1) != inside and len(words) <= FRAGMENT:
            found.update(stem(w) for w in words if word_shares().get(stem(w), 0.0) < COMMON)
    return frozenset(found)


def speaker_of(claims: Sequence[Claim]) -> str | None:
    """Whom the article quotes for these claims: the speaker of a quote claim before that of any other."""
    named = [c for c in claims if c.asserted_by != "article"]
    return min(named, key=lambda c: (c.kind != "quote", c.id)).asserted_by if named else None
