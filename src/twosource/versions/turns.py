"""In what one form of a sentence says something else than another, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.model import Aspect, Selector
from twosource.versions.align import likeness
from twosource.versions.edits import aspects, edits, span
from twosource.versions.words import Sentence, Word, is_number

MOST_TURNS = 3
"""Edits of one sentence that are told one by one; beyond them it was written anew, and both are shown whole."""


def turns(before: Sentence, after: Sentence) -> Iterator[tuple[Aspect, Selector, Selector]]:
    """In what the later form says something else, the words that said it before, and those that say it now."""
    alike = likeness(before, after)
    told = [(found[0], e) for e in edits(before, after) if (found := aspects(e, before, after, alike))]
    if len(told) > MOST_TURNS:
        yield told[0][0], before.at, after.at
        return
    for aspect, edit in told:
        words = _only_numbers(before, after) if aspect == "quantity" else None
        one, two = (counted(w, s) for w, s in zip(words or (edit.before, edit.after), (before, after), strict=True))
        if one and two:
            yield aspect, one, two
        else:  # a "not" that came in or went: only the whole sentences can be shown beside one another
            yield aspect, before.at, after.at


def _only_numbers(before: Sentence, after: Sentence) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The one number that went and the one that came, wherever the words around them were put."""
    gone = tuple(w for w in before.words if is_number(w.norm) and w.norm not in after.key)
    come = tuple(w for w in after.words if is_number(w.norm) and w.norm not in before.key)
    return (gone, come) if len(gone) == len(come) == 1 else None


def counted(words: Sequence[Word], sentence: Sentence) -> Selector | None:
    """The words, or the whole number or name that they stand in: "at least 12", "Karl Berg"."""
    at = span(words, sentence)
    reading = sentence.reading
    numbers = (q.selector for q in reading.quantities)
    names = (m.selector for a in reading.actors for m in a.mentions if m.form == "name")
    return next((s for s in (*numbers, *names) if at and s.covers(at)), at)
