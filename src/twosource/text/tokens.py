"""Words and marks, cut as UD English EWT cuts them: clitics apart ("did|n't", "France|'s"), hyphens apart ("US|-|led").

A name with hyphens is therefore several tokens ("Al|-|Shabaab"); a name is a span of code points, which joins them.
Prefixes that EWT leaves on (co-founder, e-mail, non-profit) stay where a small letter follows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.vocab.abbreviations import abbreviations

_MARK_IN_WORD = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200c\u200d\u00ad"
_LETTER = rf"[\w{_MARK_IN_WORD}]"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”]{1,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
_WORD = (
    r"(?:[A-Za-z]\.){2,9}|[A-Z]{1,3}&[A-Z]{1,3}(?!\w)"
    r"|\d{1,40}(?:[.,:/]\d{1,40}){0,12}"
    rf"(?:(?!(?:am|pm|km|kg|mm|cm|mph|bn|mn|m)(?!\w)){_LETTER}{{1,40}})?"
    r"|(?:[Ee]|[Cc]o|[Rr]e|[Nn]on|[Ee]x|[Vv]ice|[Mm]ulti|[Ss]emi|[Ss]ub|[Ii]nter)-(?=[a-z])\w{1,60}"
    rf"|[@#]\w{{1,100}}|{_LETTER}{{1,200}}(?:['’]{_LETTER}{{1,60}}){{0,4}}"
    r"|['’](?:s|re|ve|ll|d|m)(?!\w)|\.{2,10}|-{2,10}|[!?]{2,10}|[^\s\u200b\ufeff\u2060]"
)
_PLAIN = re.compile(rf"[A-Za-z]{{2,200}}(?=[ ,])|{_WORD}")  # most words are letters and a blank: no need to try all
_WITH_ADDRESSES = re.compile(f"{_ADDRESS}|{_WORD}")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
_AFTER_ADDRESS = ".,;:!?)]}'’\"”…"


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The tokens of `text[start:end]`, one sentence, as (start, end) code points in order."""
    end = len(text) if end is None else end
    piece = text[start:end]
    addresses = "@" in piece or "://" in piece or "www." in piece
    found: list[tuple[int, int]] = []
    for match in (_WITH_ADDRESSES if addresses else _PLAIN).finditer(text, start, end):
        a, b = match.span()
        if b - a == 1:
            _add_sign(text, a, found)
        elif addresses and ("://" in match.group() or "@" in match.group() or match.group().startswith("www.")):
            _add_address(text, a, b, found)
        elif cut := _cut(match.group()):
            found += ((a, a + cut), (a + cut, b))
        else:
            found.append((a, b))
    _free_last_stop(text, found)
    return found


def _add_sign(text: str, at: int, found: list[tuple[int, int]]) -> None:
    """A single character; a full stop joins the abbreviation or initial that it follows."""
    if text[at] == "." and found and found[-1][1] == at:
        a, b = found[-1]
        word = text[a:b]
        if word in abbreviations() or (b - a == 1 and word.isupper() and word != "I"):
            found[-1] = (a, at + 1)
            return
    found.append((at, at + 1))


def _add_address(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    cut = end
    while cut > start + 1 and text[cut - 1] in _AFTER_ADDRESS:
        cut -= 1
    found.append((start, cut))
    found.extend((k, k + 1) for k in range(cut, end))


@lru_cache(maxsize=50_000)
def _cut(word: str) -> int:
    """Where a word falls into two ("did|n't", "can|not"), 0 where it is one."""
    clitic = _CLITIC.search(word)
    return clitic.start() if clitic else _FUSED.get(word.lower(), 0)


def _free_last_stop(text: str, found: list[tuple[int, int]]) -> None:
    """The last full stop of a sentence is a token of its own after "Inc" or "J", but stays on in "U.S."."""
    last = len(found) - 1
    while last > 0 and found[last][1] - found[last][0] == 1 and text[found[last][0]] in "”’»\"')]":
        last -= 1
    if last < 0:
        return
    a, b = found[last]
    if b - a > 2 and text[b - 1] == "." and "." not in text[a : b - 1] and text[a].isalpha():
        found[last : last + 1] = [(a, b - 1), (b - 1, b)]
