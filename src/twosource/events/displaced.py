"""Objects out of place: "called the talks off", and, before a clause that describes it, "an offer that he accepts"."""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.vocab.events import GAP, Phrase
from twosource.vocab.word_sets import word_set

_PARTICLES = frozenset({"aside", "away", "back", "down", "off", "out", "over", "up"})
_NAMING = 2
"""Words at the end of a row that name its object: a gap and the noun."""

_OBJECT_BEGINS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_OBJECT_LIMIT = 7
_RELATIVE = "acl:relcl"


def last_word(clauses: Clauses, head: int, row: Phrase) -> int:
    """The last word of a verb at `head` that fits `row` with its object out of place, -1 if it does not."""
    if len(row.words) < _NAMING:
        return -1
    parted = -1 if _PARTICLES.isdisjoint(row.words[1]) else _parted(clauses, head, row)
    if parted >= 0 or GAP not in row.words[-_NAMING] or clauses.tree.relations[head] != _RELATIVE:
        return parted
    return _described(clauses, head, row)


def _parted(clauses: Clauses, head: int, row: Phrase) -> int:
    """The particle after the object: "turned the offer down", but not "took the lid off the box"."""
    named = GAP in row.words[-_NAMING]
    if len(row.words) != (_NAMING * 2 if named else _NAMING):
        return -1
    if not named and clauses.lemmas[head] not in word_set("verbs whose object may part them from their particle"):
        return -1
    phrase = clauses.phrase_starting(head + 1) if head + 1 < len(clauses.words) else None
    if phrase is None or phrase.end - head > _OBJECT_LIMIT or phrase.end >= len(clauses.words):
        return -1
    if clauses.words[phrase.end] not in row.words[1] & _PARTICLES or _goes_on(clauses, phrase.end + 1):
        return -1
    return phrase.end if not named or _is(clauses, phrase.head, row.words[-1]) else -1


def _goes_on(clauses: Clauses, i: int) -> bool:
    """Whether a noun phrase begins at `i`, which is no time, or "of", so that the word before is its preposition."""
    if i >= len(clauses.tags) or i in clauses.outside:
        return False
    return clauses.tags[i] in _OBJECT_BEGINS or clauses.words[i] == "of"


def _described(clauses: Clauses, head: int, row: Phrase) -> int:
    """The last word of the verb where the noun that its relative clause describes is the object, by heads."""
    between = row.words[1:-_NAMING]
    end = head + 1 + len(between)
    fits = all(word in words for word, words in zip(clauses.words[head + 1 : end], between, strict=False))
    if not fits or end > len(clauses.words) or _goes_on(clauses, end):  # "the shutdown that forced workers to go"
        return -1
    return end - 1 if any(i < head and _is(clauses, i, row.words[-1]) for i in clauses.tree.objects(head)) else -1


def _is(clauses: Clauses, i: int, nouns: frozenset[str]) -> bool:
    return clauses.lemmas[i] in nouns or clauses.words[i] in nouns
