"""Adjectives of an attitude with their subject: "was critical of", "is convinced that", "are eager to".

Of 60 found in four hundred documents of PolNeAR's training part 51 are cues and 31 right in every word.
"""

from __future__ import annotations

from functools import cache

from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import MARKED, NOT, UNSURE, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.structure import subject_by_heads
from twosource.quotes.syntax import Syntax
from twosource.vocab.speech import cue_words

BE = frozenset(("cop", "aux:pass"))
CLAUSES = frozenset(("ccomp", "xcomp", "advcl"))
CHANCES = frozenset(("certain", "sure"))
"""Before "to" these tell what is likely, of whatever it is: "is certain to win"."""
PREPOSITIONS = frozenset(("about", "of", "with", "over", "at", "on", "in", "by", "for", "to", "toward", "against"))


def attitude_cues(p: Passage, n: int) -> list[Found]:
    """What somebody is said to be glad, sure, critical ... of in the outer sentence `n`."""
    tree, words, (low, high) = p.tree, cue_words("attitude"), p.sentences[n]
    if tree is None or _first_words().isdisjoint(p.lower[low:high]):
        return []
    chosen = [i for i in range(low, high - 2) if p.outside(i) and (p.lower[i] in words or _with_next(p, i) in words)]
    return [f for i in chosen if (f := _attitude(p, tree, i, n)) is not None]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.split(" ")[0] for words in cue_words("attitude"))


def _with_next(p: Passage, i: int) -> str:
    """A word and the next one: "critical of" is an attitude, "critical for" is none."""
    return f"{p.lower[i]} {p.lower[i + 1]}"


def _attitude(p: Passage, tree: Syntax, i: int, n: int) -> Found | None:
    low, high = p.sentences[n]
    first = group_start(p, i, low)
    if not tree.below(i, BE) or first == i or not UNSURE.isdisjoint(p.lower[first:i]):
        return None
    begins = _content_begins(p, tree, i)
    unsure = begins == i + 1 and not NOT.isdisjoint(p.lower[first:i])
    cue = Cue(first, i, i + 1, MARKED, "ed", "not_said" if unsure else "said")
    speaker = subject_by_heads(p, cue)
    if speaker is None or begins is None or speaker[1] > first or p.lower[speaker[0]] in ("it", "that", "there"):
        return None
    last = min(clause_end(p, cue, "np", begins, high), tree.whole(i)[1])
    if last <= begins:
        return None
    return Found("attitude_cue", [Span(p, begins, last)], n, cue, Span(p, first, begins), Span(p, *speaker))


def _content_begins(p: Passage, tree: Syntax, i: int) -> int | None:
    """Where the object of the attitude begins: at "that" or "to" with a clause, else after a preposition."""
    clause = any(tree.whole(k)[0] == i + 1 < k for k in tree.below(i, CLAUSES))
    if p.lower[i] in CHANCES and p.lower[i + 1] == "to":
        return None
    if clause and p.lower[i + 1] not in PREPOSITIONS - {"to"}:
        return i + 1
    return i + 2 if p.lower[i + 1] in PREPOSITIONS and p.outside(i + 2) else None
