"""Whose words a cue reports where the content follows it: its own subject, or that of an earlier verb."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from twosource.quotes.cues import Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.names_after import phrase_after
from twosource.quotes.participles import conjoined, modified, purpose_of, with_whom
from twosource.quotes.passage import CLOSING, Passage
from twosource.quotes.phrases import subject
from twosource.quotes.syntax import SUBJECTS
from twosource.quotes.words import RELATIVE, SUBORDINATORS, VERBAL, Range
from twosource.vocab.speech import cue_words

BEFORE_PAIR = frozenset(("neither", "either", "both"))
"""Words before the first of two verbs: "neither confirmed nor denied"."""
BESIDE = frozenset(("while", "as", "when", "after", "before"))
"""Words that open a clause on what went on beside what a sentence tells."""


def subject_of(p: Passage, cue: Cue, low: int, high: int, earlier: list[Found]) -> Range | None:
    """The speaker of a cue; of "and added", ", adding" the speaker before, of "Adding that ..., X" the one after."""
    left = cue.first - 1
    if left < low:
        return _fronted(p, cue, high) if cue.form == "ing" else None
    if p.lower[left] == "as" and cue.form == "ing":
        return _quoted_as(p, left, low)
    shared = p.tags[left] == "CCONJ" or p.quoted[left] == CLOSING
    bare_participle = cue.form == "ing" and not _progressive(p, cue)
    own = with_whom(p, cue.verb) or _own_subject(p, cue, low) if bare_participle else None
    if own is None and (shared or (bare_participle and not _may_speak(p, left))):
        return _inherited(p, cue, low, earlier)
    own = own or purpose_of(p, cue) or subject(p, cue.first, low)
    described = modified(p, cue, own) if bare_participle else None
    if described is not None and described[0] >= low:
        return described
    listed = own is None and p.words[left] == "," and any(f.cue and f.cue.form == cue.form for f in earlier)
    return _inherited(p, cue, low, earlier) if listed else own


def _may_speak(p: Passage, k: int) -> bool:
    """Whether a participle can be that of the noun before it: not in "wrote to the navy that week | asking"."""
    timed = p.lower[k] in cue_words("time") or p.words[k] in cue_words("day")
    return p.tags[k] in ("NOUN", "PROPN") and not timed


def _quoted_as(p: Passage, left: int, low: int) -> Range | None:
    """Of "the agency quoted Low | as saying" and "Low was quoted by the agency | as saying": who is quoted."""
    said = subject(p, left, low)
    verb = said[0] - 1 if said else left
    by_others = said is None or p.lower[verb] == "by" or p.tags[verb] not in VERBAL
    return first_subject(p, low, left) if by_others else said


def relayed(f: Found) -> Found:
    """The same attribution; of `"...," the agency quoted Low as saying` Low is the speaker."""
    if f.cue is None:
        return f
    p = f.content[0].passage
    named = phrase_after(p, f.cue.last, p.sentences[f.sentence][1])
    if named and p.lower[named[1] : named[1] + 2] == ["as", "saying"]:
        verb = named[1] + 1
        f.cue = replace(f.cue, first=verb, verb=verb, last=verb + 1, form="ing")
        f.speaker, f.cue_words = Span(p, *named), Span(p, verb, verb + 1)
    return f


def is_subordinate(p: Passage, speaker: Range | None, low: int) -> bool:
    """Whether a cue's clause ends before its sentence: its subject is "who", or "if", "while" stands before it."""
    if speaker is None:
        return False
    if p.lower[speaker[0]] in ("who", "which", "that"):
        return True
    opens = speaker[0] - low <= 2 and p.lower[low] in SUBORDINATORS
    return speaker[0] > low and (opens or p.lower[speaker[0] - 1] in SUBORDINATORS)


def _own_subject(p: Passage, cue: Cue, low: int) -> Range | None:
    """The subject that a participle has of its own by the heads: "with some | suggesting"."""
    subjects = p.tree.below(cue.verb, SUBJECTS) if p.tree else []
    if p.tree is None or not subjects:
        return None
    first, last = p.tree.whole(subjects[0])
    spoken = low <= first < cue.first and p.outside(first) and p.lower[first] not in RELATIVE
    return (first, min(last, cue.first)) if spoken else None


def _progressive(p: Passage, cue: Cue) -> bool:
    return any(p.tags[k] == "AUX" for k in range(cue.first, cue.verb))


def _inherited(p: Passage, cue: Cue, low: int, earlier: list[Found]) -> Range | None:
    shared = conjoined(p, cue)
    if shared is not None and shared[0] >= low and not _is_said(earlier, shared[0]):
        same = [(s.first, s.last) for f in earlier if (s := f.speaker) and s.first == shared[0]]
        return max([shared, *same], key=itemgetter(1))
    for before in reversed(earlier):
        said = before.speaker
        if (
            said
            and p.lower[said.first] not in RELATIVE
            and not any(s.first <= cue.verb < s.last for s in before.content)
            and not any(g.encloses(before) for g in earlier if g is not before)
        ):
            return (said.first, said.last)
    return first_subject(p, low, cue.first)


def _is_said(earlier: list[Found], k: int) -> bool:
    """Whether word `k` stands in what somebody else says."""
    return any(s.first <= k < s.last for f in earlier for s in f.content)


def first_subject(p: Passage, low: int, high: int) -> Range | None:
    """The subject of the first finite verb between two words, of the main clause where a subordinate one opens."""
    return _first_subject(p, _main_clause(p, low, high), high) or _first_subject(p, low, high)


def main_subject(p: Passage, low: int, high: int) -> Range | None:
    """Whom a sentence is about, past a relative clause: "| Ann Roe of the union, who led the march, | laughed"."""
    opens = _main_clause(p, low, high)
    return _first_subject(p, opens, high, RELATIVE) or _first_subject(p, low, high, RELATIVE)


def over(p: Passage, speaker: int) -> Range | None:
    """Whom a sentence is about in a clause beside which somebody speaks: "| Ann Roe | left while Al Low said ..."."""
    low = next((first for first, last in p.sentences if first <= speaker < last), speaker)
    beside = speaker > low and p.lower[speaker - 1] in BESIDE
    return main_subject(p, low, speaker - 1) if beside and p.lower[low] not in SUBORDINATORS else None


def cleft(p: Passage, low: int, high: int) -> Range | None:
    """Whom "It was Ann Roe who rang" is about."""
    if low + 4 > high or p.lower[low] != "it" or p.lower[low + 1] not in ("is", "was"):
        return None
    found = phrase_after(p, low + 2, high)
    end = next((k for k in range(*found) if p.lower[k] == "who"), found[1]) if found else high
    return (low + 2, end) if low + 2 < end < high and p.lower[end] == "who" else None


def _main_clause(p: Passage, low: int, high: int) -> int:
    """The word after the comma that ends a clause such as "After he had spoken, | the mayor"; `low` without one."""
    if low >= high or p.lower[low] not in SUBORDINATORS:
        return low
    return next((k + 1 for k in range(low + 2, high - 1) if p.words[k] == "," and p.outside(k)), low)


def _first_subject(p: Passage, low: int, high: int, but: frozenset[str] = frozenset()) -> Range | None:
    for k in range(low + 1, high):
        if p.outside(k) and p.tags[k] in ("VERB", "AUX") and not p.lower[k].endswith("ing") and p.lower[k - 1] != "to":
            first = k
            while first > low + 1 and _before_verb(p, first - 1):
                first -= 1
            found = subject(p, first, low)
            if found is not None and p.lower[found[0]] not in but:
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
