"""Closed classes of words and marks that several rules of this package share."""

from __future__ import annotations

from twosource.vocab.speech import cue_words

Range = tuple[int, int]
"""Words of a passage: the first, and the one after the last."""

NOMINAL = frozenset(("NOUN", "PROPN", "NUM"))
VERBAL = frozenset(("VERB", "AUX"))
RELATIVE = frozenset(("who", "which", "that", "whose", "whom", "where", "when"))
QUESTION = frozenset(("whether", "how", "what", "why", "when", "where", "who", "if", "which"))
POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my", "your"))
OBJECTS = frozenset(("him", "her", "them", "me", "us", "it", "you"))
PLURALS = frozenset(("some", "those", "many", "others", "one", "most", "all", "another"))
"""Pronouns that head a noun phrase: "some of them", "those close to the talks"."""

SUBORDINATORS = cue_words("subordinator")
DASHES = frozenset(("—", "–", "-", "--"))
STOPS = frozenset((".", ",", ";", ":", "?", "!", "…", "...")) | DASHES
