"""Passives: "The dam is expected to open", "is believed by engineers to have failed", "Asked whether it was ..."."""

from __future__ import annotations

from twosource.quotes.asides import after_asides
from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import MARKED, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import SUBJECTS, Syntax
from twosource.quotes.words import QUESTION, Range
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
    """What somebody was asked: "she was asked by a reader whether ...", "Asked on Monday if ..."; who is the hearer."""
    low, high = p.sentences[n]
    passive = bool(tree.below(i, PASSIVE))
    bare = (i == low or tree.relation(i) in BARE) and not tree.below(i, SUBJECTS | OBJECT) and p.tags[i - 1] != "AUX"
    if not (bare or passive) or i + 1 >= high:
        return None
    agent = agent_of(p, i, high)
    first = after_asides(p, agent.last if agent else i + 1, high)
    about = passive and first < high and p.lower[first] == "about"
    content = _matter(p, tree, i, first, high) if about else _asked(p, i, first, high)
    if content is None:
        return None
    start = group_start(p, i, low)
    cue = Span(p, start, first + 1 if about and agent is None else i + 1)
    return Found("passive_cue", [Span(p, *content)], n, None, cue, agent, _asked_one(p, tree, i, start))


def _asked(p: Passage, i: int, first: int, high: int) -> Range | None:
    """The clause of a question that begins at word `first`."""
    if first + 1 >= high or p.lower[first] not in QUESTION:
        return None
    cue = Cue(i, i, i + 1, MARKED, "ed", "said")
    return first, clause_end(p, cue, "wh", first, high, inner=True)


def _matter(p: Passage, tree: Syntax, i: int, about: int, high: int) -> Range | None:
    """What stands after "about" in "was asked about"; a bare "asked about the delay, ..." is no quote."""
    ends = [tree.whole(k)[1] for k in tree.below(i, ABOUT) if k > about]
    return (about + 1, min(ends)) if ends and min(ends) <= high and p.outside(about + 1) else None


def _asked_one(p: Passage, tree: Syntax, i: int, start: int) -> Span | None:
    subjects = [tree.whole(k) for k in tree.below(i, SUBJECT)]
    return next((Span(p, first, min(last, start)) for first, last in subjects if first < start), None)


def agent_of(p: Passage, i: int, before: int) -> Span | None:
    """Whom "by" names as doing what word `i` tells, before another word; None where nobody is named."""
    tree = p.tree
    for k in tree.below(i, AGENT) if tree else ():
        first, last = tree.whole(k) if tree else (k, k)
        if i < first < k < before and p.lower[first] == "by":
            return Span(p, first + 1, min(last, before))
    return None
