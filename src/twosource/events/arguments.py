"""Who does it and who it is done to, as noun phrases: subject, object and prepositional phrases of a verb.

By heads where the words have them, else by tags and positions.
"""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.events.phrases import phrases_of
from twosource.events.words import Phrase

_RELATIVES = frozenset({"who", "which", "that"})
_ASKING = frozenset({"when", "where", "why", "how"})
_HEDGES = frozenset(
    {("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")}
)
_OPENING = frozenset({"after", "before", "since", "until", "as", "that", "because", "while", "when", "if", "than"})
_REPORTING = frozenset({"say", "announce", "claim", "add", "warn", "tell", "think", "believe", "know", "report"})
_JOINING = frozenset({"and", "or", "&"})
_DEPTH = 4
_REACH = 12
"""Words after an anchor within which a preposition still belongs to it."""


def subject(clauses: Clauses, k: int) -> tuple[Phrase, ...]:
    """The noun phrases that are subject of group `k`; empty where it cannot be told."""
    if k < 0:
        return ()
    if k not in clauses.subjects:
        clauses.subjects[k] = _subject(clauses, k)
    return clauses.subjects[k]


def _subject(clauses: Clauses, k: int) -> tuple[Phrase, ...]:
    first, head, *_ = clauses.groups[k]
    by_heads = phrases_of(clauses, clauses.tree.subjects(head))
    if by_heads and _JOINING.isdisjoint(clauses.words[: first or None]):  # no list that could be the longer
        return by_heads
    before = _subject_before(clauses, k)
    agree = before and by_heads and by_heads[-1].first <= before[-1].head < by_heads[-1].end
    return before if not by_heads or (agree and len(before) > len(by_heads)) else by_heads


def _subject_before(clauses: Clauses, k: int, depth: int = 0) -> tuple[Phrase, ...]:
    if k < 0 or depth > _DEPTH:
        return ()
    group = clauses.groups[k]
    if group.form == "infinitive":
        return _controller(clauses, k, depth)
    if group.form == "participle":
        return _of_participle(clauses, k, depth)
    return _before(clauses, k, group.first - 1, depth)


def _before(clauses: Clauses, k: int, i: int, depth: int) -> tuple[Phrase, ...]:
    """The subject that ends at `i` or, across "and", "who" or a parenthesis, stands before it."""
    while i >= 0 and (width := _aside(clauses, i)):
        i -= width
    if i < 0:
        return ()
    if clauses.tags[i] == "CCONJ":
        return _subject_before(clauses, k - 1, depth + 1)
    if clauses.words[i] in _RELATIVES:
        return _named(clauses, i - 2 if i > 0 and clauses.words[i - 1] == "," else i - 1)
    if clauses.words[i] == ",":
        return _across_comma(clauses, k, i, depth)
    return _past_relative(clauses, k, _named(clauses, i), depth)


def _aside(clauses: Clauses, i: int) -> int:
    """How many words that end at `i` only describe the verb: an adverb, a time, "more than" in "more than doubled"."""
    if clauses.words[max(0, i - 1) : i + 1] in _HEDGES:
        return 2
    if i in clauses.outside:
        return 2 if i > 0 and clauses.tags[i - 1] == "ADP" else 1
    return 1 if clauses.tags[i] == "ADV" else 0


def _past_relative(clauses: Clauses, k: int, found: tuple[Phrase, ...], depth: int) -> tuple[Phrase, ...]:
    """`found`, or whom the clause that holds it describes: in "the men held by X are to be freed" the men, not X."""
    if not found or k == 0:
        return found
    group = clauses.groups[k - 1]
    between = range(group.head + 1, found[0].first)
    if group.head > found[0].first or any(_parts(clauses, j) for j in between) or not _relative(clauses, k - 1):
        return found
    return _subject_before(clauses, k - 1, depth + 1) or found


def _parts(clauses: Clauses, j: int) -> bool:
    """Whether the word at `j` opens another clause."""
    return clauses.tags[j] in ("PUNCT", "SCONJ", "CCONJ", "VERB") or clauses.words[j] in _OPENING


def _relative(clauses: Clauses, k: int) -> bool:
    """Whether group `k` describes the noun before it: after "who" or "which", or as a bare participle."""
    group = clauses.groups[k]
    if group.first == 0 or clauses.lemmas[group.head] in _REPORTING:
        return False
    if clauses.words[group.first - 1] in ("who", "which"):
        return True
    return clauses.reduced(k) or (group.form == "participle" and clauses.tags[group.first - 1] in ("NOUN", "PROPN"))


