"""Verbs of speech that do something instead: "declared a state of emergency"; and "denied that"."""

from __future__ import annotations

from twosource.quotes.found import Found
from twosource.quotes.words import VERBAL
from twosource.vocab.speech import cue_words

DECLARES = frozenset(("declare", "order", "proclaim"))


def is_deed(f: Found) -> bool:
    """Whether the object of the verb is done by saying it, so that no words are reported."""
    if f.rule != "phrase_after_cue" or f.cue is None or f.holds_quotation():
        return False
    span, lemma = f.content[0], f.cue.word.lemma
    words = span.passage.lower[span.first : span.last]
    return lemma in DECLARES and "to" not in words and not cue_words("deed").isdisjoint(words)


def names_itself(f: Found) -> bool:
    """Whether a cue only tells the name that somebody goes by: "a group | calling itself the Red Dawn Brigade"."""
    span = f.content[0]
    p = span.passage
    verb = next((k for k in range(span.first + 1, span.last) if p.tags[k] in VERBAL), span.last)
    named = (p.words[k][0].isupper() or p.tags[k] in ("DET", "ADP") for k in range(span.first + 1, verb))
    itself = p.lower[span.first].endswith(("self", "selves")) and span.last - span.first > 1
    return f.cue is not None and f.cue.word.lemma == "call" and itself and all(named)


def is_pronoun(f: Found) -> bool:
    """Whether all that is said is one pronoun: what "denied that" and "confirmed it" say stands elsewhere."""
    span = f.content[0]
    one = len(f.content) == 1 and not f.holds_quotation()
    told = (w for w in span.passage.lower[span.first : span.last] if w[0].isalnum()) if one else ()
    words = [w for n, w in enumerate(told) if not n or w not in cue_words("time")]
    return len(words) == 1 and words[0] in cue_words("pointing")
