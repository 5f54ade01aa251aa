"""Whether something was said, denied, or left unsaid."""

from __future__ import annotations

from twosource.quotes.cues import has_rest
from twosource.quotes.found import Found
from twosource.quotes.words import VERBAL
from twosource.vocab.speech import Polarity, speech_verbs

NOBODY = frozenset(("no", "nobody", "none", "neither"))
"""First words of a subject that nobody is: "no one has claimed", "neither the army nor the rebels said"."""
VOICED = frozenset(("say", "answer", "mention", "tell"))


def polarity_of(f: Found) -> Polarity:
    """The polarity of a cue; what nobody says, and what is refused to be told, is not said."""
    if f.cue is None:
        return "said"
    speaker = f.speaker
    nobody = speaker is not None and speaker.passage.lower[speaker.first] in NOBODY
    return "not_said" if nobody or _withheld(f) else f.cue.polarity


def _withheld(f: Found) -> bool:
    """Whether a refusal is one to speak: "refused to say", not "refused to sign" or "to raise the limit"."""
    span = f.content[0]
    p = span.passage
    if f.cue is None or f.cue.word.kind != "refuse":
        return False
    verb = next((k for k in range(span.first, span.last) if p.tags[k] in VERBAL), span.first)
    known = (word for word, _ in speech_verbs().get(p.lower[verb], ()) if has_rest(p, word, verb, span.last))
    return any(word.kind in VOICED for word in known)
