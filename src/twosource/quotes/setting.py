"""When and where something was said: the time and the place that stand beside the cue, outside what was said."""

from __future__ import annotations

import re
from bisect import bisect_left

from twosource.model import Reading, Selector
from twosource.quotes.found import Found

BEFORE_PLACE = re.compile(r"(?:\b(?:in|at)|\b(?:visit|trip|travels|tour) (?:to|of)) $", re.IGNORECASE)
FAR = 12
"""Code points before a place that such words take: "travels to "."""
Known = list[tuple[int, int, str]]


class Setting:
    """The times and places of one article, found by where they stand."""

    def __init__(self, reading: Reading) -> None:
        text = reading.page.text
        dated = [t for t in reading.times if t.timex.type in ("DATE", "TIME") and t.earliest]
        self._times = sorted((t.selector.start, t.selector.end, t.id) for t in dated)
        self._places = sorted(
            (m.start, m.end, place.id) for place in reading.places for m in place.mentions if _stays(text, m)
        )

    def time(self, f: Found) -> str | None:
        """The id of the time expression in the cue's own sentence, None if there is none."""
        return _beside(f, self._times)

    def place(self, f: Found) -> str | None:
        """The id of the place in the cue's own sentence after "in", "at" or "a visit to", None if there is none."""
        return _beside(f, self._places)


def _stays(text: str, mention: Selector) -> bool:
    return BEFORE_PLACE.search(text, max(0, mention.start - FAR), mention.start) is not None


def _beside(f: Found, known: Known) -> str | None:
    """The one nearest to the cue among those in its sentence that stand in neither content nor speaker."""
    if f.cue_words is None or not known:
        return None
    p, cue = f.cue_words.passage, f.cue_words
    first, last = next(((a, b) for a, b in p.sentences if a <= cue.first < b), (0, len(p)))
    taken = [*f.content, *([f.speaker] if f.speaker else [])]
    near = []
    for i in range(bisect_left(known, (p.starts[first],)), len(known)):
        start, end, name = known[i]
        if end > p.ends[last - 1]:
            break
        if not any(t.start < end and start < t.end for t in taken):
            near.append((abs(start - cue.end), start, name))
    return min(near)[2] if near else None
