"""Asides: what stands between a verb of speech and what was said, and tells when, where or to whom it was said."""

from __future__ import annotations

from twosource.quotes.passage import Passage
from twosource.quotes.words import NOMINAL, POSSESSIVE
from twosource.vocab.speech import cue_words

NEAR_DAYS = frozenset(("this", "last", "earlier", "early", "late", "that"))
IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"))
FOR_PART = (("for", "on"), POSSESSIVE, ("part", "side"))
LONGEST = 8
"""Words in one aside: "at a joint news conference in Rome" has two, of five and two words."""


def after_asides(p: Passage, i: int, high: int) -> int:
    """The first word from `i` on that is in no aside: past "later", "on Tuesday", "in a statement", "to reporters"."""
    while i < high and p.outside(i):
        step = _aside(p, i, high)
        if step == i:
            break
        i = step
    return i


def _aside(p: Passage, i: int, high: int) -> int:
    """The word after the aside that begins at word `i`; `i` where none does."""
    word, tag = p.lower[i], p.tags[i]
    if _is_time(p, i) or (tag == "ADV" and word.endswith("ly")):
        return i + 1
    if word in NEAR_DAYS and i + 1 < high and _names_time(p, i + 1):
        return i + 2
    if word == ",":
        return _turn(p, i, high)
    return _phrase(p, i, high) if tag == "ADP" and word in cue_words("aside") else i


def _turn(p: Passage, i: int, high: int) -> int:
    """The word after a turn between commas: ", however," and ", for her part,"; `i` where none stands at word `i`."""
    close = next((k for k in range(i + 2, min(high, i + 2 + len(FOR_PART))) if p.words[k] == ","), None)
    if close is None or not all(map(p.outside, range(i, close + 1))):
        return i
    inner = p.lower[i + 1 : close]
    parts = len(inner) == len(FOR_PART) and all(w in known for w, known in zip(inner, FOR_PART, strict=True))
    return close + 1 if parts or " ".join(inner) in cue_words("turning") else i


def _names_time(p: Passage, i: int) -> bool:
    return p.words[i] in cue_words("day") or p.lower[i] in cue_words("time")


def _is_time(p: Passage, i: int) -> bool:
    if p.words[i] in cue_words("day"):
        return i + 1 >= len(p) or p.lower[i + 1] != "'s"
    if p.tags[i] == "NUM":
        return i > 0 and p.words[i - 1] in cue_words("day")
    return p.lower[i] in cue_words("time") and p.tags[i] in ("ADV", "NOUN") and p.lower[i] not in ("this", "last")


def _phrase(p: Passage, i: int, high: int) -> int:
    """The end of a phrase such as "in a statement" or "to the governors"; `i` where the phrase may be content."""
    for k in range(i + 1, min(high, i + LONGEST)):
        if not p.outside(k) or p.tags[k] not in IN_PHRASE:
            break
        last = k + 1 >= high or p.tags[k + 1] not in NOMINAL or p.words[k + 1] in cue_words("day")
        if last and (_tells_where(p, k) or (p.lower[i] == "to" and p.tags[k] in NOMINAL)):
            return k + 1
    return i


def _tells_where(p: Passage, k: int) -> bool:
    word = p.lower[k]
    known = any(word in cue_words(kind) for kind in ("aside_noun", "hearer", "time"))
    return known or p.words[k] in cue_words("day") or p.words[k].isdecimal()
