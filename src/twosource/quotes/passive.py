"""Passives: "The dam is expected to open", "It was reported that ...", "is believed by engineers to have failed"."""

from __future__ import annotations

from twosource.quotes.cues import group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import Syntax
from twosource.vocab.speech import cue_words

SUBJECT = frozenset(("nsubj:pass", "nsubj", "expl"))
CLAUSE = frozenset(("xcomp", "ccomp", "csubj", "csubj:pass"))
AGENT = frozenset(("obl:agent",))
PASSIVE = frozenset(("aux:pass",))


def passives(p: Passage, n: int) -> list[Found]:
    """What is said, expected, believed ... to be so, without a speaker or by one whom "by" names."""
    tree, words = p.tree, cue_words("passive")
    if tree is None or words.isdisjoint(p.lower[slice(*p.sentences[n])]):
        return []
    found = (_passive(p, tree, i, n) for i in range(*p.sentences[n]) if p.lower[i] in words and p.outside(i))
    return [f for f in found if f is not None]


def _passive(p: Passage, tree: Syntax, i: int, n: int) -> Found | None:
    low, high = p.sentences[n]
    subjects, clauses = tree.below(i, SUBJECT), tree.below(i, CLAUSE)
    if not tree.below(i, PASSIVE) or not subjects or not clauses:
        return None
    first, last = tree.whole(clauses[0])
    begun, ended = tree.whole(subjects[0])
    if not (low <= begun and ended <= i < first and last <= high):
        return None
    clause = Span(p, first, last)
    content = [clause] if p.lower[subjects[0]] == "it" else [Span(p, begun, ended), clause]
    return Found("passive_cue", content, n, None, Span(p, group_start(p, i, low), i + 1), _agent(p, tree, i, first))


def _agent(p: Passage, tree: Syntax, i: int, before: int) -> Span | None:
    for k in tree.below(i, AGENT):
        first, last = tree.whole(k)
        if i < first < k < before and p.lower[first] == "by":
            return Span(p, first + 1, min(last, before))
    return None
