"""Verbs whose second half stands after what they are said of: "put the blackout down to sabotage"."""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import UNSURE, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.phrases import subject
from twosource.quotes.subjects import first_subject
from twosource.quotes.words import STOPS
from twosource.vocab.speech import SpeechVerb, cue_words

BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
LONGEST = 14
"""Words between both halves: "put the deaths of the two brothers | down to"."""
LAYS = SpeechVerb(lemma="", rest=(), kind="criticise", frames=frozenset(("np",)), polarity="said", strength=0.8)


def split_cues(p: Passage, n: int) -> list[Found]:
    """What is put down to something, chalked up to it, written off as it, in the outer sentence `n`."""
    low, high = p.sentences[n]
    halves = [tuple(words.split(" ")) for words in sorted(cue_words("two_halves"))]
    firsts = {half[0] for half in halves}
    found = []
    for verb in (k for k in range(low + 1, high) if p.lower[k] in firsts and p.tags[k] == "VERB" and p.outside(k)):
        rests = [half[1:] for half in halves if half[0] == p.lower[verb]]
        if any(_second_half(p, verb, rest, high) for rest in rests):
            found += _found(p, verb, n)
    return found


def _second_half(p: Passage, verb: int, rest: tuple[str, ...], high: int) -> bool:
    """Whether the further words of a verb stand a little after it, in the same clause."""
    for k in range(verb + 1, min(high, verb + LONGEST)):
        if tuple(p.lower[k : k + len(rest)]) == rest:
            return k > verb + 1
        if p.words[k] in STOPS or not p.outside(k):
            return False
    return False


def _found(p: Passage, verb: int, n: int) -> list[Found]:
    low, high = p.sentences[n]
    first = group_start(p, verb, low)
    group = set(p.lower[first:verb])
    if group & (BE | UNSURE | {"to"}):
        return []
    speaker = subject(p, first, low) or first_subject(p, low, first)
    if speaker is None:
        return []
    cue = Cue(first, verb, verb + 1, LAYS, "ed", "said")
    content = Span(p, verb + 1, clause_end(p, cue, "np", verb + 1, high))
    return [Found("phrase_after_cue", [content], n, cue, Span(p, first, verb + 1), Span(p, *speaker))]
