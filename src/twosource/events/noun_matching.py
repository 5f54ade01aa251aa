"""Which nouns of a sentence name events: rows of event_nouns.tsv that fit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress

from twosource.events.clauses import Clauses
from twosource.events.matching import Match, coded_beside
from twosource.vocab.events import NO_EVENT, OCCURRENCES, Phrase, noun_phrases

_ARTICLES = frozenset({("a",), ("an",), ("the",)})
_BEFORE_GERUND = frozenset({("by",), ("amid",), ("of",), ("from",), ("during",), ("since",), ("despite",)})
_AFTER_GERUND = frozenset({"ADP", "PUNCT", "SCONJ", "CCONJ", "VERB", "AUX"})


def match_nouns(clauses: Clauses, met: Callable[[int, Phrase], bool], *, names: bool) -> list[Match]:
    """Nouns and noun phrases that name events, left to right; `names`: capitalised words too (a headline).

    `met` says of the last word of a phrase and its row whether what the row needs is there.
    """
    if not clauses.compounds and True not in clauses.names:
        return []
    allowed = ("NOUN", "ADJ", "PROPN") if names else ("NOUN", "ADJ")
    found: list[Match] = []
    end = 0
    able = {*compress(range(len(clauses.words)), clauses.names)} - clauses.outside
    for i in sorted(able | clauses.compounds.keys()):
        match = _noun_at(clauses, i, allowed, met) if i >= end else None
        if match is None:
            continue
        end = match.last + 1
        if match.row.type != NO_EVENT:
            found.append(match)
    return found


def _noun_at(clauses: Clauses, i: int, allowed: tuple[str, ...], met: Callable[[int, Phrase], bool]) -> Match | None:
    table = noun_phrases()
    if i in clauses.compounds:  # "cease-fire"
        word, last = clauses.compounds[i]
        row = next((row for row in table.get(word, ()) if len(row.words) == 1), None)
        if row and heads_phrase(clauses, last):
            return Match(i, last, last, row)
    match = _best_noun(clauses, i, table.get(clauses.words[i], ()), allowed, met)
    if match is None and clauses.lemmas[i] != clauses.words[i]:
        match = _best_noun(clauses, i, table.get(clauses.lemmas[i], ()), allowed, met)
    return match


def _best_noun(
    clauses: Clauses,
    i: int,
    rows: tuple[Phrase, ...],
    allowed: tuple[str, ...],
    met: Callable[[int, Phrase], bool],
) -> Match | None:
    spared: Match | None = None
    for row in rows:
        last = i + len(row.words) - 1
        if last >= len(clauses.words) or not _fits(clauses, i, row):
            continue
        if not coded_beside(row, spared.row if spared else None):
            continue
        if len(row.words) == 1 and clauses.tags[i] == "ADJ" and clauses.words[i - 1 : i] not in _ARTICLES:
            continue  # "the film is offensive"
        if _gerund(clauses, i, row):  # "driven out by fighting"
            return Match(i, i, i, row)
        if clauses.tags[i] not in allowed and not (len(row.words) > 1 and clauses.tags[i] in ("PROPN", "DET")):
            continue
        if row.type == NO_EVENT and row.table in OCCURRENCES:
            spared = spared or Match(i, last, last, row)
        elif row.type == NO_EVENT or (heads_phrase(clauses, last) and met(last, row)):
            return Match(i, last, last if clauses.tags[last] != "ADP" else i, row)
    return spared


def _gerund(clauses: Clauses, i: int, row: Phrase) -> bool:
    """Whether the word at `i` is a noun in "-ing" that is tagged as a verb: after a preposition, no object."""
    if clauses.tags[i] != "VERB" or len(row.words) > 1 or clauses.words[i] not in row.words[0]:
        return False
    after = clauses.tags[i + 1 : i + 2]
    alone = not after or after[0] in _AFTER_GERUND
    return alone and clauses.words[i].endswith("ing") and clauses.words[i - 1 : i] in _BEFORE_GERUND


def _fits(clauses: Clauses, i: int, row: Phrase) -> bool:
    for d in range(1, len(row.words)):
        if clauses.lemmas[i + d] not in row.words[d] and clauses.words[i + d] not in row.words[d]:
            return False
    return True


def heads_phrase(clauses: Clauses, last: int) -> bool:
    """Whether no noun follows: in "protest leader" the protest is no event."""
    after = last + 1
    if clauses.tags[last] == "ADP":  # "the signing of treaties"
        return True
    if clauses.tags[last] in ("VERB", "AUX") or clauses.hyphenated(after):
        return False
    return after >= len(clauses.tags) or clauses.tags[after] not in ("NOUN", "PROPN") or after in clauses.outside
