"""Signs of money before a number: "$5", "S$3 million", "Rs. 500", "N50 million", "Ksh400"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.vocab.counts import units
from twosource.vocab.numbers import number_words

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_SIGNS = frozenset("$¢₵")
"""Signs that letters right before them make that of another country: HK$, GH₵."""
_ANY_CASE = frozenset({"rs", "usd", "eur", "gbp"})


def money_before(words: Words, i: int) -> tuple[str, int] | None:
    """The code of the currency whose sign stands before the number at word `i`, and the first word of the sign."""
    if not i:
        return None
    at = i - 1 - (i > 1 and words.lower[i - 1] == "." and words.ends[i - 2] == words.starts[i - 1])
    sign = words.lower[at]
    if sign in _SIGNS and at and words.ends[at - 1] == words.starts[at]:
        code = _code(words.lower[at - 1] + sign)
        if code is not None:
            return code, at - 1
    code = _code(sign)
    if code is None or not _fits(words, at, i):
        return None
    return code, at


def is_money(words: Words, i: int) -> bool:
    """Whether the letters right before the number at word `i` are a sign of money, which "G6" and "N95" have not."""
    found = money_before(words, i)
    start = words.starts[found[1]] if found else 0
    before = words.text[start - 1] if start else " "
    return found is not None and not (before.isalnum() or before in "-_./#")


def _code(sign: str) -> str | None:
    return next((phrase.means for phrase in units("before").get(sign, ()) if len(phrase.words) == 1), None)


def _fits(words: Words, at: int, i: int) -> bool:
    """Whether letters are written as a sign; one letter alone makes money of large numbers only: "R15 million"."""
    written = words.written[at]
    if not written.isalpha() or written.lower() in _ANY_CASE:
        return True
    if not written[0].isupper():
        return False
    if len(written) > 1:
        return written.isupper() or written.lower() not in _CODES
    joined, known = words.ends[at] == words.starts[i], number_words().get(words.lower[i + 1])
    large = "," in words.written[i] or (known is not None and known.kind in ("scale", "suffix"))
    return joined and large


_CODES = frozenset(
    {"aed", "bdt", "idr", "inr", "kes", "lkr", "myr", "ngn", "npr", "php", "pkr", "rm", "sar", "sgd", "zar"}
)
"""Signs written in capitals only."""
