"""Closed classes of words and marks that several rules of this package share."""

from __future__ import annotations

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

SUBORDINATORS = frozenset(
    (
        "if",
        "while",
        "although",
        "though",
        "as",
        "when",
        "because",
        "since",
        "after",
        "before",
        "once",
        "even",
        "whereas",
    )
)
DASHES = frozenset(("—", "–", "-"))
STOPS = frozenset((".", ",", ";", ":", "?", "!", "…", "...")) | DASHES
