"""Noun phrases by heads: the words around a noun that the tree gives."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.events.clauses import Clauses
from twosource.events.words import Phrase

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "DET"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "where", "when", "while", "whom"})


def phrases_of(clauses: Clauses, heads: Iterable[int]) -> tuple[Phrase, ...]:
    """The noun phrases of `heads`; what is no noun, tells a time or stands in a dateline is left out."""
    tags, words, outside = clauses.tags, clauses.words, clauses.outside
    named = [i for i in heads if tags[i] in _NAMING and words[i] not in _RELATIVES and i not in outside]
    if not named:
        return ()
    opens = clauses.opens
    found = tuple([_phrase_of(clauses, i) for i in named if i >= opens])
    shared = found and clauses.tree.relations[found[0].first] == "conj"  # "Chad and Mali's ministers"
    return (*clauses.listed_back(found[0])[:-1], *found) if shared else found


def _phrase_of(clauses: Clauses, i: int) -> Phrase:
    if i not in clauses.phrases:
        first, head, end = clauses.tree.span(i)
        name = clauses.tree.named(i)
        clauses.phrases[i] = Phrase(first, head, end) if name == i else Phrase(first, *clauses.tree.span(name)[1:])
    return clauses.phrases[i]
