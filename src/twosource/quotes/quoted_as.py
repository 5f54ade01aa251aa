"""Whom another quotes: "state radio quoted Low | as saying | it was full", "..., his lawyer quoted Low as saying"."""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.complements import complement
from twosource.quotes.cues import BE, Cue, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import CLOSING, Passage
from twosource.quotes.phrases import subject
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import STOPS, Range
from twosource.vocab.speech import cue_words, speech_verbs

LONGEST = 14
"""Words of whoever is quoted: "the head of the clinic, Jan Low," has eight."""


def quoted_cues(p: Passage, n: int) -> list[Found]:
    """What one outer sentence says that somebody is quoted as saying; the speaker is the one who is quoted."""
    low, high = p.sentences[n]
    found = (_quoted(p, n, k, middle) for k in range(low, high) if (middle := as_saying(p, k, high)) is not None)
    return [f for f in found if f is not None]


def as_saying(p: Passage, k: int, high: int) -> int | None:
    """Where "as saying" stands behind the verb at word `k` and whoever it quotes; None for all other verbs."""
    if p.lower[k] not in cue_words("quotes_other") or not p.outside(k) or p.tags[k] != "VERB":
        return None
    for i in range(k + 2, min(high - 1, k + LONGEST)):
        if p.lower[i] == "as" and p.lower[i + 1] in ("saying", "telling"):
            return i
        if not p.outside(i) or p.words[i] in (";", ":"):
            return None
    return None


def _quoted(p: Passage, n: int, verb: int, middle: int) -> Found | None:
    low, high = p.sentences[n]
    first = group_start(p, verb, low)
    if not BE.isdisjoint(p.lower[first:verb]):
        return None
    say, form = speech_verbs()[p.lower[middle + 1]][0]
    cue = Cue(middle, middle + 1, middle + 2, say, form, "said")
    who = Span(p, verb + 1, middle - (p.words[middle - 1] == ","))
    said = _after(p, cue, high) or _before(p, first, low)
    return (
        Found("quoted_as", [Span(p, *said)], n, cue, Span(p, middle + 1, middle + 2), who) if said is not None else None
    )


def _after(p: Passage, cue: Cue, high: int) -> Range | None:
    shape = complement(p, cue, high)
    return (shape.first, clause_end(p, cue, shape.frame, shape.first, high)) if shape is not None else None


def _before(p: Passage, verb: int, low: int) -> Range | None:
    """What stands before whoever quotes: up to a closing mark or a comma."""
    quoting = subject(p, verb, low)
    last = (quoting[0] if quoting is not None else verb) - 1
    ends = last > low and (p.quoted[last] == CLOSING or p.words[last] in STOPS)
    return (low, last) if ends and has_finite_verb(p, low, last) else None
