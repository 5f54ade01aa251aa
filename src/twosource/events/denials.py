"""What is denied: the clause after "denied that" or "her denial that", and what only stands beside it."""

from __future__ import annotations

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.words import Phrase

JOINED = 6
"""Clauses joined by "and" over which a "will" or a denial is carried on."""

_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute"})
_ALLEGATIONS = frozenset({"report", "claim", "allegation", "accusation", "suggestion", "assertion", "rumour"})
_ASIDES = frozenset(
    {"as", "when", "while", "after", "before", "since", "because", "although", "though", "but", "which"}
)
_NOBODY = frozenset({"no", "none", "neither", "nobody"})


def denied_by(clauses: Clauses, k: int) -> str:
    """The word by which the clause of group `k` is denied: "denied that", "her denial that", "rejected claims that"."""
    for j in range(k, max(0, k - JOINED), -1):
        at = clauses.bounds[j]
        opener = clauses.words[at]
        if opener in _ASIDES or opener == ",":  # "the men, who deny it, were jailed"
            return ""
        found = _denying(clauses, j, clauses.lemmas[at - 1] if opener == "that" else "")
        joined = clauses.tags[at] == "CCONJ" or (opener == "that" and clauses.tags[at - 1] == "CCONJ")
        if found or not joined:
            return found
    return ""


def _denying(clauses: Clauses, k: int, noun: str) -> str:
    """The word before clause `k` that denies it; `noun` stands before its "that"."""
    above = clauses.groups[k - 1]
    verb = "" if clauses.passive(k - 1) else clauses.lemmas[above.head]
    if noun == "denial":
        return noun
    return verb if verb == "deny" or (verb in _DENYING and noun in _ALLEGATIONS) else ""


def stands_aside(clauses: Clauses, start: int, i: int) -> bool:
    """Whether the word at `i` is only told beside what is said from offset `start` on (", as two men claimed")."""
    tokens = clauses.sentence.tokens
    return any(
        clauses.words[j] == "," and clauses.words[j + 1] in _ASIDES for j in range(i) if tokens[j].start >= start
    )


def nobody(clauses: Clauses, k: int) -> str:
    """The word that says that nobody does it, also far before it ("no one in the two villages has died")."""
    if _NOBODY.isdisjoint(clauses.vocabulary) and "not" not in clauses.vocabulary:
        return ""
    near = clauses.phrase_ending(clauses.groups[k].first - 1)
    phrases = (*((near,) if near else ()), *subject(clauses, k))
    return next(filter(None, (_nobody(clauses, phrase) for phrase in phrases)), "")


def _nobody(clauses: Clauses, phrase: Phrase) -> str:
    word = clauses.words[phrase.first]
    if "not" in clauses.words[max(0, phrase.first - 1) : phrase.first + 1] and _single(clauses, phrase):
        return "not"
    if word == "one" and "no" in clauses.words[max(0, phrase.first - 2) : phrase.first]:  # "no one", "no-one"
        return "no one"
    return word if word in _NOBODY else ""


def _single(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase names one alone, so that "not" before it denies all ("not one shot was fired")."""
    said = clauses.words[phrase.first : phrase.end]
    said = said[1:] if said[:1] == ("not",) else said
    return said[:1] == ("one",) or said[:2] in (("a", "single"), ("a", "soul"), ("a", "word"))
