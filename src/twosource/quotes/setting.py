"""When and where something was said: the time and the place that stand beside the cue, outside what was said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from twosource.model import Reading, Selector
from twosource.quotes.found import Found

BEFORE_PLACE = re.compile(r"(?:\b(?:in|at)|\b(?:visit|trip|travels|tour) (?:to|of)) $", re.IGNORECASE)
FAR = 12
"""Code points before a place that such words take: "travels to "."""
Known = list[tuple[int, int, str]]


class Setting:
    """The times and places of one article, found by where they stand."""

    def __init__(self, reading: Reading, found: list[Found]) -> None:
        text = reading.page.text
        spans = [s for f in found for s in (*f.content, *([f.speaker] if f.speaker else []))]
        self._said = sorted((s.start, s.end, "") for s in spans)
        dated = [t for t in reading.times if t.timex.type in ("DATE", "TIME") and t.earliest]
        self._times = sorted((t.selector.start, t.selector.end, t.id) for t in dated)
        self._places = sorted(
            (m.start, m.end, place.id) for place in reading.places for m in place.mentions if _stays(text, m)
        )

    def time(self, f: Found) -> str | None:
        """The id of the time expression in the cue's own sentence, None if there is none."""
        return _beside(f, self._times, self._said)

    def place(self, f: Found) -> str | None:
        """The id of the place in the cue's own sentence after "in", "at" or "a visit to", None if there is none."""
        return _beside(f, self._places, self._said)


def _stays(text: str, mention: Selector) -> bool:
    return BEFORE_PLACE.search(text, max(0, mention.start - FAR), mention.start) is not None


def _beside(f: Found, known: Known, said: Known) -> str | None:
    """The one nearest to the cue among those in its sentence that stand in no speaker and in nothing said but the cue.

    What is said may hold the cue too, where another says it: "said that Low told him in Porto ...".
    """
    if f.cue_words is None or not known:
        return None
    p, cue = f.cue_words.passage, f.cue_words
    first, last = p.sentences[bisect_right(p.sentences, cue.first, key=itemgetter(0)) - 1]
    begun, ended = p.starts[first], p.ends[last - 1]
    begun, ended = _own_part(f, begun, ended)
    if p.role == "headline":  # its label says where the matter was: "Mill fire in Halden: door was locked, says chief"
        begun = max(begun, min(cue.start, f.content[0].start if f.content else begun))
    taken = [(a, b) for a, b, _ in _within(said, begun, ended) if not a <= cue.start < b]
    free = [k for k in _within(known, begun, ended) if not any(a < k[1] and k[0] < b for a, b in taken)]
    return min((abs(start - cue.end), start, name) for start, _, name in free)[2] if free else None


def _own_part(f: Found, begun: int, ended: int) -> tuple[int, int]:
    """The part of a sentence in which something is said: from a colon before the words on, to a comma after them.

    After that comma the report explains the words: "said he had lied, | a reference to the hearing last year".
    """
    said, last, cue = f.content[0], f.content[-1], f.cue_words
    p = said.passage
    after_mark = f.rule == "according_to" and said.first and p.words[said.first - 1] in (":", ";")
    if after_mark or f.rule == "content_around_cue":
        begun = max(begun, said.start)
    after = cue is not None and cue.passage is p and cue.last <= said.first
    if after and last.last < len(p) and p.words[last.last] == ",":
        ended = min(ended, last.end)
    return begun, ended


def _within(spans: Known, begun: int, ended: int) -> Known:
    """The spans that begin between two code points."""
    first, last = (bisect_left(spans, at, key=itemgetter(0)) for at in (begun, ended))
    return spans[first:last]
