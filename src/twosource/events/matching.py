"""Which words of a sentence name events: rows of event_verbs.tsv and event_nouns.tsv that fit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from typing import NamedTuple

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.displaced import last_word as displaced_word
from twosource.events.words import Words
from twosource.vocab.events import (
    GAP,
    NO_EVENT,
    OCCURRENCES,
    Phrase,
    light_verbs,
    noun_phrases,
    verb_phrases,
    verb_places,
)

_GAP_LIMIT = 7
_STOPS = frozenset({",", ";", ":", "—", "–", ".", "?", "!"})
_QUOTES = frozenset({"“", "”", '"'})
_ARTICLES = frozenset({("a",), ("an",), ("the",)})
_BEFORE_GERUND = frozenset({("by",), ("amid",), ("of",), ("from",), ("during",), ("since",), ("despite",)})
_AFTER_GERUND = frozenset({"ADP", "PUNCT", "SCONJ", "CCONJ", "VERB", "AUX"})
_MEASURES = frozenset({("up", "to"), ("at", "least"), ("at", "most"), ("as", "many"), ("as", "much")})
_HEDGES = frozenset({"as", "than", "around", "about", "over", "under", "nearly", "up"})
_SUMS = frozenset({("NUM",), ("SYM",)})
_PLACING = frozenset({"in", "at", "on", "from", "of"})
_LINKS = frozenset({"of", "with"})
"""Prepositions that a gap may cross ("a series of raids", "supplied it with arms")."""

_PARTICLES = frozenset({"up", "out", "off", "away", "down", "back", "apart", "together"})
"""Words that belong to a verb also before a time ("called up overnight"), unlike others ("agreed on Thursday to")."""

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
    """Whether the words of any row that names an event are all there: a cheap test before anything is parsed.

    Half of the sentences of a report have none.
    """
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
    last = _last_word(clauses, group.head, row)
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
            near = phrase.head if 0 < head - phrase.head <= _GAP_LIMIT else head
            return Match(near, head + len(row.words) - _PASSIVE_SHAPE, head, row)
    return None


def _last_word(clauses: Clauses, head: int, row: Phrase) -> int:
    """The index of the last word of the row when its first stands at `head`, -1 if it does not fit."""
    at, gap = head, False
    for alternatives in row.words[1:]:
        if GAP in alternatives:
            gap = True
            continue
        at = _next(clauses, at + 1, alternatives, _GAP_LIMIT if gap else 0)
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
