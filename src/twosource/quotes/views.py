"""Views that a sentence spells out: "the army's version is that the car did not stop", "her message was that ..."."""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import MARKED, NOT, Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.phrases import subject
from twosource.quotes.words import POSSESSIVE, Range
from twosource.vocab.speech import cue_words

BE = frozenset(("is", "was", "remains", "remained"))


def views_held(p: Passage, n: int) -> list[Found]:
    """What is said to be somebody's view in the outer sentence `n`, of whom the noun's possessive names."""
    low, high = p.sentences[n]
    nouns = (k for k in range(low + 1, high - 2) if p.lower[k] in cue_words("view_is") and p.outside(k))
    return [f for k in nouns if (f := _view(p, k, n)) is not None]


def _view(p: Passage, noun: int, n: int) -> Found | None:
    low, high = p.sentences[n]
    verb, that = noun + 1, noun + 2 + (p.lower[noun + 2] in NOT)
    if p.lower[verb] not in BE or that + 1 >= high or p.lower[that] != "that" or not p.outside(that):
        return None
    owner = _owner(p, noun, low)
    if owner is None:
        return None
    denied = that > noun + 2
    cue = Cue(noun, verb, that, MARKED, "s", "not_said" if denied else "said")
    content = Span(p, that, clause_end(p, cue, "that", that, high))
    return Found("noun_cue", [content], n, cue, Span(p, noun, that), Span(p, *owner))


def _owner(p: Passage, noun: int, low: int) -> Range | None:
    """Whose view it is: "the army | 's", "her"; an adjective may stand before the noun ("her own view")."""
    k = noun - 1 - (p.tags[noun - 1] == "ADJ")
    if k >= low and p.lower[k] in POSSESSIVE and p.lower[k] != "'s":
        return (k, k + 1)
    return subject(p, k, low) if k > low and p.lower[k] in ("'s", "'") else None
