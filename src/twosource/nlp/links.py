"""What two words of a sentence look like as head and dependent: the features of the tables of heads.py."""

from __future__ import annotations

from collections.abc import Sequence

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
_INSIDE_NOUNS = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "ADV", "SYM"))
_BEFORE_VERBS = frozenset(("ADV", "AUX", "PART", "PRON", "NOUN", "PROPN", "DET", "ADJ"))
WINDOW = 30
"""Words: heads further away than this are not looked for; 0.4% of the links of EWT are longer."""


def upos(state: str) -> str:
    """The UD tag of a state."""
    return state.partition(".")[0]


def openings(words: Sequence[str], states: Sequence[str]) -> list[str]:
    """For each word, what opens its phrase: `of`, `adp`, `to`, `mark`, `wh`, `cc` or nothing."""
    return [_opening(words, states, i) for i in range(len(words))]


def _opening(words: Sequence[str], states: Sequence[str], i: int) -> str:
    tag = upos(states[i])
    inside = _INSIDE_NOUNS if tag in _NOMINAL else _BEFORE_VERBS if tag in ("VERB", "AUX", "ADJ") else ()
    for k in range(i - 1, max(-1, i - 7), -1):
        before = upos(states[k])
        found = _opener(words[k], states[k], before)
        if found:
            return found
        if before not in inside:
            return ""
    return "start" if i < 7 and inside else ""


def _opener(word: str, state: str, tag: str) -> str:
    if state == "PART.TO":
        return "to"
    if state in ("PRON.WP", "PRON.WDT", "ADV.WRB"):
        return "wh"
    if tag == "ADP":
        return "of" if word.lower() == "of" else "adp"
    return {"SCONJ": "mark", "CCONJ": "cc"}.get(tag, "")


def bucket(distance: int) -> str:
    """How far a head is: L before its dependent, R after it; 1 to 4, 5 to 6 (5), 7 to 11 (8), more (9)."""
    size = abs(distance)
    steps = str(size) if size < 5 else "5" if size < 7 else "8" if size < 12 else "9"
    return ("R" if distance > 0 else "L") + steps


class Between:
    """Counts verbs, punctuation and nouns up to each word, so that any stretch is looked up at once."""

    def __init__(self, states: Sequence[str]) -> None:
        self._sums = [(0, 0, 0)]
        for state in states:
            v, p, n = self._sums[-1]
            tag = upos(state)
            self._sums.append((v + (tag == "VERB"), p + (tag == "PUNCT"), n + (tag in ("NOUN", "PROPN"))))

    def flags(self, a: int, b: int) -> str:
        """Which of verbs (v), punctuation (p), nouns (n) stand strictly between two words, in either order."""
        low, high = self._sums[min(a, b) + 1], self._sums[max(a, b)]
        return "".join(sign for sign, x, y in zip("vpn", low, high, strict=True) if y > x)
