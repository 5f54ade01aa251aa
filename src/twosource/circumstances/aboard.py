"""Those aboard: "58 people on board", "a bus carrying 30 workers", "a crew of 22", by the words around a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import may_be_persons
from twosource.circumstances.words import SENTENCE_ENDS
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.sharing import Count
    from twosource.circumstances.words import Words

_VEHICLES = word_set("what carries people")
_TRAVELLERS, _CREWS = word_set("those who travel") | {"names"}, word_set("passengers and crew")
_BETWEEN = word_set("between those counted and aboard")
_SETTING_OUT = word_set("sets out with people aboard")
_LISTING = word_set("lists those aboard")
_LISTS = frozenset({"manifest", "manifests"})
_ABOARD = frozenset({"aboard", "onboard"})
_BE = frozenset({"is", "was", "are", "were"})
_DETERMINERS = word_set("determiners") | {"the", "a", "an", "all", "some"}
_CARRIES = frozenset({"carrying", "carried", "carries", "transporting", "ferrying"})
_CAN = frozenset({"can", "could", "may", "to", "will", "would", "of", "for", "from", "able", "by", "stop", "allowed"})
"""Before a verb of carrying that tells what may or shall be carried: "licensed to carry", "capable of carrying"."""
_RATES = frozenset({"a", "per", "each", "every", "daily", "annually", "yearly", "last", "this"})
_PERIODS = frozenset({"day", "week", "month", "year", "hour", "night", "season", "daily", "annually", "yearly"})
_AWAY = frozenset({"to", "into", "out", "off", "away", "from", "over", "across"})
"""After who was carried somewhere: "helicopters carried 12 wounded to the coast"."""
_APART = frozenset({"including", "among", "for"}) | word_set("takes aboard")
"""Before a part of those aboard, or those who only come aboard: "hauled the 13 aboard"."""
_LINKS = frozenset({"and", ",", "plus"})
_REACH = 40
_ASIDE = 8
_WITHIN = 4
"""Words between a list and its number, between "on the" and the vehicle, after a count to "a year"."""


def with_aboard(words: Words, counts: list[Count]) -> list[Count]:
    """The counts, those of persons of whom nothing else is told and who were in a vehicle with the role aboard."""
    found = [(f, what, "aboard" if _is_aboard(words, (f, what, role)) else role) for f, what, role in counts]
    for k in (*range(len(found) - 2, -1, -1), *range(len(found))):
        f, what, role = found[k]
        if role is None and _may_travel(words, found[k]) and _is_beside(words, found, k):
            found[k] = (f, what, "aboard")
    return found


def _is_beside(words: Words, counts: list[Count], k: int) -> bool:
    """Whether a count joined to this one is of those aboard: "212 passengers | and five crew on board"."""
    after = k + 1 < len(counts) and counts[k + 1][2] == "aboard" and _linked(words, counts[k], counts[k + 1])
    before = k > 0 and counts[k - 1][2] == "aboard" and _linked(words, counts[k - 1], counts[k])
    return after or (before and _head(words, counts[k]) in _CREWS)


def _linked(words: Words, one: Count, two: Count) -> bool:
    between = words.lower[_end(one) : two[0].first]
    return 0 < len(between) <= _WITHIN and _LINKS.issuperset(w for w in between if w not in ("a", "crew", "of"))


def _head(words: Words, count: Count) -> str | None:
    """The noun that is counted: of "four crew members" the crew."""
    what = count[1]
    if what is None:
        return None
    return "crew" if "crew" in words.lower[what.first : what.end] else what.head


def _end(count: Count) -> int:
    return count[1].end if count[1] is not None else count[0].end


def _is_aboard(words: Words, count: Count) -> bool:
    f, _, role = count
    if role is not None or not _may_travel(words, count):
        return False
    sentence = _sentence(words, f.first)
    rides = not _VEHICLES.isdisjoint(sentence)
    after, head = _end(count), _head(words, count)
    if _before(words, f.first) not in _APART and _stands_aboard(words, after, head, rides=rides):
        return True
    return _is_carried(words, f.first, after, head, rides=rides) or _is_listed(words, f.first)


def _before(words: Words, first: int) -> str:
    """The word before a count, "the" and "all" left out."""
    at = first - 1 - (first > 1 and words.lower[first - 1] in _DETERMINERS)
    return words.lower[at] if at >= 0 else ""


def _may_travel(words: Words, count: Count) -> bool:
    """Whether persons may be counted, and no part of them: not "nine | of the 53"."""
    f, what, _ = count
    if f.unit is not None or f.ratio is not None or f.ordinal or words.lower[f.end] == "of" or not f.low:
        return False
    return (
        what is None
        or _head(words, count) in _TRAVELLERS
        or may_be_persons(what.head)
        or words.written[what.end - 1].istitle()
    )


def _sentence(words: Words, at: int) -> list[str]:
    """The words of the sentence around word `at`."""
    lower = words.lower
    start = next((i + 1 for i in range(at - 1, max(-1, at - _REACH), -1) if lower[i] in SENTENCE_ENDS), at - _REACH)
    end = next((i for i in range(at, min(len(lower), at + _REACH)) if lower[i] in SENTENCE_ENDS), at + _REACH)
    return lower[max(0, start) : end]


def _stands_aboard(words: Words, i: int, head: str | None, *, rides: bool) -> bool:
    """Whether the words from `i` on say so: "| were on board", "| aboard the bus", "| were on the dinghy"."""
    told = i = _after_aside(words, i)
    while told < len(words.lower) and words.lower[told] in _BETWEEN:
        told += 1
    here = words.lower[told : told + 2]
    if (here[:1] and here[0] in _ABOARD) or here == ["on", "board"]:
        known = rides or head in _TRAVELLERS or (head is None and told == i)
        return known and words.lower[told + 2 : told + 3] != ["with"]
    if here[:1] == ["boarded"]:
        return head in _CREWS
    if here[:1] != ["on"] or not (told > i or head in _CREWS) or words.lower[told + 1] not in _DETERMINERS:
        return False
    return not _VEHICLES.isdisjoint(words.lower[told + 2 : told + 2 + _WITHIN - 1])


def _after_aside(words: Words, i: int) -> int:
    """The word after what is set off by commas: "38 people, most of them women, | were on the lorry"."""
    commas = [j for j in range(i, min(i + _ASIDE, len(words.lower))) if words.lower[j] == ","]
    told = len(commas) > 1 and commas[0] == i and words.lower[commas[1] + 1 : commas[1] + 2]
    return commas[1] + 1 if told and told[0] in _BE else i


def _is_carried(words: Words, first: int, end: int, head: str | None, *, rides: bool) -> bool:
    """Whether the words before say so: "carrying | 30", "a crew of | 22", "on board were | 164", "sank with | 30"."""
    first -= words.lower[first - 1] in _DETERMINERS
    before = ["", "", "", *words.lower[max(0, first - 3) : first]][-3:]
    if before[2] in _CARRIES:
        return (rides or head in _CREWS) and not _is_able(before, words.lower[end : end + _WITHIN])
    if before[2] in _BE:
        return before[1] in _ABOARD or before[:2] == ["on", "board"]
    if before[1:] == ["crew", "of"]:
        return rides or words.lower[max(0, first - _WITHIN)] in _CARRIES
    if before[2] != "with" or not rides or _is_able(before, words.lower[end : end + _WITHIN]):
        return False
    return head in _CREWS or (before[1] in _SETTING_OUT and (head is None or head in _TRAVELLERS))


def _is_able(before: list[str], after: list[str]) -> bool:
    """Whether it is told what can be carried, is carried every day, or where somebody was carried."""
    if not _CAN.isdisjoint(before[:2]) or (before[2] == "carried" and not _AWAY.isdisjoint(after[:1])):
        return True
    return not _RATES.isdisjoint(after) and not _PERIODS.isdisjoint(after)


def _is_listed(words: Words, first: int) -> bool:
    """Whether a list of those aboard gives the number: "the manifest lists 13"."""
    before = words.lower[max(0, first - _WITHIN) : first]
    return before[-1:] != [] and before[-1] in _LISTING and not _LISTS.isdisjoint(before)
