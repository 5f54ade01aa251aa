"""What the model of lines looks at: a row of figures for each line, its neighbours and its place included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from twosource.articles.columns import Column, best_run, shifted, since, streak, until, windows
from twosource.articles.lines import Line
from twosource.vocab.line_cues import function_words

Matrix = NDArray[np.float32]

CUE_ROLES = ("navigation", "promo", "notice", "comment", "byline", "credit", "caption")

_LONG = 120
"""Characters from which a line that ends like a sentence counts as a paragraph of running text."""
_READ = 4000
"""Characters of a line that are looked at: what a line is shows in its beginning."""

_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ]")
_CLAUSE = re.compile(r"[,;:–—]")
_INNER_END = re.compile(r"[.!?][\"”’')]{0,2} [\"“‘'(]{0,2}[A-Z0-9À-ÖØ-Þ]|[。！？]")
_SEPARATOR = re.compile(r"[|•·»›→>/\\▼×✕]| [-–] ")
_QUOTE = re.compile(r"[\"“”«»„]")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d"
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d\b|\bago\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|(?:^|\s)[@#]\w")
_SIGNS_OF_ADDRESS = ("http", "www.", "@", "#")
_YOU = frozenset({"you", "your", "we", "our", "us", "i", "my", "me"})
_ENDS = tuple('.!?。！？…"”’')
_TRAILS = tuple("…>|»")

# Columns of the figures of a line alone that others are built on.
_LENGTH, _FUNCTIONS, _ENDED, _CAPITALS, _DATED, _APART = 0, 2, 4, 7, 14, 21
_CUES = 22


def features(lines: Sequence[Line]) -> Matrix:
    """One row a line, at least one line. Time grows with the length of the text."""
    seen = Counter(line.text for line in lines)
    own = np.array([_alone(line, seen[line.text]) for line in lines], dtype=np.float32)
    prose = _prose(own)
    return np.column_stack([own, *_places(lines, own, prose), *_neighbours(own, prose)])


def _alone(line: Line, times: int) -> list[float]:
    """The figures that rest on the line alone; `times`: how often the page has it."""
    text, words = line.text[:_READ], line.runs
    length, count = len(line.text), max(1, len(words))
    functions = sum(map(function_words().__contains__, words))
    figures = _DIGIT.search(text) is not None
    bare = text.rstrip("\"”’')» ")
    return [
        log1p(length), log1p(count), functions / count, min(functions, 60) / 10,
        bare.endswith(_ENDS), text.endswith(":"), text.endswith(_TRAILS),
        len(_CAPITAL.findall(text)) / count, text[:1].islower(), text.isupper(),
        len(_CLAUSE.findall(text)) / count, min(len(_INNER_END.findall(text)), 10),
        len(_SEPARATOR.findall(text)) / count, min(len(_QUOTE.findall(text)), 6),
        (figures or "ago" in text.lower()) and _DATE.search(text) is not None,
        figures and _CLOCK.search(text) is not None,
        any(sign in text for sign in _SIGNS_OF_ADDRESS) and _ADDRESS.search(text) is not None,
        sum(map(_YOU.__contains__, words)) / count, sum(map(str.isdecimal, words)) / count,
        min(length / count, 40.0), min(times, 4), line.apart, *_cues(line),
    ]  # fmt: skip


def _cues(line: Line) -> list[float]:
    counts = [0.0] * (2 * len(CUE_ROLES))
    for cue in line.cues:
        counts[2 * CUE_ROLES.index(cue.role) + (cue.force == "sure")] += 1.0
    return counts


def _prose(own: Matrix) -> Column:
    """Which lines are paragraphs of running text, by their length and end."""
    lengths = np.expm1(own[:, _LENGTH])
    return ((lengths >= _LONG) & (own[:, _ENDED] > 0) | (lengths >= 3 * _LONG)).astype(np.float32)


def _places(lines: Sequence[Line], own: Matrix, prose: Column) -> list[Column]:
    """Where in the page, in its group of lines, after its title and between its paragraphs a line stands."""
    n = len(lines)
    lengths = np.expm1(own[:, _LENGTH])
    weight = np.where(prose > 0, lengths, 0.0)
    whole = max(float(weight.sum()), 1.0)
    starts = np.array([i == 0 or line.apart for i, line in enumerate(lines)])
    group = np.cumsum(starts) - 1
    index = np.arange(n, dtype=np.float32)
    shared = _shared(lines)
    titled = ((shared >= 0.7) & (lengths > 15) & (lengths < 200)).astype(np.float32)
    return [
        index / n, np.log1p(index), np.log1p(n - 1 - index), np.full(n, np.log1p(n)),
        (np.cumsum(weight) - weight) / whole, weight / whole, np.full(n, np.log1p(whole)),
        np.full(n, whole / max(1.0, float(lengths.sum()))),
        np.log1p(np.bincount(group)[group]), np.log1p(index - np.flatnonzero(starts)[group]),
        shared, since(titled), until(titled), since(prose), until(prose),
        _topical(lines, prose), streak(prose), streak(1.0 - own[:, _ENDED]),
    ]  # fmt: skip


def _shared(lines: Sequence[Line]) -> Column:
    """The share of a line's words that stand in the first line too, which is often the title."""
    title = set(lines[0].runs)
    return np.array([sum(w in title for w in line.runs) / max(1, len(line.runs)) for line in lines], np.float32)


