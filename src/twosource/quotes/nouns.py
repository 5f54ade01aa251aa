"""Nouns of speech: "the minister's claim that the dam was safe", "her promise to resign", "fears that it may burst"."""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import MARKED, Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import CLAUSE, Syntax
from twosource.quotes.words import POSSESSIVE, Range
from twosource.vocab.speech import cue_words

CONTENT = CLAUSE | {"acl"}
MAKERS = frozenset(("by", "from"))
BY = MAKERS | {"in", "on"}
"""Prepositions before whoever makes a claim; the last two before what prints or sends it."""
OWNER = frozenset(("nmod:poss",))


def noun_cues(p: Passage, n: int) -> list[Found]:
    """What hangs on nouns of speech in the outer sentence `n`, with their owner as the speaker, if they have one."""
    tree, words = p.tree, cue_words("cue_noun")
    if tree is None or words.isdisjoint(p.lower[slice(*p.sentences[n])]):
        return []
    found = (_noun_cue(p, tree, i, n) for i in range(*p.sentences[n]) if p.lower[i] in words and p.outside(i))
    return [f for f in found if f is not None]


def _noun_cue(p: Passage, tree: Syntax, i: int, n: int) -> Found | None:
    high = p.sentences[n][1]
    by = _by_whom(p, tree, i, high)
    opens = by[1] + (p.words[by[1]] == ",") if by else i + 1
    clauses = [k for k in tree.below(i, CONTENT) if opens < k < high and p.lower[opens] in ("that", "to")]
    if p.tags[i] != "NOUN" or not clauses:
        return None
    speaker = by or _owner(p, tree, i)
    if speaker is None and (p.lower[i + 1] == "to" or _tells_where(p, i)):
        return None
    cue = Cue(i, i, i + 1, MARKED, "base", "denied" if p.lower[i].startswith("denial") else "said")
    first = _phrase_start(p, i)
    last = max(opens + 1, min(tree.whole(clauses[0])[1], clause_end(p, cue, "that", opens, high)))
    return Found(
        "noun_cue", [Span(p, opens, last)], n, cue, Span(p, first, i + 1), Span(p, *speaker) if speaker else None
    )


def _tells_where(p: Passage, i: int) -> bool:
    """Whether the noun only tells where something is said, by a verb before it: "said in a statement that"."""
    first = _phrase_start(p, i)
    return first > 0 and p.lower[first - 1] == "in" and p.lower[i] in cue_words("aside_noun")


def _phrase_start(p: Passage, i: int) -> int:
    """The first word of the noun's phrase that is no owner: "false claims", "a firm belief"."""
    while i > 0 and p.outside(i - 1) and p.tags[i - 1] in ("ADJ", "ADV", "DET") and p.lower[i - 1] not in POSSESSIVE:
        i -= 1
    return i


def _by_whom(p: Passage, tree: Syntax, i: int, high: int) -> Range | None:
    """Whose claim it is where that stands before "that": "a claim | by the union | that", "a report | in the Post"."""
    if i + 3 >= high or p.lower[i + 1] not in BY:
        return None
    found = phrase_after(p, i + 2, high) if p.lower[i + 1] in MAKERS or p.lower[i] in cue_words("printed") else None
    if found and p.lower[i + 1] == "on" and cue_words("outlet").isdisjoint(p.lower[slice(*found)]):
        return None
    if found is None:
        return None
    that = found[1] + (p.words[found[1] : found[1] + 1] == [","])  # "a claim by his rival, Ann Roe, | that"
    return found if that + 1 < high and p.lower[that] == "that" and p.outside(that) else None


def _owner(p: Passage, tree: Syntax, i: int) -> Range | None:
    """Whose claim it is: "the minister 's", "her"."""
    owners = tree.below(i, OWNER)
    if not owners:
        return None
    first, last = tree.whole(owners[0])
    last = min(last, i)
    if last - 1 > first and p.lower[last - 1] in ("'s", "'"):
        last -= 1
    return (first, last) if first < last else None
