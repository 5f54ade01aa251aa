"""What somebody gives as the reason after a denial and a colon: "She rejected this: | the boy had been heard"."""

from __future__ import annotations

from twosource.quotes.cues import find_cues
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.verbs import has_finite_verb
from twosource.vocab.speech import cue_words


def reasons_after(p: Passage, f: Found, n: int) -> Found | None:
    """The clause after a colon that goes on with what somebody denied, in the report's words, where no other speaks."""
    high, colon = p.sentences[n][1], f.content[-1].last
    if (
        f.cue is None
        or f.speaker is None
        or f.rule != "phrase_after_cue"
        or f.cue.word.lemma not in cue_words("denial")
    ):
        return None
    if colon + 1 >= high or p.words[colon] != ":" or f.cue.polarity == "not_said":
        return None
    plain = all(map(p.outside, range(colon + 1, high))) and has_finite_verb(p, colon + 1, high)
    if not plain or find_cues(p, colon + 1, high):
        return None
    said = Span(p, colon + 1, high)
    cue = Span(p, f.cue.first, f.cue.last)
    return Found("words_after_colon", [said], n, None, cue, f.speaker)
