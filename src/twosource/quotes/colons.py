"""Speakers before a colon: transcripts ("SMITH: ..."), headlines ("Mayor: ..."), lines above a quotation."""

from __future__ import annotations

from collections import Counter

from twosource.quotes.complements import to_the_end
from twosource.quotes.cues import find_cues
from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import CLOSING, FINAL, OPENING, Passage
from twosource.quotes.subjects import first_subject, subject_of
from twosource.quotes.words import POSSESSIVE, Range
from twosource.vocab.speech import cue_words, unnamed_speakers

LONGEST_NAME = 4
"""Words before the colon: "Interior Minister Jane Roe: ..."."""
LONGEST_PHRASE = 12
"""Words before a colon that a quotation and nothing else follows: "Jane Roe, a farmer of 60: ..."."""


def names_and_colons(passages: list[Passage], places: frozenset[str]) -> list[Found]:
    """Lines that open with a speaker and a colon; of headlines only where the report's text names the speaker too.

    `places`: names that before a colon tell where, not who ("Lima: ...").
    """
    named = {w for p in passages if p.role != "headline" for w, t in zip(p.words, p.tags, strict=True) if t == "PROPN"}
    labelled = [(p, colon) for p in passages if (colon := _colon(p)) and " ".join(p.words[:colon]) not in places]
    turns = Counter(_label(p, colon) for p, colon in labelled if p.role != "headline" and _may_open_turn(p, colon))
    talk = _speaking(turns, {_label(p, colon) for p, colon in labelled if _opens_turn(p, colon)})
    found = []
    for p, colon in labelled:
        if p.role == "headline":
            spoken = _is_speaker(p, colon, named)
        else:
            spoken = _label(p, colon) in talk or _whole_quotation(p, colon)
        if spoken:
            found.append(_name_and_colon(p, colon))
    return found


def _name_and_colon(p: Passage, colon: int) -> Found:
    last = len(p) if p.role != "headline" else p.sentences[-1][1]
    first = _first(p)
    content = [Span(p, colon + 1, last)]
    return Found("name_and_colon", content, 0, None, Span(p, colon, colon + 1), Span(p, first, colon))


def _colon(p: Passage) -> int | None:
    """The colon after a line's first words, where words follow it; None where there is none, or a figure."""
    first = _first(p)
    end = min(len(p) - 1, first + LONGEST_PHRASE + 1)
    colon = next((k for k in range(first + 1, end) if p.words[k] == ":"), None)
    said = colon is not None and any(any(map(str.isalpha, p.words[k])) for k in range(colon + 1, len(p)))
    return colon if said else None


def _first(p: Passage) -> int:
    return 1 if p.quoted and p.quoted[0] == OPENING else 0


def _label(p: Passage, colon: int) -> str:
    return " ".join(p.words[_first(p) : colon])


def _may_open_turn(p: Passage, colon: int) -> bool:
    words = [w for w in p.words[_first(p) : colon] if w != "."]
    listed = " ".join(words).lower() in cue_words("no_turn")
    return len(words) <= LONGEST_NAME and not listed and all(w[0].isupper() for w in words)


def _opens_turn(p: Passage, colon: int) -> bool:
    """Whether words before a colon surely name whose turn it is: "SMITH", "Joan Low", "Q"."""
    words, tags = p.words[_first(p) : colon], p.tags[_first(p) : colon]
    shouted = all((w.isupper() and len(w) > 1) or w == "." for w in words)
    return shouted or " ".join(words).lower() in cue_words("turn") or all(t in ("PROPN", "DET") for t in tags)


def _speaking(turns: Counter[str], sure: set[str]) -> set[str]:
    """The labels that open turns of a talk: names that come back, and others beside them; capitals if many."""
    back = any(turns[label] > 1 for label in sure)
    shouted = sum(n for label, n in turns.items() if label.isupper())
    return {label for label, n in turns.items() if (back and n > 1) or (shouted > 1 and label.isupper())}


def _is_speaker(p: Passage, colon: int, named: set[str]) -> bool:
    """Whether a headline's first words are a speaker: names of the report's own text, or "police", "mayor"."""
    noun = unnamed_speakers().get(p.lower[colon - 1])
    words = p.words[_first(p) : colon]
    return len(words) <= LONGEST_NAME and (
        all(w in named for w in words) or (noun is not None and noun.kind != "other")
    )


def _whole_quotation(p: Passage, colon: int) -> bool:
    """Whether one quotation and nothing else follows a speaker and a colon: `Joan Low, a farmer: "..."`."""
    if p.quoted[colon + 1] != OPENING or p.quoted[-1] != CLOSING or phrase_after(p, 0, colon) != (0, colon):
        return False
    return all(p.quoted[k] == p.quoted[colon + 2] for k in range(colon + 2, len(p) - 1))


def introduced(p: Passage, n: int) -> list[Found]:
    """What a sentence tells after a colon, in quotation marks to its end: `Her answer was short: "No."`.

    Not a list of titles or names: the quotation ends as a sentence does.
    """
    low, high = p.sentences[n]
    colon = next((k for k in range(low + 1, high - 2) if p.words[k] == ":" and p.quoted[k + 1] == OPENING), None)
    if colon is None or not to_the_end(p, colon + 1, high):
        return []
    last = max(k for k in range(colon + 2, high) if p.quoted[k] >= 0)
    if p.words[last] not in FINAL:
        return []
    speaker = first_subject(p, low, colon)
    owner = speaker is not None and p.lower[speaker[0]] in POSSESSIVE and not _speaks(p, speaker)
    said_by = Span(p, speaker[0], speaker[0] + 1 if owner else speaker[1]) if speaker else None
    return [Found("quotation_after_cue", [Span(p, colon + 1, high)], n, None, Span(p, colon, colon + 1), said_by)]


def _speaks(p: Passage, subject: Range) -> bool:
    """Whether a subject is somebody who speaks: "| Her coach | was angrier still:", not "| Her answer | was short:"."""
    noun = unnamed_speakers().get(p.lower[head_of(Span(p, *subject))])
    return noun is not None and noun.kind != "other"


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
