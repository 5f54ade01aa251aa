"""Verbs whose subject is told something, not who tells it: "drivers were told that ...", "the court heard that ..."."""

from __future__ import annotations

from twosource.quotes.cues import BE, Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.passive import agent_of
from twosource.vocab.speech import cue_words, speech_verbs

TELLING = frozenset(("tell", "ask", "urge", "warn"))


def turned(f: Found) -> Found:
    """The same attribution; who was told is its hearer, and whoever "by" names its speaker."""
    if f.cue is None or f.speaker is None or f.speaker.last > f.cue.first or not _is_told(f.speaker, f.cue):
        return f
    p = f.speaker.passage
    f.hearer, f.speaker = f.speaker, agent_of(p, f.cue.verb, f.content[0].first)
    return f


def _is_told(subject: Span, cue: Cue) -> bool:
    p = subject.passage
    if p.lower[cue.verb] in cue_words("hears"):
        return not cue_words("hearing").isdisjoint(p.lower[subject.first : subject.last])
    telling = any(verb.kind in TELLING for verb, form in speech_verbs().get(p.lower[cue.verb], ()) if form == "ed")
    return telling and not BE.isdisjoint(p.lower[cue.first : cue.verb])
