"""Whose words a participle reports by the heads: "left, saying ...", "issued a statement condemning ...".

On four hundred documents of PolNeAR's training part, where the subject above a participle is not the speaker that the
rules give it, a quote is right in every word 25 times with the subject, 12 times with the rules' speaker; with who
issues a statement 18 times, with the statement never.
"""

from __future__ import annotations

from twosource.quotes.cues import Cue, group_start
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import SUBJECTS, Syntax
from twosource.quotes.words import VERBAL, Range
from twosource.vocab.speech import cue_words, unnamed_speakers

RELATED = frozenset(("conj", "xcomp"))
MAIN = frozenset(("root", "parataxis", "advcl"))
DOER = SUBJECTS | {"nsubj:pass"}
MODIFIES, OBJECT = frozenset(("acl",)), frozenset(("obj", "iobj"))
OWNER, FROM = frozenset(("nmod:poss",)), frozenset(("nmod",))
PARTS = FROM | {"flat", "appos"}
SENDERS = frozenset(("obl", "obl:agent"))
FEW = 14
"""Words from "with" to the participle of whom it names."""
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


def with_whom(p: Passage, verb: int) -> Range | None:
    """The subject that "with" gives a participle: "The union left, with | its chief, Ann Low, | calling it late"."""
    if not p.lower[verb].endswith("ing"):
        return None
    end = verb - (p.words[verb - 1] == ",")
    opens = next((k for k in range(end - 1, max(-1, verb - FEW), -1) if p.lower[k] == "with" or not p.outside(k)), -1)
    if opens < 1 or p.words[opens - 1] != "," or p.lower[opens] != "with":
        return None
    plain = opens + 1 < end and not any(p.tags[k] in VERBAL for k in range(opens + 1, end))
    return (opens + 1, end) if plain else None


def above(p: Passage, cue: Cue, tree: Syntax) -> Range | None:
    """The subject of the main clause that a participle hangs on; None where it has its own, or the clause is said."""
    if cue.form != "ing" or tree.below(cue.verb, SUBJECTS) or tree.relation(cue.verb) != "advcl":
        return None
    if (cue.first and p.lower[cue.first - 1] == "as") or with_whom(p, cue.verb) is not None:
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
    first, last = whole_phrase(p, tree, subjects[0])
    return (first, last) if last <= cue.first or first >= cue.last else None


def conjoined(p: Passage, cue: Cue) -> Range | None:
    """The subject of the first of the verbs that a cue is joined to: "Low stormed back, leaned into him and | said"."""
    tree, verb = p.tree, cue.verb
    if tree is None or tree.below(verb, DOER):
        return None
    for _ in range(STEPS):
        if verb < 0 or tree.relation(verb) != "conj":
            return None
        verb = tree.heads[verb]
        subjects = tree.below(verb, DOER) if verb >= 0 else []
        if subjects:
            first, last = whole_phrase(p, tree, subjects[0])
            last = min(last, verb)
            last -= p.tags[last - 1] == "AUX"
            return (first, last) if first < last <= cue.first and p.outside(first) else None
    return None


def purpose_of(p: Passage, cue: Cue) -> Range | None:
    """Whose purpose an infinitive tells by the heads: "Low came out on stage in Lima | to tell his voters"."""
    tree = p.tree
    if tree is None or cue.form != "base" or p.lower[cue.verb - 1] != "to" or tree.relation(cue.verb) != "advcl":
        return None
    above = tree.heads[cue.verb]
    # "pressed Low to admit": whoever is pressed speaks
    subjects = tree.below(above, SUBJECTS) if above >= 0 and not tree.below(above, OBJECT) else []
    if not subjects or not subjects[0] < above < cue.first or not p.outside(subjects[0]):
        return None
    return whole_phrase(p, tree, subjects[0])


def whole_phrase(p: Passage, tree: Syntax, i: int) -> Range:
    """All that hangs on word `i`, the bracket that closes after it included: "Low (R-Ohio | )"."""
    first, last = tree.whole(i)
    opened = p.words[first:last]
    return first, last + (last < len(p) and p.words[last] == ")" and opened.count("(") > opened.count(")"))


def described(p: Passage, i: int) -> Range | None:
    """The noun phrase that "who" at word `i` speaks of by the heads: "aid to black farmers | who claimed"."""
    tree = p.tree
    verb = tree.heads[i] if tree else -1
    if tree is None or verb < 0 or tree.relation(verb) != "acl:relcl":
        return None
    noun = tree.heads[verb]
    return _own_words(p, tree, noun, i) if 0 <= noun < i else None


def modified(p: Passage, cue: Cue, own: Range | None) -> Range | None:
    """The speaker that a participle describes where another noun stands before it: "300 workers, this month | saying".

    `own`: the noun phrase right before the participle, which speaks if the participle describes any of its words.
    """
    tree = p.tree
    if tree is None or tree.relation(cue.verb) != "acl":
        return None
    noun = tree.heads[cue.verb]
    if not 0 <= noun < cue.first or not p.outside(noun) or (own is not None and own[0] <= noun < own[1]):
        return None
    writer = _writer(p, tree, noun) if p.lower[noun] in cue_words("document") else None
    speaks = p.tags[noun] == "PROPN" or p.lower[noun] in unnamed_speakers() or p.lower[noun] in cue_words("document")
    return writer or (_own_words(p, tree, noun, cue.first) if speaks else None)


def _writer(p: Passage, tree: Syntax, noun: int) -> Range | None:
    """Who wrote a document: "a letter sent from Low 's attorney", "Low 's letter"."""
    sent = [k for verb in tree.below(noun, MODIFIES) for k in tree.below(verb, SENDERS)]
    for k in (*tree.below(noun, OWNER), *sent, *tree.below(noun, FROM)):
        first, last = tree.whole(k)
        if k < noun:
            return first, k + 1
        if p.lower[first] in ("from", "by") and first < k:
            return first + 1, last
    return None


def _own_words(p: Passage, tree: Syntax, noun: int, before: int) -> Range:
    """A noun with what is part of its name or description, its preposition and what is said of it left out."""
    first, last = tree.whole(noun)[0], max([noun + 1, *(tree.whole(k)[1] for k in tree.below(noun, PARTS))])
    while first < noun and p.tags[first] == "ADP":
        first += 1
    return first, min(last, before)