def _named(clauses: Clauses, i: int) -> tuple[Phrase, ...]:
    while i >= 0 and i in clauses.outside:
        i -= 2 if i > 0 and clauses.tags[i - 1] == "ADP" else 1
    phrase = clauses.phrase_ending(i)
    return clauses.listed_back(clauses.outermost(phrase)) if phrase else ()


def _across_comma(clauses: Clauses, k: int, i: int, depth: int) -> tuple[Phrase, ...]:
    """What stands before the comma that opens the parenthesis ("X, the chief of Y, said")."""
    for j in range(i - 1, max(-1, i - 30), -1):
        if clauses.words[j] == ",":
            found = _named(clauses, j - 1)
            return found or _subject_before(clauses, k - 1, depth + 1)
    return _subject_before(clauses, k - 1, depth + 1)


def _controller(clauses: Clauses, k: int, depth: int) -> tuple[Phrase, ...]:
    """Of "to attack": the object of the verb before if it can act ("urged Iran to"), else its subject."""
    if k == 0:
        return _named(clauses, clauses.groups[k].first - 1)
    above = clauses.groups[k - 1]
    phrase = None if clauses.passive(k - 1) else clauses.phrase_starting(above.head + 1)
    if phrase and phrase.end == clauses.groups[k].first and clauses.tags[phrase.head] in ("PROPN", "PRON"):
        return (phrase,)
    return _subject_before(clauses, k - 1, depth + 1)


def _of_participle(clauses: Clauses, k: int, depth: int) -> tuple[Phrase, ...]:
    i = clauses.groups[k].first - 1
    if i < 0:
        return _subject_before(clauses, k + 1, depth + 1) if k + 1 < len(clauses.groups) else ()
    if clauses.words[i] in ("of", "for", "from") and k > 0:
        accused = objects(clauses, clauses.groups[k - 1].head + 1)
        return accused or _subject_before(clauses, k - 1, depth + 1)
    if clauses.tags[i] in ("ADP", "SCONJ") or clauses.words[i] == ",":
        return _subject_before(clauses, k - 1, depth + 1) if k > 0 else _named(clauses, i - 1)
    return _before(clauses, k, i, depth)


def objects(clauses: Clauses, i: int) -> tuple[Phrase, ...]:
    """The noun phrases that begin at `i`, adverbs and times skipped."""
    while i < len(clauses.tags) and (_is_plain_adverb(clauses, i) or i in clauses.outside):
        i += 1
    if clauses.words[i : i + 2] in _HEDGES:
        i += 2
    phrase = clauses.phrase_starting(i) if i < len(clauses.tags) else None
    return clauses.listed_on(phrase) if phrase else ()


def _hedges(clauses: Clauses, i: int) -> bool:
    """Whether the preposition only opens "at least"."""
    return i + 1 < len(clauses.words) and clauses.words[i + 1] in ("least", "most", "all", "first", "last", "once")


def _is_plain_adverb(clauses: Clauses, i: int) -> bool:
    return clauses.tags[i] == "ADV" and clauses.words[i] not in _ASKING


def after_words(clauses: Clauses, i: int, end: int, words: frozenset[str]) -> tuple[Phrase, ...]:
    """The noun phrases after the first of the prepositions `words` between `i` and `end`."""
    if words.isdisjoint(clauses.words[i : min(end, i + _REACH)]):
        return ()
    for j in range(i, min(end, i + _REACH)):
        if clauses.words[j] in words and clauses.tags[j] in ("ADP", "SCONJ", "PART", "ADV") and not _hedges(clauses, j):
            found = _pair(clauses, j + 1) if clauses.words[j] == "between" else objects(clauses, j + 1)
            if found:
                return found
    return ()


def _pair(clauses: Clauses, i: int) -> tuple[Phrase, ...]:
    """Both of "between X and Y", also where the verb of the sentence follows right after Y."""
    first = clauses.phrase_starting(i)
    if first is None or first.end + 1 >= len(clauses.words) or clauses.words[first.end] != "and":
        return (first,) if first else ()
    second = clauses.phrase_starting(first.end + 1)
    return (first, second) if second else (first,)
