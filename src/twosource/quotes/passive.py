"""Passives: "The dam is expected to open", "is believed by engineers to have failed", "Asked whether it was ..."."""

from __future__ import annotations

from twosource.quotes.asides import after_asides
from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import MARKED, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import SUBJECTS, Syntax
from twosource.quotes.words import QUESTION
from twosource.vocab.speech import cue_words

SUBJECT = frozenset(("nsubj:pass", "nsubj", "expl"))
CLAUSE = frozenset(("xcomp", "ccomp", "csubj", "csubj:pass"))
OBJECT = frozenset(("obj",))
ABOUT = frozenset(("obl", "advcl"))
AGENT = frozenset(("obl:agent",))
PASSIVE = frozenset(("aux:pass",))
BARE = frozenset(("advcl", "acl", "parataxis"))


def passives(p: Passage, n: int) -> list[Found]:
    """What is said, expected, believed ... to be so, without a speaker or by one whom "by" names."""
    tree, words, asked = p.tree, cue_words("passive"), cue_words("asked")
    if tree is None or (words | asked).isdisjoint(p.lower[slice(*p.sentences[n])]):
        return []
    verbs = [i for i in range(*p.sentences[n]) if p.outside(i) and p.tags[i] == "VERB"]
    found = [_passive(p, tree, i, n) for i in verbs if p.lower[i] in words]
    found += [_question(p, tree, i, n) for i in verbs if p.lower[i] in asked]
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
    return Found("passive_cue", content, n, None, Span(p, group_start(p, i, low), i + 1), agent_of(p, i, first))


def _question(p: Passage, tree: Syntax, i: int, n: int) -> Found | None:
    """What was asked of the subject: "was asked by a reader whether ...", "Asked on Monday about the dam, she ..."."""
    high = p.sentences[n][1]
    bare = tree.relation(i) in BARE and not tree.below(i, SUBJECTS | OBJECT) and not _has_auxiliary(p, i)
    if not (bare or tree.below(i, PASSIVE)) or i + 1 >= high:
        return None
    agent = agent_of(p, i, high)
    first = after_asides(p, agent.last if agent else i + 1, high)
    shape = _asked(p, tree, i, first, high)
    if shape is None:
        return None
    start = group_start(p, i, p.sentences[n][0])
    last = first if p.lower[first] == "about" and agent is None else i
    return Found("passive_cue", [Span(p, *shape)], n, None, Span(p, start, last + 1), agent)


def _has_auxiliary(p: Passage, i: int) -> bool:
    return i > 0 and p.tags[i - 1] == "AUX"


def _asked(p: Passage, tree: Syntax, i: int, first: int, high: int) -> tuple[int, int] | None:
    """The words of a question that begins at word `first`: a clause, or what "about" is followed by."""
    if first + 1 >= high:
        return None
    if p.lower[first] in QUESTION:
        last = clause_end(p, Cue(i, i, i + 1, MARKED, "ed", "said"), "wh", first, high, inner=True)
        return first, last
    if p.lower[first] == "about" and p.outside(first + 1):
        under = [tree.whole(k)[1] for k in tree.below(i, ABOUT) if k > first]
        return (first + 1, min(under)) if under and min(under) <= high else None
    return None


def agent_of(p: Passage, i: int, before: int) -> Span | None:
    """Whom "by" names as doing what word `i` tells, before another word; None where nobody is named."""
    tree = p.tree
    for k in tree.below(i, AGENT) if tree else ():
        first, last = tree.whole(k) if tree else (k, k)
        if i < first < k < before and p.lower[first] == "by":
            return Span(p, first + 1, min(last, before))
    return None
