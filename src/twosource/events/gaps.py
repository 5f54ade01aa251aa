"""Where a row's words end in a sentence: others may stand between them where the row has a gap, and times anywhere."""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.vocab.events import GAP, Phrase

GAP_LIMIT = 7
"""Words that a gap may hold."""
_STOPS = frozenset({",", ";", ":", "—", "–", ".", "?", "!"})
_QUOTES = frozenset({"“", "”", '"'})
_MEASURES = frozenset({("up", "to"), ("at", "least"), ("at", "most"), ("as", "many"), ("as", "much")})
_HEDGES = frozenset({"as", "than", "around", "about", "over", "under", "nearly", "up"})
_SUMS = frozenset({("NUM",), ("SYM",)})
_PLACING = frozenset({"in", "at", "on", "from", "of"})
_LINKS = frozenset({"of", "with"})
"""Prepositions that a gap may cross ("a series of raids", "supplied it with arms")."""
_PARTICLES = frozenset({"up", "out", "off", "away", "down", "back", "apart", "together"})
"""Words that belong to a verb also before a time ("called up overnight"), unlike others ("agreed on Thursday to")."""


def last_word(clauses: Clauses, head: int, row: Phrase) -> int:
    """The index of the last word of the row when its first stands at `head`, -1 if it does not fit."""
    at, gap = head, False
    for alternatives in row.words[1:]:
        if GAP in alternatives:
            gap = True
            continue
        at = _next(clauses, at + 1, alternatives, GAP_LIMIT if gap else 0)
        if at < 0:
            return -1
        gap = False
    while at + 1 < len(clauses.words) and clauses.lemmas[at + 1] in row.words[-1] and clauses.tags[at + 1] == "NOUN":
        at += 1  # "postponed a bond sale" ends at the sale where both words do
    return at


def _next(clauses: Clauses, i: int, alternatives: frozenset[str], reach: int) -> int:
    """Where one of `alternatives` stands within `reach` words from `i`; times and one adverb do not count."""
    end = len(clauses.words)
    skipped = 0
    while i < end:
        dates = clauses.tags[i] == "ADP" and clauses.words[i] not in _PARTICLES and _brings_time(clauses, i + 1)
        if not dates and (clauses.words[i] in alternatives or clauses.lemmas[i] in alternatives):
            return i
        if i in clauses.compounds and clauses.compounds[i][0] in alternatives:
            return clauses.compounds[i][1]
        if not dates and i not in clauses.outside:
            free = clauses.tags[i] == "ADV" and not reach
            skipped += 1
            if skipped > (1 if free else reach) or (_ends_gap(clauses, i) and not _in_object(clauses, i, alternatives)):
                return -1
        i += 1
    return -1


def _brings_time(clauses: Clauses, i: int) -> bool:
    """Whether a time of its own stands at `i`: "weeks of pressure" is pressure."""
    end = i
    while end in clauses.outside:
        end += 1
    return end > i and clauses.words[end : end + 1] != ("of",)


def _in_object(clauses: Clauses, i: int, alternatives: frozenset[str]) -> bool:
    """Whether the preposition at `i` stands inside whom an infinitive is told to ("ordered schools in the city to")."""
    return "to" in alternatives and clauses.words[i] in _PLACING and clauses.tags[i - 1] in ("NOUN", "PROPN")


def _ends_gap(clauses: Clauses, i: int) -> bool:
    """Whether the word at `i`, which is none of those looked for, ends the object in which they could stand."""
    word, tag = clauses.words[i], clauses.tags[i]
    if word in _HEDGES and clauses.tags[i + 1 : i + 2] in _SUMS:
        return False
    if word in _QUOTES:  # "called it “a victory”", but not "called him, “a victory …”"
        return clauses.words[i - 1] in _STOPS
    if word in _STOPS or tag in ("SCONJ", "VERB"):
        return not clauses.modifies(i)
    if tag != "ADP" or word in _LINKS or _measures(clauses, i):
        return False
    return not (word in ("in", "at") and clauses.tags[i + 1 : i + 2] == ("PROPN",))


def _measures(clauses: Clauses, i: int) -> bool:
    """Whether the word at `i` is of "up to", "at least" or the like before a number, with which no clause begins."""
    if clauses.tags[i - 1] == "CCONJ":  # "was evacuated and at least one man was hurt"
        return False
    return not _MEASURES.isdisjoint((clauses.words[max(0, i - 1) : i + 1], clauses.words[i : i + 2]))
