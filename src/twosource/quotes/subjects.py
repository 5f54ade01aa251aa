"""Whose words a cue reports where the content follows it: its own subject, or that of an earlier verb."""

from __future__ import annotations

from twosource.quotes.cues import Cue
from twosource.quotes.found import Found
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import CLOSING, Passage
from twosource.quotes.phrases import subject
from twosource.quotes.words import RELATIVE, SUBORDINATORS, Range

BEFORE_PAIR = frozenset(("neither", "either", "both"))
"""Words before the first of two verbs: "neither confirmed nor denied"."""


def subject_of(p: Passage, cue: Cue, low: int, high: int, earlier: list[Found]) -> Range | None:
    """The speaker of a cue; of "and added", ", adding" the speaker before, of "Adding that ..., X" the one after."""
    left = cue.first - 1
    if left < low:
        return _fronted(p, cue, high) if cue.form == "ing" else None
    shared = p.tags[left] == "CCONJ" or p.quoted[left] == CLOSING
    bare_participle = cue.form == "ing" and not _progressive(p, cue)
    if shared or (bare_participle and p.tags[left] not in ("NOUN", "PROPN")):
        return _inherited(p, cue, low, earlier)
    return subject(p, cue.first, low)


def is_subordinate(p: Passage, speaker: Range | None, low: int) -> bool:
    """Whether a cue's clause ends before its sentence: its subject is "who", or "if", "while" stands before it."""
    if speaker is None:
        return False
    if p.lower[speaker[0]] in ("who", "which", "that"):
        return True
    opens = speaker[0] - low <= 2 and p.lower[low] in SUBORDINATORS
    return speaker[0] > low and (opens or p.lower[speaker[0] - 1] in SUBORDINATORS)


def _progressive(p: Passage, cue: Cue) -> bool:
    return any(p.tags[k] == "AUX" for k in range(cue.first, cue.verb))


def _inherited(p: Passage, cue: Cue, low: int, earlier: list[Found]) -> Range | None:
    for before in reversed(earlier):
        said = before.speaker
        if (
            said
            and p.lower[said.first] not in RELATIVE
            and not any(s.first <= cue.verb < s.last for s in before.content)
        ):
            return (said.first, said.last)
    return first_subject(p, low, cue.first)


def first_subject(p: Passage, low: int, high: int) -> Range | None:
    """The subject of the first finite verb between two words."""
    for k in range(low + 1, high):
        if p.outside(k) and p.tags[k] in ("VERB", "AUX") and not p.lower[k].endswith("ing") and p.lower[k - 1] != "to":
            first = k
            while first > low + 1 and _before_verb(p, first - 1):
                first -= 1
            found = subject(p, first, low)
            if found is not None:
                return found
    return None


def _before_verb(p: Passage, i: int) -> bool:
    return p.outside(i) and (p.tags[i] in ("ADV", "AUX") or p.lower[i] in BEFORE_PAIR)


def _fronted(p: Passage, cue: Cue, high: int) -> Range | None:
    """Of "Warning that ..., the minister left": the subject of the clause after a comma."""
    for k in range(cue.last, high - 1):
        if p.words[k] == "," and p.outside(k):
            found = phrase_after(p, k + 1, high)
            if found and found[1] < high and p.tags[found[1]] in ("VERB", "AUX", "ADV"):
                return found
    return None
