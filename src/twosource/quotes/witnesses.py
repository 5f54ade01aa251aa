"""Who speaks for an attribution beside the rule that found it: the attribution head, and the structure of the sentence.

On two hundred documents of PolNeAR's training part, of the quotes without quotation marks whose cue the head leaves
unmarked and whose cue has neither subject nor clause by its heads (or only one of them, and is a weak sign of speech),
19 in 112 are right and 56 are none; of those that both support, 598 in 901 and 61. Of what stands before its cue and
holds no finite verb ("Over ten years, the deficit would add"), none in 13.
"""

from __future__ import annotations

from twosource.quotes.cues import Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.participles import above
from twosource.quotes.syntax import CLAUSE, SUBJECTS
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import RELATIVE
from twosource.vocab.speech import unnamed_speakers

SAID = frozenset(("ccomp", "xcomp", "obj", "obl", "parataxis", "advcl"))
OF_NOUN = frozenset(("nmod", "acl"))
"""What hangs on a noun of the cue: "pour cold water on | the idea"."""
PASSIVE = frozenset(("aux:pass",))
BY_STRUCTURE = frozenset(("passive_cue", "noun_cue", "attitude_cue", "count_put", "quoted_as"))
CLAUSES = frozenset(("ccomp", "xcomp", "parataxis", "nsubj"))
CLEAR = 0.8
"""Strength from which on a verb needs no second witness but one tie by its heads."""

WEAK = 0.5
"""Strength below which a verb is a cue only where the attribution head marks it: "attacked" a plan, not a fort."""


def marked_parts(f: Found) -> int:
    """How many of speaker, cue and content the attribution head marks at least a word of, as what they are."""
    parts = (("speaker", [f.speaker]), ("cue", [f.cue_words]), ("content", f.content))
    return sum(any(_is_marked(span, part) for span in spans if span is not None) for part, spans in parts)


def ties(f: Found) -> int:
    """How many of speaker and content hang on the cue's verb by its heads; both where no rule but heads found them."""
    if f.rule in BY_STRUCTURE:
        return 2
    tree = f.cue_words.passage.tree if f.cue_words and f.cue else None
    if tree is None or f.cue is None or f.cue_words is None:
        return 0
    subjects, clauses = tree.below(f.cue.verb, SUBJECTS), tree.below(f.cue.verb, SAID)
    if f.cue.word.rest:
        clauses += [k for n in range(f.cue.verb + 1, f.cue.last) for k in tree.below(n, OF_NOUN)]
    if tree.relation(f.cue.verb) in ("parataxis", "ccomp") and tree.heads[f.cue.verb] >= 0:
        clauses.append(tree.heads[f.cue.verb])
    speaks = any(_holds(f.speaker, f, k) for k in subjects) or above(f.cue_words.passage, f.cue, tree) is not None
    return speaks + any(_holds(span, f, k) for k in clauses for span in f.content)


def doubted(f: Found) -> bool:
    """Whether neither head nor structure supports a quote that no quotation marks support."""
    if f.cue is None or f.cue_words is None or f.cue_words.passage.tree is None or f.holds_quotation():
        return False
    if f.rule in BY_STRUCTURE:
        return False
    if f.hearer is None and f.cue_words.passage.tree.below(f.cue.verb, PASSIVE):
        return True
    if f.rule in ("content_before_cue", "content_around_cue"):
        return not any(has_finite_verb(s.passage, s.first, s.last) for s in f.content) and not _is_retort(f)
    if _holds_no_clause(f, f.cue):
        return True
    if _is_marked(f.cue_words, "cue"):
        return False
    return f.cue.word.strength < WEAK or ties(f) <= (f.cue.word.strength < CLEAR) or _is_no_clause(f, f.cue)


def _is_retort(f: Found) -> bool:
    """Whether whoever speaks stands after the cue, and nothing is said after them: "Not so fast, said Ann Roe."."""
    if f.rule != "content_before_cue" or f.cue is None or f.speaker is None:
        return False
    return f.speaker.first >= f.cue.last


def _holds_no_clause(f: Found, cue: Cue) -> bool:
    """Whether people find or show something rather than that it is so: "found her buried in a basket".

    Polls and studies do tell something there: "the poll showed Low leading".
    """
    if f.rule != "clause_after_cue" or cue.word.kind != "show" or f.speaker is None:
        return False
    p, head = f.speaker.passage, head_of(f.speaker)
    noun = unnamed_speakers().get(p.lower[head])
    people = p.tags[head] == "PRON" or (noun is not None and noun.kind in ("person", "group"))
    tree = f.content[0].passage.tree
    return people and p.lower[head] not in RELATIVE and tree is not None and not tree.below(cue.verb, CLAUSE)


def _is_no_clause(f: Found, cue: Cue) -> bool:
    """Whether by the heads no clause follows a verb that needs one: "maintains a lead", "reports the winner has"."""
    p, said = f.content[0].passage, f.content[0]
    if f.rule != "clause_after_cue" or p.tree is None or cue.word.takes("np"):
        return False
    return not any(said.first <= k < said.last for k in p.tree.below(cue.verb, CLAUSES))


def _is_marked(span: Span, part: str) -> bool:
    return bool(span.passage.marks(span.first, span.last, part))


def _holds(span: Span | None, f: Found, k: int) -> bool:
    same = span is not None and f.cue_words is not None and span.passage is f.cue_words.passage
    return same and span is not None and span.first <= k < span.last
