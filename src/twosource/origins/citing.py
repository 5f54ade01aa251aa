"""The agencies a report rests on: credited as a whole, cited in its lead, or cited twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, Page, Selector
from twosource.origins.credits import agencies, credit
from twosource.origins.words import Running, word_hash
from twosource.vocab.wires import wire_names
from twosource.vocab.word_shares import word_shares

_VERB = r"(?:reported|reports?|said|says|wrote|writes|quoted|cited)"
_BITS = 16
_SHIFT = np.uint64(64 - _BITS)
_ABOUT = 80
"""Characters around an agency's name that are searched: the longest citation has 70."""


def follows(page: Page, article: Article, words: Running) -> dict[str, tuple[Selector, ...]]:
    """The agencies the report rests on, and the words that say so: credited as a whole, cited in its lead or twice."""
    found = {
        wire: tuple(w.selector for w in article.wires if w.name == wire and w.selector)
        for wire in agencies(article)
        if credit(page, article, wire) == "whole"
    }
    for wire, cited in _cited(page, article, words).items():
        if wire not in found and (len(cited) > 1 or cited[0].start < _lead_end(article)):
            found[wire] = cited
    return dict(sorted(found.items()))


def _cited(page: Page, article: Article, words: Running) -> dict[str, tuple[Selector, ...]]:
    perhaps, names = _named()
    near = np.flatnonzero(perhaps[words.hashes >> _SHIFT]).tolist()
    named = [at for at in near if int(words.hashes[at]) in names]
    if not named:
        return {}
    found: dict[str, dict[int, Selector]] = {}
    for start, end in _around(article, words.starts[named].tolist()):
        for match in _citation().finditer(page.text, start, end):
            name = match.group("before") or match.group("after")
            at = Selector.of(page, match.start(), match.end())
            found.setdefault(wire_names()[name].name, {})[match.start()] = at
    return {wire: tuple(at.values()) for wire, at in sorted(found.items())}


def _around(article: Article, offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What stands around these words, as far as their blocks reach; nothing of blocks that are no running text."""
    starts = [block.start for block in article.blocks]
    for at in offsets:
        block = article.blocks[bisect_right(starts, at) - 1]
        if block.role in ("lead", "body"):
            yield max(block.start, at - _ABOUT), min(block.end, at + _ABOUT)


@cache
def _named() -> tuple[NDArray[np.bool_], frozenset[int]]:
    """The hashes of the rarest words of agencies' names; and by its first bits whether a hash may be among them.

    To search all of every report for citations would take longer than all else together.
    """
    names = frozenset(map(_hash_of, wire_names()))
    perhaps = np.zeros(1 << _BITS, np.bool_)
    perhaps[[name >> (64 - _BITS) for name in names]] = True
    return perhaps, names


def _hash_of(name: str) -> int:
    words = re.findall(r"\w+", name)
    return word_hash(min(words, key=lambda w: (word_shares().get(w.lower(), 0.0), -len(w), w)))


@cache
def _citation() -> re.Pattern[str]:
    """Finds "AP said", "the Associated Press reported", "told AFP", "according to Reuters"."""
    names = "|".join(sorted(map(re.escape, wire_names()), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?<![\w/.-])(?P<before>{names})(?:\snews agency)?\s{_VERB}\b"
        rf"|\b(?:told|according to|citing|quoted by|cited by)\s(?:the\s)?(?P<after>{names})(?![\w-])"
    )


def _lead_end(article: Article) -> int:
    """Where the second running block ends."""
    running = [b for b in article.blocks if b.role in ("lead", "body")][:2]
    return running[-1].end if running else 0
