"""Which verbs of a sentence name events: rows of event_verbs.tsv that fit."""

from __future__ import annotations

from typing import NamedTuple

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.displaced import last_word as displaced_word
from twosource.events.gaps import GAP_LIMIT, last_word
from twosource.events.words import Words
from twosource.vocab.events import (
    GAP,
    NO_EVENT,
    OCCURRENCES,
    Phrase,
    light_verbs,
    verb_phrases,
    verb_places,
)

_OF_THEMSELVES = frozenset(
    {"begin", "start", "end", "stop", "open", "close", "resume", "cease", "halt", "break", "continue"}
)
"""Verbs whose subject may be what they happen to: "the talks ended" says nothing of who ended them."""

_PASSIVE_SHAPE = 3
"""Words in a pattern of the shape "verb ~ noun", which also fits a passive ("sanctions were lifted").

So does "verb particle ~ noun" ("security was stepped up")."""

_UNDOING = frozenset({"negated", "planned"})
"""Realis of light verbs that call off or put off what their noun names."""


class Match(NamedTuple):
    """Words that name an event: first, last and heading word, and the row that says so."""

    first: int
    last: int
    head: int
    row: Phrase


def object_start(match: Match) -> int:
    """Where the object begins: right after the verb where the pattern has a gap, else after the pattern."""
    return match.head + 1 if any(GAP in words for words in match.row.words) else match.last + 1


def has_candidates(words: Words) -> bool:
    """Whether a row can fit: the sentence has a word that opens it and one that ends it. Asked before all else."""
    if "-" in words.words:
        return True
    return any(not ends.isdisjoint(words.vocabulary) for ends in filter(None, words.endings))


def verb_options(clauses: Clauses, k: int) -> list[Match]:
    """All rows that fit the words after group `k`, the most specific first, up to one that names no event."""
    head = clauses.groups[k].head
    found: list[Match] = []
    spared: Phrase | None = None
    if clauses.tags[head] != "VERB" and clauses.lemmas[head] != "be":
        return found
    for row in _possible(clauses, clauses.lemmas[head]):
        match = _fit_verb(clauses, k, row)
        if match and row.type == NO_EVENT:
            if row.table not in OCCURRENCES:
                break
            spared = spared or row
        elif match and coded_beside(row, spared):
            found.append(match)
    return found


def _possible(clauses: Clauses, lemma: str) -> list[Phrase]:
    """The rows of a verb whose last word the sentence has, the most specific first: about four of up to 132."""
    ends = verb_places().get(lemma, {})
    found = {place for word in ends.keys() & clauses.vocabulary for place in ends[word]}
    rows = verb_phrases().get(lemma, ())
    return [rows[place] for place in sorted(found)]


def coded_beside(row: Phrase, spared: Phrase | None) -> bool:
    """Whether a row counts after one of the same words that says "no occurrence": only a coded one as long as that."""
    return spared is None or (row.table not in OCCURRENCES and len(row.words) == len(spared.words))


def names_nothing(clauses: Clauses, k: int) -> bool:
    """Whether a row says that the words after group `k` name no event ("strike a chord")."""
    rows = _possible(clauses, clauses.lemmas[clauses.groups[k].head])
    return any(row.type == NO_EVENT and _fit_verb(clauses, k, row) for row in rows)


def _fit_verb(clauses: Clauses, k: int, row: Phrase) -> Match | None:
    group = clauses.groups[k]
    last = last_word(clauses, group.head, row)
    if last < 0 and not clauses.passive(k):
        last = displaced_word(clauses, group.head, row)
    if row.mutual and len(row.words) < _PASSIVE_SHAPE and clauses.passive(k):
        return None  # "was met with disdain"
    if last >= 0:
        return Match(group.head, last, group.head, row)
    if not _fits_passive(clauses, group.head, row):
        return None
    if clauses.passive(k) or (clauses.lemmas[group.head] not in _OF_THEMSELVES and clauses.reduced(k)):
        return _fit_passive(clauses, k, row)
    return None


def _fits_passive(clauses: Clauses, head: int, row: Phrase) -> bool:
    """Whether a row is of the shape "verb ~ noun" or "verb particle ~ noun", its particles right after the verb.

    A light verb that undoes its noun is left to it ("talks were called off").
    """
    if len(row.words) < _PASSIVE_SHAPE or GAP not in row.words[-2]:
        return False
    between = row.words[1:-2]
    if not between:
        return True
    if row.table in OCCURRENCES or any(GAP in words for words in between):  # "the town is cut off in winter"
        return False
    follow = clauses.words[head + 1 : head + 1 + len(between)]
    if len(follow) < len(between) or any(word not in words for word, words in zip(follow, between, strict=True)):
        return False
    lights = light_verbs().get(clauses.lemmas[head], ())
    return all(light.verb[1:] != follow or light.realis not in _UNDOING for light in lights)


def _fit_passive(clauses: Clauses, k: int, row: Phrase) -> Match | None:
    own = None if clauses.passive(k) else clauses.phrase_ending(clauses.groups[k].first - 1)
    for phrase in (own,) if own else subject(clauses, k):
        if clauses.lemmas[phrase.head] in row.words[-1] or clauses.words[phrase.head] in row.words[-1]:
            head = clauses.groups[k].head
            near = phrase.head if 0 < head - phrase.head <= GAP_LIMIT else head
            return Match(near, head + len(row.words) - _PASSIVE_SHAPE, head, row)
    return None
