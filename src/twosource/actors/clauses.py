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


def is_beside_subject(text: Text, words: Words) -> bool:
    """Whether a name stands in apposition to the subject of a clause: "One of the guards, | Ann Roe |, said"."""
    tokens, k = text.sentences[words.sentence].tokens, head_of(text, words)
    token = tokens[k] if k is not None else None
    if token is None or token.deprel not in _APPOSED or token.head is None or token.head < 0:
        return False
    return (tokens[token.head].deprel or "").startswith("nsubj")


_STEPS = 3
_APPOSED = frozenset(("appos", "flat", "compound", "nmod:desc"))
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "csubj")


def beside(text: Text, one: Words, other: Words) -> bool:
    """Whether two phrases are arguments of one verb, and so two: "The minister met Foreign Minister X"."""
    a, b = _argument_of(text, one), _argument_of(text, other)
    return a is not None and a == b


def _argument_of(text: Text, words: Words) -> tuple[int, int] | None:
    """The sentence and the word that a phrase is an argument of; None for other phrases."""
    k = head_of(text, words)
    tokens = text.sentences[words.sentence].tokens
    token = tokens[k] if k is not None else None
    for _ in range(_STEPS):  # "the Iraqi foreign minister, X"
        if token is not None and token.head is not None and token.head >= 0 and token.deprel in _APPOSED:
            token = tokens[token.head]
    if token is None or token.head is None or not (token.deprel or "").startswith(_ARGUMENTS):
        return None
    return words.sentence, token.head
