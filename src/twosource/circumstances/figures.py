"""Figures: a number, range or ratio from the word at which it begins, with its unit and hedges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.beside_figures import hedged, with_unit
from twosource.circumstances.fractions import fold, fraction, of_measure
from twosource.circumstances.numerals import DIGITS, numeral
from twosource.circumstances.words import DASHES
from twosource.vocab.numbers import NumberWord, number_words
from twosource.vocab.tags import tag_words

if TYPE_CHECKING:
    from twosource.circumstances.numerals import Numeral
    from twosource.circumstances.words import Words

_RATIO_WORDS = frozenset({"outnumbered", "outnumber", "outnumbering", "outgunned", "odds", "ratio"})
_RATIO_REACH = 8
_LINK_STARTS = frozenset({"to", "in", "and", "against", "or", "out"})


class Figure(NamedTuple):
    """How many, from word `first` up to `end`; `core` is the first word of the number itself, hedges left out."""

    first: int
    core: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    ordinal: bool = False
    ratio: tuple[float, float] | None = None
    unit: str | None = None
    one: bool = False

    @property
    def point(self) -> float | None:
        """The single value, None for a range."""
        return self.low if self.low == self.high else None


def figure(words: Words, i: int) -> Figure | None:
    """The figure whose number begins at word `i`, with what stands around it; None if none begins there."""
    in_digits = words.lower[i][0] in DIGITS
    bare = None if in_digits else _in_words(words, i)
    number = None if bare is not None else numeral(words, i)
    if number is not None:
        bare = _of_two(words, number) or _one_among(words, number) or _plain(words, number)
    if bare is None:
        return None
    return hedged(words, with_unit(words, bare))


def _in_words(words: Words, i: int) -> Figure | None:
    """What number words beside the plain ones tell: dozens, half a million, two-thirds, half a mile, tenfold."""
    if times := fold(words.lower[i]):
        return Figure(i, i, i + 1, times, times, unit="fold")
    if part := of_measure(words, i):
        return Figure(i, i, part[0], part[1], part[1])
    return _vague(words, i) or _article_number(words, i) or _of_whole(words, i)


def _plain(words: Words, number: Numeral) -> Figure:
    i, end = number.first, number.end
    half = words.lower[end : end + 3]
    value = number.value
    if half == ["and", "a", "half"] and not number.ordinal:
        scaled = _half_scaled(words, end + 3)
        return Figure(i, i, end + 3 + (scaled > 1), (value + 0.5) * scaled, (value + 0.5) * scaled)
    round_words = number.words and words.lower[end - 1] == "dozen"
    lone = number.words and value == 1 and end == i + 1
    return Figure(i, i, end, value, value, approximate=round_words, ordinal=number.ordinal, one=lone)


def _half_scaled(words: Words, i: int) -> float:
    known = _word(words, i)
    return known.value if known is not None and known.kind == "scale" else 1.0


def _vague(words: Words, i: int) -> Figure | None:
    """Dozens, tens of thousands, several hundred, a handful of: a least value and, but for "couple", no greatest."""
    lower, at = words.lower, i + (words.lower[i] == "a")
    known = _FEW if at > i and lower[at : at + 1] == ["few"] else _word(words, at)
    if known is None or known.kind != "vague" or (at > i) != (known is _FEW or lower[at] in ("couple", "handful")):
        return None
    of = lower[at + 1 : at + 2] == ["of"]
    scale = _word(words, at + 2) if of else _word(words, at + 1)
    many = of and scale is not None and scale.kind == "vague" and scale.value >= 1000 > known.value
    few = scale is not None and scale.kind == "scale" and (not of or known.most is not None)  # "a couple of hundred"
    if scale is None or not (many or few):
        return Figure(i, at, at + 1, known.value, known.most, approximate=True)
    most = known.most * scale.value if known.most is not None else None
    return Figure(i, at, at + 2 + of, known.value * scale.value, most, approximate=True)


_FEW = NumberWord("vague", 3, None)


def _word(words: Words, i: int) -> NumberWord | None:
    """The number word at `i`, None if there is none."""
    return number_words().get(words.lower[i]) if i < len(words.lower) else None


def _article_number(words: Words, i: int) -> Figure | None:
    """A dozen, a hundred, half a million, half a dozen: round numbers, so approximate."""
    lower = words.lower
    half = lower[i] == "half" and lower[i + 1 : i + 2] in (["a"], ["an"])
    if not half and lower[i] not in ("a", "an"):
        return None
    at = i + 2 if half else i + 1
    known = _word(words, at)
    if known is None or known.kind != "scale":
        return None
    number = numeral(words, at)
    if number is None:
        return None
    value = number.value / 2 if half else number.value
    return Figure(i, at, number.end, value, value, approximate=True)


def _of_whole(words: Words, i: int) -> Figure | None:
    """A third of, two-thirds; of a round number ("a quarter of a million") it is that part."""
    found = fraction(words, i)
    if found is None:
        return None
    end, part, whole = found
    if words.lower[end : end + 2] in (["of", "a"], ["of", "an"]):
        scale = _word(words, end + 2)
        if scale is not None and scale.kind == "scale":
            value = scale.value * part / whole
            return Figure(i, i, end + 3, value, value, approximate=True)
    return Figure(i, i, end, None, None, ratio=(part, whole))


def _of_two(words: Words, a: Numeral) -> Figure | None:
    """A ratio or a range, whose two numbers are linked."""
    b, link = _second(words, a)
    if b is None or a.ordinal or b.ordinal:
        return None
    return _ratio(words, a, b, link) or _range(words, a, b, link)


def _ratio(words: Words, a: Numeral, b: Numeral, link: str) -> Figure | None:
    """One to 10 (where the words before speak of odds), 10-to-1, one in five."""
    i = a.first
    near = _RATIO_WORDS.intersection(words.lower[max(0, i - _RATIO_REACH) : i])
    if link in ("to", "against") and (near or (1 in (a.value, b.value) and "-" in words.lower[a.end : b.first])):
        return _ratio_of(a, b)
    if link in ("in", "out of") and a.value < b.value <= 100 and a.words and (b.plain or b.words):
        small = a.value == 1 or link == "out of"
        return _ratio_of(a, b) if small and b.value >= 2 else None
    return None


def _ratio_of(a: Numeral, b: Numeral) -> Figure:
    return Figure(a.first, a.first, b.end, None, None, ratio=(a.value, b.value))


def _one_among(words: Words, a: Numeral) -> Figure | None:
    """One pupil in five, one train in four: no noun follows, as in "one goal in ten games"."""
    if a.value != 1 or not a.words:
        return None
    at = next((k for k in (a.end + 1, a.end + 2) if words.lower[k : k + 1] == ["in"]), None)
    if at is None or at + 1 >= len(words.lower) or not all(_is_noun(words.lower[k]) for k in range(a.end, at)):
        return None
    b = numeral(words, at + 1)
    if b is None or b.ordinal or not 2 <= b.value <= 100 or not (b.plain or b.words):
        return None
    after = words.lower[b.end] if b.end < len(words.lower) else "."
    return None if after[0].isalpha() and _is_noun(after) else _ratio_of(a, b)


def _is_noun(word: str) -> bool:
    """Whether a word is mostly a noun or an adjective, or one that nothing is known of."""
    states = tag_words().get(word, {})
    return word.isalpha() and (not states or max(states, key=lambda s: states[s]).startswith(("NOUN", "ADJ")))


def _second(words: Words, a: Numeral) -> tuple[Numeral | None, str]:
    """The number after a first one, and what stands between them: to, in, a dash, and."""
    at = a.end
    between = words.lower[at : at + 3]
    if not between or (between[0] not in _LINK_STARTS and between[0] not in DASHES):
        return None, ""
    for length in (1, 2, 3):
        link = "".join(w if w not in DASHES else "-" for w in between[:length])
        if link in ("to", "in", "-", "and", "against", "or", "outof", "-to-", "-in-"):
            b = numeral(words, at + length) if at + length < len(words.lower) else None
            if b is not None:
                return b, {"outof": "out of", "-to-": "to", "-in-": "in"}.get(link, link)
    return None, ""


def _range(words: Words, a: Numeral, b: Numeral, link: str) -> Figure | None:
    """3,000-4,000; between 10 and 15; 10 to 15 million; three or four."""
    i = a.first
    low, high = _same_scale(a, b)
    before = words.lower[i - 1] if i else ""
    if low >= high or (link == "to" and before == "from"):
        return None
    if link == "-" or link in ("to", "or"):
        return Figure(i, i, b.end, low, high, approximate=True)
    if link == "and" and before == "between":
        return Figure(i - 1, i, b.end, low, high, approximate=True)
    return None


def _same_scale(a: Numeral, b: Numeral) -> tuple[float, float]:
    """Of "10 to 15 million" both numbers in the scale of the second, where that makes a range of them."""
    for scale in (1e9, 1e6, 1e3):
        if b.value >= scale > a.value and not b.plain and a.end - a.first == 1 and a.value * scale < b.value:
            return a.value * scale, b.value
    return a.value, b.value