def _topical(lines: Sequence[Line], weight: Column) -> Column:
    """The share of a line's longer words that other lines use too, those with weight at least 0.5."""
    known = function_words()
    content = [{w for w in line.runs if len(w) > 4 and w not in known} for line in lines]
    flags = (weight >= 0.5).tolist()
    used = Counter(w for words, flag in zip(content, flags, strict=True) if flag for w in words)
    shares = [
        sum(used[w] > own for w in words) / len(words) if words else -0.2
        for words, own in zip(content, flags, strict=True)
    ]
    return np.array(shares, dtype=np.float32)


def _neighbours(own: Matrix, prose: Column) -> list[Column]:
    """Lengths, function words, sentence ends, dates and cues of the lines around."""
    lengths = np.expm1(own[:, _LENGTH])
    text = np.minimum(lengths, 1000) * (own[:, _FUNCTIONS] > 0.2)
    sure = (own[:, _CUES + 1 :: 2].sum(axis=1) > 0).astype(np.float32)
    talk = own[:, _CUES + 2 * CUE_ROLES.index("comment") + 1]
    teaser = own[:, _CUES + 2 * CUE_ROLES.index("promo") + 1]
    dated = ((own[:, _DATED] > 0) & (lengths < 70)).astype(np.float32)
    beside = (_LENGTH, _FUNCTIONS, _ENDED, _CAPITALS, _APART)
    near = [shifted(own[:, k], by) for k in beside for by in (-3, -2, -1, 1, 2, 3)]
    wide, *runs = windows([text, prose, sure, dated, 1.0 - own[:, _ENDED]], (2, 5, 12))
    cues = [since(talk), since(teaser), since(sure), until(sure)]
    return [*near, *np.log1p(wide), *(sums for one in runs for sums in one), *cues]


def context(lines: Sequence[Line], likely: Column) -> Matrix:
    """What a first guess at every line tells of its neighbours; `likely`: the chance of each to be the report."""
    n = len(lines)
    size = np.array([min(len(line.runs), 150) for line in lines], dtype=np.float32)
    first, last = best_run((likely - 0.5) * size)
    index = np.arange(n, dtype=np.float32)
    mass = likely * size
    whole = max(1.0, float(mass.sum()))
    around = windows([likely, mass, size], (2, 4, 8))
    return np.column_stack([
        likely, (index >= first) & (index <= last), np.log1p(np.maximum(first - index, 0)),
        np.log1p(np.maximum(index - last, 0)), np.clip((index - first) / max(1, last - first), -2, 3),
        mass, np.full(n, np.log1p(whole)), np.cumsum(mass) / whole, _topical(lines, likely),
        *(shifted(likely, by) for by in (-3, -2, -1, 1, 2, 3)),
        *(sums / (2 * reach) for sums, reach in zip(around[0], (2, 4, 8), strict=True)),
        *(around[1] / np.maximum(around[2], 1.0)),
    ]).astype(np.float32)  # fmt: skip
