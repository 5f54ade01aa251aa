"""Speakers before a colon: transcripts ("SMITH: ..."), headlines ("Mayor: ..."), lines above a quotation."""

from __future__ import annotations

from twosource.quotes.cues import find_cues
from twosource.quotes.found import Found, Span
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import OPENING, Passage
from twosource.quotes.subjects import first_subject, subject_of
from twosource.vocab.speech import unnamed_speakers

LONGEST_NAME = 4
"""Words before the colon: "Interior Minister Jane Roe: ..."."""


def names_and_colons(passages: list[Passage]) -> list[Found]:
    """Lines that open with a speaker and a colon; of headlines only where the report's text names the speaker too."""
    named = {w for p in passages if p.role != "headline" for w, t in zip(p.words, p.tags, strict=True) if t == "PROPN"}
    found = [f for p in passages if (f := _name_and_colon(p, named))]
    turns = [f for f in found if f.content[0].passage.role != "headline"]
    return found if len(turns) > 1 else [f for f in found if f not in turns]


def _name_and_colon(p: Passage, named: set[str]) -> Found | None:
    first = 1 if p.quoted and p.quoted[0] == OPENING else 0
    colon = next((k for k in range(first + 1, min(len(p), first + LONGEST_NAME + 1)) if p.words[k] == ":"), None)
    if colon is None or colon + 3 >= len(p):
        return None
    words = p.words[first:colon]
    spoken = all(w in named for w in words) or p.lower[colon - 1] in unnamed_speakers()
    if not (spoken if p.role == "headline" else all(w.isupper() and len(w) > 1 for w in words)):
        return None
    last = len(p) if p.role != "headline" else p.sentences[-1][1]
    content = [Span(p, colon + 1, last)]
    return Found("name_and_colon", content, 0, None, Span(p, colon, colon + 1), Span(p, first, colon))


def introduction(p: Passage, n: int) -> Found | None:
    """What a sentence that ends in a colon tells of the quotation below it: cue and speaker, no content yet."""
    low, high = p.sentences[n]
    if high - low < 2 or p.words[high - 1] != ":" or not p.outside(high - 1):
        return None
    cues = find_cues(p, low, high)
    if cues:
        cue = cues[-1]
        speaker = subject_of(p, cue, low, high, [])
        if speaker is None and cue.first == low:
            speaker = phrase_after(p, cue.last, high)
        words = Span(p, cue.first, cue.last)
        return Found("quotation_after_cue", [], n, cue, words, Span(p, *speaker) if speaker else None)
    speaker = first_subject(p, low, high)
    return Found("quotation_after_cue", [], n, None, Span(p, high - 1, high), Span(p, *speaker) if speaker else None)
