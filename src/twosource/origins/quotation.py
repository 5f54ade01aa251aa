"""Which words stand inside quotation marks: two reports that quote the same words do not copy each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.origins.characters import (
    AFTER_SPEECH,
    APOSTROPHE,
    BEFORE_QUOTE,
    CLOSES,
    GRAVE,
    LETTER,
    LINE,
    OPENS,
    SINGLE_CLOSES,
    SPACE,
    STRAIGHT,
    Codes,
    Tables,
    codes_of,
    tables_for,
)  # fmt: skip

Spans = list[tuple[int, int]]
_NOTHING, _LINE, _OPEN, _CLOSE, _OPEN_SINGLE, _CLOSE_SINGLE = range(6)
"""What a mark does where it stands."""
_ALWAYS = np.full(GRAVE + 1, _NOTHING)
_ALWAYS[[LINE, OPENS, CLOSES]] = _LINE, _OPEN, _CLOSE


def quoted_spans(text: str) -> Spans:
    """Spans of the text inside quotation marks, line by line; a lone mark reaches the line's end."""
    codes = codes_of(f"\n{text}\n")
    return [(start - 1, end - 1) for start, end in spans_of(codes, tables_for(codes))]


def spans_of(codes: Codes, tables: Tables) -> Spans:
    """The same for code points that begin and end with a line break, in offsets of these."""
    spans: Spans = []
    line, opened, closing, quoted = 1, -1, _CLOSE, False
    for at, after, does in _marks(codes, tables):
        if does == _LINE:
            if opened >= 0 and closing == _CLOSE:
                spans.append((opened, at))
            line, opened, quoted = after, -1, False
        elif opened < 0 and does in (_OPEN, _OPEN_SINGLE):
            opened, closing = at, _CLOSE if does == _OPEN else _CLOSE_SINGLE
        elif opened >= 0 and does == closing:
            spans.append((opened, after))
            opened, quoted = -1, True
        elif opened < 0 and does == _CLOSE and not quoted:
            spans.append((line, after))
            quoted = True
    return spans


def inside(spans: Spans, offsets: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each offset lies in one of the spans, which are in order and apart."""
    if not spans:
        return np.zeros(len(offsets), np.bool_)
    firsts, ends = np.array(spans).T
    nearest = np.searchsorted(firsts, offsets, side="right") - 1
    found: NDArray[np.bool_] = (nearest >= 0) & (offsets < ends[nearest])
    return found


def _marks(codes: Codes, tables: Tables) -> list[tuple[int, int, int]]:
    """Offset, end and effect of every mark that opens or closes a quotation, and of the line breaks around them."""
    marks = tables.marks[codes]
    places = np.flatnonzero(marks)[1:]  # the first is the line break before the text
    kinds = marks[places]
    does, ends = _effects(codes, tables, places, kinds)
    some = does != _NOTHING
    places, ends, does = places[some], ends[some], does[some]
    other = np.concatenate(([False], does != _LINE, [False]))
    beside = other[:-2] | other[1:-1] | other[2:]  # of line breaks only those around a mark matter: the others are many
    return list(zip(places[beside].tolist(), ends[beside].tolist(), does[beside].tolist(), strict=True))


def _effects(
    codes: Codes, tables: Tables, places: NDArray[np.int64], kinds: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What each mark does, apostrophes nothing, and where it ends: `` and '' (Penn Treebank) are one mark each."""
    before = tables.beside[codes[places - 1]]
    after = tables.beside[codes[np.minimum(places + 1, len(codes) - 1)]]
    opens = ((before & BEFORE_QUOTE) != 0) & ((after & SPACE) == 0)
    closes = ((before & AFTER_SPEECH) != 0) & ((after & LETTER) == 0)
    single = np.where(opens & (kinds != SINGLE_CLOSES), _OPEN_SINGLE, np.where(closes, _CLOSE_SINGLE, _NOTHING))
    straight = np.where(opens, _OPEN, _CLOSE)
    does = _ALWAYS[kinds]
    does[kinds == STRAIGHT] = straight[kinds == STRAIGHT]
    apostrophes = (kinds >= APOSTROPHE) & (kinds <= SINGLE_CLOSES)
    does[apostrophes] = single[apostrophes]
    first, second = _doubled(places, kinds)
    does[first] = np.where(kinds[first] == GRAVE, _OPEN, _CLOSE)
    does[second] = _NOTHING
    return does, places + 1 + first


def _doubled(places: NDArray[np.int64], kinds: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which marks are the first and which the second of `` or ''; of three in a row the third stands alone."""
    follows = np.zeros(len(places) + 1, np.bool_)
    follows[1:-1] = (np.diff(places) == 1) & (kinds[1:] == kinds[:-1])
    follows[:-1] &= (kinds == APOSTROPHE) | (kinds == GRAVE)
    number = np.arange(len(places))
    rank = number - np.maximum.accumulate(np.where(follows[:-1], 0, number)) if len(places) else number
    return (rank % 2 == 0) & follows[1:], rank % 2 == 1
