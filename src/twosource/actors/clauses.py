"""What the syntax says of mentions, where an analyzer gives heads."""

from __future__ import annotations

from twosource.actors.drafts import Text, Words


def head_of(text: Text, words: Words) -> int | None:
    """The word of a phrase that depends on none of it, None where the analyzer gives no heads."""
    tokens = text.sentences[words.sentence].tokens
    for k in range(words.first, words.last):
        head = tokens[k].head
        if head is None:
            return None
        if not words.first <= head < words.last:
            return k
    return None


def is_subject(text: Text, words: Words) -> bool | None:
    """Whether a phrase is the subject of a clause; None where the analyzer gives no heads."""
    k = head_of(text, words)
    return None if k is None else (text.sentences[words.sentence].tokens[k].deprel or "").startswith("nsubj")
