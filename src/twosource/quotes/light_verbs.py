"""Verbs that say little beside a noun that says it all: "voiced support for", "made the claim that", "took aim at".

In PolNeAR verb, noun and preposition are the cue, and what is said begins after them.
"""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.complements import names_time
from twosource.quotes.cues import MARKED, NOT, UNSURE, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.participles import above
from twosource.quotes.passage import Passage
from twosource.quotes.structure import subject_by_heads
from twosource.quotes.syntax import SUBJECTS, Syntax
from twosource.quotes.words import Range
from twosource.vocab.speech import Form, cue_words

CLAUSES = frozenset(("acl", "ccomp", "xcomp", "advcl"))
RAISE = frozenset(("raise", "raises", "raised", "raising"))
PREPOSITIONS = frozenset(("about", "over", "for", "of", "on", "with", "at", "against", "to"))


def light_cues(p: Passage, n: int) -> list[Found]:
    """What is said by a light verb and its noun in the outer sentence `n`, where heads tell who says it."""
    tree, (low, high) = p.tree, p.sentences[n]
    if tree is None or cue_words("light_verb").isdisjoint(p.lower[low:high]):
        return []
    alone, beside = cue_words("cue_noun"), cue_words("stance")
    nouns = [i for i in range(low, high) if (p.lower[i] in alone or p.lower[i] in beside) and p.outside(i)]
    return [f for i in nouns if (f := _light_cue(p, tree, i, n)) is not None]


def _light_cue(p: Passage, tree: Syntax, i: int, n: int) -> Found | None:
    low, high = p.sentences[n]
    verb = tree.heads[i]
    if not low <= verb < i or p.lower[verb] not in cue_words("light_verb") or tree.relation(i) != "obj":
        return None
    if p.lower[verb] in RAISE and p.lower[i] in cue_words("roused"):
        return None
    first = group_start(p, verb, low)
    if not p.outside(verb) or i + 2 >= high or not UNSURE.isdisjoint(p.lower[first:verb]):
        return None
    form: Form = "ing" if p.lower[verb].endswith("ing") else "ed"
    denied = not NOT.isdisjoint(p.lower[first:verb]) or "no" in p.lower[verb:i]
    cue = Cue(first, verb, i + 1, MARKED, form, "not_said" if denied else "said")
    begins = _content_begins(p, tree, cue, i)
    speaker = _speaker(p, tree, cue)
    if begins is None or speaker is None:
        return None
    last = min(clause_end(p, cue, "np", begins, high), tree.whole(verb)[1])
    if last <= begins or not (speaker[1] <= first or speaker[0] >= last):
        return None
    cue_last = i + 2 if begins == i + 2 and p.lower[i + 1] in PREPOSITIONS else i + 1
    return Found("noun_cue", [Span(p, begins, last)], n, cue, Span(p, first, cue_last), Span(p, *speaker))


def _content_begins(p: Passage, tree: Syntax, cue: Cue, i: int) -> int | None:
    """Where what is said begins: at "that" or "to" with a clause, after a preposition; None where neither follows."""
    word = p.lower[i + 1]
    clauses = [tree.whole(k)[0] for head in (i, cue.verb) for k in tree.below(head, CLAUSES) if k > i + 1]
    that = next((k for k in clauses if p.lower[k] == "that" and p.outside(k)), None)
    if that is not None and (that == i + 1 or word == "to"):
        return that
    if word == "to" and i + 1 in clauses:
        return i + 1
    told = word in PREPOSITIONS and p.outside(i + 2) and not names_time(p, i + 2)
    return i + 2 if told else None


def _speaker(p: Passage, tree: Syntax, cue: Cue) -> Range | None:
    """The subject of the light verb; of "and voiced ..." and "..., voicing" that of the verb above."""
    own = subject_by_heads(p, cue) or above(p, cue, tree)
    if own is not None or tree.relation(cue.verb) != "conj" or tree.heads[cue.verb] < 0:
        return own
    subjects = tree.below(tree.heads[cue.verb], SUBJECTS)
    return tree.whole(subjects[0]) if subjects and subjects[0] < cue.first else None
