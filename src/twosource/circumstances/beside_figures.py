"""What stands beside a number: its unit, a sign of money, hedges such as "at least" and "or more"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from twosource.circumstances.ages import age_end, is_age
from twosource.circumstances.money import money_before
from twosource.circumstances.words import DASHES
from twosource.vocab.counts import hedges, units
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.figures import Figure
    from twosource.circumstances.words import Words
    from twosource.vocab.counts import Effect, Phrase

Side = Literal["before", "after"]
_SIDES: tuple[Side, ...] = ("before", "after")


def with_unit(words: Words, f: Figure) -> Figure:
    """The figure with the unit beside it: "$5 million", "12 percent", "34-year-old", "aged 34"."""
    lower = words.lower
    if f.ordinal or f.ratio is not None or f.unit is not None:
        return f
    money = money_before(words, f.first)
    if money is not None:
        return f._replace(first=money[1], unit=money[0])
    age = age_end(words, f.end)
    if age is not None:
        return f._replace(end=age, unit="years")
    at = f.end + (f.end < len(lower) and lower[f.end] in DASHES)
    for phrase in units("after").get(lower[at], ()) if at < len(lower) else ():
        if tuple(lower[at : at + len(phrase.words)]) == phrase.words and phrase.words != ("won",):
            return _below_zero(words, f._replace(end=at + len(phrase.words), unit=phrase.means))
    return f._replace(unit="years") if is_age(words, f.core) else f


def _below_zero(words: Words, f: Figure) -> Figure:
    """The figure as it is, or of "minus 12 degrees" the one below zero."""
    if f.unit not in ("deg", "%") or f.point is None or words.lower[max(0, f.first - 1)] != "minus":
        return f
    return f._replace(first=f.first - 1, low=-f.point, high=-f.point)


def hedged(words: Words, f: Figure) -> Figure:
    """The figure widened by the hedges before and after it."""
    if f.ordinal:
        return f
    for side in _SIDES:
        for _ in range(2):
            hedge = _hedge(words, f, side)
            if hedge is None:
                break
            f = _widened(f, hedge, side)
    return f


def _hedge(words: Words, f: Figure, side: Side) -> Phrase | None:
    lower = words.lower
    at = f.first - 1 if side == "before" else f.end
    if not 0 <= at < len(lower):
        return None
    for phrase in hedges(side).get(lower[at], ()):
        size = len(phrase.words)
        start = at - size + 1 if side == "before" else at
        if start >= 0 and tuple(lower[start : start + size]) == phrase.words:
            return None if start and _belongs_to_verb(lower[start - 1], phrase) else phrase
    return None


def _belongs_to_verb(before: str, phrase: Phrase) -> bool:
    """Whether "over" or "up to" goes with the verb before it: "hand over 31", "went up to 31" are no 31 and more."""
    if phrase.words == ("up", "to"):
        return before in word_set("verbs with up")
    return phrase.words == ("over",) and before in word_set("verbs with over")


def _widened(f: Figure, phrase: Phrase, side: Side) -> Figure:
    size = len(phrase.words)
    f = f._replace(first=f.first - size) if side == "before" else f._replace(end=f.end + size)
    effect: Effect = phrase.means  # type: ignore[assignment]
    if effect == "about" or f.ratio is not None:
        return f._replace(approximate=True)
    if effect in ("least", "more"):
        return f._replace(high=None, approximate=True)
    return f._replace(low=None, high=f.high if f.high is not None else f.low, approximate=True)
