"""The tagger: the likeliest path through the states that each word can have (a hidden Markov model, as in TnT).

Brants 2000, "TnT: a statistical part-of-speech tagger": words vote by how often they were seen in a state, unknown
words by their ending and their capital, neighbours by which state follows which. Bigrams, so that 550 words take
about a millisecond.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from twosource.nlp.lemmas import is_irregular_verb
from twosource.vocab.tags import tag_endings, tag_pairs, tag_words

Candidates = tuple[tuple[int, float], ...]
"""States that a word can have, by index, each with its weight."""
Ways = list[tuple[float, list[float]]]
"""For each state of a word: the score of the best way there, and what each state that may follow adds to it."""

_SIGNS = {
    ".": "PUNCT..", "!": "PUNCT..", "?": "PUNCT..", ",": "PUNCT.,", ":": "PUNCT.:", ";": "PUNCT.:", "…": "PUNCT.,",
    "-": "PUNCT.HYPH", "–": "PUNCT.:", "—": "PUNCT.:", "--": "PUNCT.:", "...": "PUNCT.,", "“": "PUNCT.``",
    "”": "PUNCT.''", "‘": "PUNCT.``", "«": "PUNCT.``", "»": "PUNCT.''", "(": "PUNCT.-LRB-", ")": "PUNCT.-RRB-",
    "[": "PUNCT.-LRB-", "]": "PUNCT.-RRB-", "$": "SYM.$", "£": "SYM.$", "€": "SYM.$", "%": "SYM.NN", "&": "CCONJ.CC",
    "/": "SYM.SYM", "+": "SYM.SYM", "=": "SYM.SYM", "#": "SYM.SYM", "*": "PUNCT.NFP",
}  # fmt: skip
_BOTH_WAYS = {'"': ("PUNCT.``", "PUNCT.''"), "'": ("PUNCT.``", "PUNCT.''", "PART.POS"), "’": ("PUNCT.''", "PART.POS")}
_OPENING = frozenset(("“", '"', "‘", ":"))
"""After these a capital may be that of a sentence."""
_NUMBER = re.compile(r"[\d.,:/]{1,60}$")
_ORDINAL = re.compile(r"\d{1,12}(?:st|nd|rd|th)$")
_PAST = {"VERB.VBD": 2.0, "VERB.VBN": 1.0}
"""States of an irregular form ("sang") that the treebanks do not have."""
_CLOSED = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART")
"""Classes that get no new words: an unknown word is in none of them."""
_RARE = 20
"""A word seen this often shows all states that it has; a rarer one may have others of words with its ending."""

_MOST = 5
"""States of a word that are looked at: 8 take half as long again and get .05% fewer words right (EWT dev)."""


class Tagger:
    """Holds the tables as logarithms; one for the process is enough (`tagger()`)."""

    def __init__(self) -> None:
        pairs = tag_pairs()
        self.states = sorted({s for following in pairs.values() for s in following} | pairs.keys())
        self._index = {s: i for i, s in enumerate(self.states)}
        total = sum(sum(f.values()) for f in pairs.values())
        seen = {s: sum(f.get(s, 0) for f in pairs.values()) for s in self.states}
        self._share = [math.log((seen[s] + 1) / total) for s in self.states]
        self._steps = [self._row(pairs.get(s, {}), seen, total) for s in self.states]
        self._start, self._end = self._index["<s>"], self._index["</s>"]
        self._known = lru_cache(maxsize=50_000)(self._candidates)

    def _row(self, following: dict[str, int], seen: dict[str, int], total: int) -> list[float]:
        """Log chances of the state that comes next; a tenth of the weight goes to how common that state is at all."""
        n = sum(following.values()) or 1
        return [math.log(0.9 * following.get(s, 0) / n + 0.1 * (seen[s] + 0.1) / total) for s in self.states]

    def tag(self, words: list[str], *, title_case: bool = False) -> list[str]:
        """The state of each word of a sentence; in `title_case` a capital says nothing."""
        best: Ways = [(0.0, self._steps[self._start])]
        table: list[tuple[Candidates, list[int]]] = []
        opening = True
        for word in words:
            known = self._known(word, opening or title_case)
            if len(best) == 1:
                best, back = self._after_one(*best[0], known), [0] * len(known)
            else:
                best, back = self._after_several(best, known)
            table.append((known, back))
            opening = word in _OPENING or (opening and not word[0].isalnum())
        return self._path(best, table)

    def _after_one(self, score: float, following: list[float], known: Candidates) -> Ways:
        """The ways to the states of a word after a word of one state; where it has one too, no score can change it."""
        if len(known) == 1:
            return [(score, self._steps[known[0][0]])]
        return [(score + following[state] + weight, self._steps[state]) for state, weight in known]

    def _after_several(self, best: Ways, known: Candidates) -> tuple[Ways, list[int]]:
        """The best way to each state that a word can have, and which of the ways to the word before it goes on."""
        ways, back = [], []
        for state, weight in known:
            score, came = -1e300, 0
            for k, (before, following) in enumerate(best):
                here = before + following[state]
                if here > score:
                    score, came = here, k
            ways.append((score + weight, self._steps[state]))
            back.append(came)
        return ways, back

    def _path(self, best: Ways, table: list[tuple[Candidates, list[int]]]) -> list[str]:
        k = max(range(len(best)), key=lambda i: best[i][0] + best[i][1][self._end])
        found = []
        for known, back in reversed(table):
            found.append(self.states[known[k][0]])
            k = back[k]
        return found[::-1]

    def _candidates(self, word: str, opening: bool) -> Candidates:
        """States that a word can have with their weights; `opening`: its capital may be that of a sentence."""
        word = word.replace("’", "'") if len(word) > 1 else word
        fixed = _fixed(word)
        if fixed:
            return tuple((self._index[s], 0.0) for s in fixed if s in self._index)
        votes = self._votes(word, opening)
        total = sum(votes.values())
        ranked = sorted(votes.items(), key=lambda x: (-x[1], x[0]))[:_MOST]
        return tuple((self._index[s], math.log(n / total) - self._share[self._index[s]]) for s, n in ranked)

    def _votes(self, word: str, opening: bool) -> dict[str, float]:
        low = word.lower()
        if not word[:1].isupper():
            if low not in tag_words() and is_irregular_verb(low):
                return dict(_PAST)
            return _blend(tag_words().get(low, {}), _by_ending(low, ""))
        inside, small = tag_words().get(word, {}), tag_words().get(low, {})
        if opening and small:
            guess = _by_ending(low, "^")
            both = {s: small.get(s, 0) + 0.5 * inside.get(s, 0) for s in small.keys() | inside.keys()}
            return _blend(both, {s: p for s, p in guess.items() if s.startswith("PROPN")})
        return _blend(inside, _by_ending(low, "^"))


def _fixed(word: str) -> tuple[str, ...]:
    """The states of signs and figures, which need no counting."""
    if word in _SIGNS:
        return (_SIGNS[word],)
    if word in _BOTH_WAYS:
        return _BOTH_WAYS[word]
    if word[0].isdecimal():
        if _NUMBER.match(word):
            return ("NUM.CD",)
        if _ORDINAL.match(word):
            return ("ADJ.JJ",)
        return ("NOUN.NNS", "NOUN.NN", "NUM.CD") if word.endswith("s") else ("NUM.CD", "NOUN.NN", "PROPN.NNP")
    if "://" in word or "@" in word[1:] or word.startswith("www."):
        return ("PROPN.ADD",)
    return () if any(c.isalnum() for c in word) else ("PUNCT.NFP", "SYM.SYM")


def _blend(seen: dict[str, float] | dict[str, int], guess: dict[str, float]) -> dict[str, float]:
    """Counts of a word, and for a rare one what its ending would say, with the weight of one sighting."""
    total = sum(seen.values())
    if total >= _RARE or not guess:
        return {s: float(n) for s, n in seen.items()}
    return {s: seen.get(s, 0) + guess.get(s, 0.0) for s in seen.keys() | guess.keys()}


@lru_cache(maxsize=50_000)
def _ending_shares(ending: str) -> tuple[tuple[str, float], ...]:
    counts = {s: n for s, n in tag_endings().get(ending, {}).items() if not s.startswith(_CLOSED)}
    total = sum(counts.values())
    return tuple((s, n / total) for s, n in counts.items())


def _by_ending(low: str, case: str) -> dict[str, float]:
    """Shares of states by the longest endings known; each shorter ending has a third of the say of the next longer."""
    shares: dict[str, float] = {}
    weight = 1.0
    for n in range(min(4, len(low) - 1), 0, -1):
        for state, share in _ending_shares(case + low[-n:]):
            shares[state] = shares.get(state, 0.0) + weight * share
        if shares:
            weight /= 3
    total = sum(shares.values())
    if not total:
        return {"PROPN.NNP": 1.0} if case else {"NOUN.NN": 0.6, "X.FW": 0.1, "ADJ.JJ": 0.2, "VERB.VB": 0.1}
    return {s: p / total for s, p in shares.items() if p / total > 0.005}


@cache
def tagger() -> Tagger:
    """The tagger of this process."""
    return Tagger()
