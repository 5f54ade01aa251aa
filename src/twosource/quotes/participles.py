"""Whose words a participle reports by the heads: "left, saying ...", "issued a statement condemning ...".

On four hundred documents of PolNeAR's training part, where the subject above a participle is not the speaker that the
rules give it, a quote is right in every word 25 times with the subject, 12 times with the rules' speaker; with who
issues a statement 18 times, with the statement never.
"""

from __future__ import annotations

from twosource.quotes.cues import Cue, group_start
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import SUBJECTS, Syntax
from twosource.quotes.words import Range
from twosource.vocab.speech import cue_words

RELATED = frozenset(("conj", "xcomp"))
MAIN = frozenset(("root", "parataxis", "advcl"))
STEPS = 4
"""Verbs from a participle up to the one that has the subject: "started out saying and went on calling" has two."""


def issued(p: Passage, cue: Cue, tree: Syntax) -> tuple[Range, int] | None:
    """Of "the mayor issued a statement saying": the subject "the mayor", and the word at which "issued" begins."""
    noun = tree.heads[cue.verb]
    if noun < 0 or not _tells_of(p, cue, tree) or p.lower[noun] not in cue_words("document"):
        return None
    verb = tree.heads[noun]
    if verb < 0 or p.lower[verb] not in cue_words("issuing") or tree.relation(noun) != "obj":
        return None
    subjects = tree.below(verb, SUBJECTS)
    if not subjects or not subjects[0] < verb < noun < cue.first or not p.outside(verb):
        return None
    first, last = tree.whole(subjects[0])
    start = group_start(p, verb, last)
    return ((first, min(last, start)), start) if first < start else None


def _tells_of(p: Passage, cue: Cue, tree: Syntax) -> bool:
    """Whether a cue hangs on a noun as "saying" does in "a statement saying", "said" in "a statement that said"."""
    if tree.relation(cue.verb) == "acl":
        return True
    subjects = tree.below(cue.verb, SUBJECTS)
    return tree.relation(cue.verb) == "acl:relcl" and bool(subjects) and p.lower[subjects[0]] in ("that", "which")


def above(p: Passage, cue: Cue, tree: Syntax) -> Range | None:
    """The subject of the main clause that a participle hangs on; None where it has its own, or the clause is said."""
    if cue.form != "ing" or tree.below(cue.verb, SUBJECTS) or tree.relation(cue.verb) != "advcl":
        return None
    if cue.first and p.lower[cue.first - 1] == "as":
        return None
    verb = tree.heads[cue.verb]
    subjects: list[int] = []
    for _ in range(STEPS):
        subjects = subjects or (tree.below(verb, SUBJECTS) if verb >= 0 else [])
        if verb < 0 or tree.relation(verb) not in RELATED:
            break
        verb = tree.heads[verb]
    if verb < 0 or not subjects or tree.relation(verb) not in MAIN:
        return None
    first, last = tree.whole(subjects[0])
    return (first, last) if last <= cue.first or first >= cue.last else None
