"""What a row needs of sums and of terms: money paid, a day until which somebody is given time, a power last used."""

from __future__ import annotations

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.doers import Check
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.words import Phrase
from twosource.vocab.events import Phrase as Row

_REACH = 9
"""Words after the verb in which its sum stands ("paid the two officers about 900 euros")."""

_NEAR = 5
"""Words after a noun in which its sum begins."""

_SIGNS = frozenset({"$", "£", "€", "¥"})
_PER = frozenset({"a", "an", "per", "each"})
_SPANS = frozenset({"hour", "day", "week", "month", "year", "head"})
_WITHIN = frozenset({"to", "of", "about", "around", "over", "under", "up", "out", "off", "back"})
"""Prepositions that a sum or its receiver follows; behind others it is a price or a level ("support at 12 dollars")."""

_UNTIL = frozenset({"until", "till"})
_ENDS = frozenset({"VERB", "AUX", "SCONJ"})
_STOPS = frozenset({",", ";", ".", ":", "—", "–"})
_BY = ("by",)


def of_sum(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a sum of money is what it is done to: "paid $9m to a broker", but not "paid $9 an hour"."""
    if clauses.passive(k):
        own = [i for p in subject(clauses, k)[:1] for i in range(p.first, p.end)]
        if any(_is_money(clauses, i) for i in own):
            return True
    after = _after(clauses, match)
    cut = next((n for n, i in enumerate(after) if _leads_away(clauses, i)), len(after))
    return any(_is_money(clauses, i) and not _is_rate(clauses, i) for i in after[:cut])


def _leads_away(clauses: Clauses, i: int) -> bool:
    return clauses.tags[i] == "ADP" and clauses.words[i] not in _WITHIN


def _after(clauses: Clauses, match: Match) -> list[int]:
    """The words after the verb up to what ends its clause."""
    found: list[int] = []
    for i in range(match.head + 1, min(match.head + 1 + _REACH, len(clauses.words))):
        if clauses.tags[i] in _ENDS or clauses.words[i] in _STOPS or clauses.words[i : i + 1] == _BY:
            break
        found.append(i)
    return found


def is_money(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase is a sum: "received $40,000" meets nobody."""
    return any(_is_money(clauses, i) for i in range(max(0, phrase.first - 1), phrase.end))


def _is_money(clauses: Clauses, i: int) -> bool:
    return clauses.words[i] in _SIGNS or i in clauses.classed.get("money", ())


def _is_rate(clauses: Clauses, i: int) -> bool:
    near = clauses.words[i + 1 : i + 5]
    return any(word in _PER and clauses.lemmas[i + 2 + d] in _SPANS for d, word in enumerate(near[:-1]))


def priced(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a sum or a share follows the noun ("a fine of up to 4 percent of sales")."""
    near = range(last + 1, min(last + 1 + _NEAR, len(clauses.words)))
    return any(_is_money(clauses, i) or i in clauses.classed.get("percent", ()) for i in near)


def until(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether "until" follows in the clause: "gave the firm until Friday"."""
    return any(clauses.words[i] in _UNTIL for i in _after(clauses, match))


def for_the_last_time(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether "last" stands right before a participle that suffers: "was last used in 1974"."""
    suffered = clauses.passive(k) or clauses.reduced(k)
    return suffered and clauses.words[match.head - 1 : match.head] == ("last",)


def closing(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether nothing hangs on the verb but a time: "they have accepted", "would appeal on Monday"."""
    for i in range(match.last + 1, len(clauses.words)):
        if i in clauses.outside or clauses.tags[i] == "ADV" or i + 1 in clauses.outside:
            continue
        return clauses.words[i] in _STOPS or clauses.tags[i] in ("CCONJ", "PUNCT")
    return True


SUMS: dict[str, Check] = {"sum": of_sum, "until": until, "last": for_the_last_time, "closing": closing}
"""Needs by name."""
