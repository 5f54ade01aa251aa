"""When and where something was said: the time and the place that stand beside the cue, outside what was said."""

from __future__ import annotations

from twosource.model import Reading, Selector
from twosource.quotes.found import Found


def said_on(reading: Reading, f: Found) -> str | None:
    """The id of the time expression in the cue's own clause, None if there is none."""
    times = [(t.selector, t.id) for t in reading.times if t.timex.type in ("DATE", "TIME") and t.earliest]
    return _beside(f, times)


def said_in(reading: Reading, f: Found) -> str | None:
    """The id of the place in the cue's own clause that "in" or "at" precedes, None if there is none."""
    text = reading.page.text
    places = [
        (m, p.id) for p in reading.places for m in p.mentions if text[max(0, m.start - 4) : m.start].lower().endswith((" in ", " at "))
    ]
    return _beside(f, places)


def _beside(f: Found, known: list[tuple[Selector, str]]) -> str | None:
    """The one nearest to the cue among those in its sentence that stand in neither content nor speaker."""
    if f.cue_words is None or not known:
        return None
    p = f.cue_words.passage
    first, last = p.sentences[f.sentence] if f.sentence < len(p.sentences) else (0, len(p))
    low, high = p.starts[first], p.ends[last - 1]
    taken = [*f.content, *([f.speaker] if f.speaker else [])]
    near = [
        (abs(s.start - f.cue_words.end), s.start, name)
        for s, name in known
        if low <= s.start and s.end <= high and not any(t.start < s.end and s.start < t.end for t in taken)
    ]
    return min(near)[2] if near else None
