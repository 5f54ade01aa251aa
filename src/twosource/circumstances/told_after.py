"""What the words after a count say of those counted: "12 people were killed", "two men in custody"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.ages import is_age
from twosource.circumstances.driven import moved_away, opens_moves
from twosource.circumstances.missing import can_be_missing
from twosource.circumstances.outcomes import counts_as_done, done_role, is_unreal, worse
from twosource.circumstances.set_phrases import BREAKS, phrase_at
from twosource.circumstances.sick_cases import is_of_disease
from twosource.vocab.counts import person_nouns, toll_phrases, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.circumstances.words import Words

_REACH = 18
_AUXILIARIES = word_set("auxiliaries")
_PARTIAL = frozenset({"remain", "remained", "remains"})
_STILL = (["missing"], ["unaccounted"])
"""After "remain": all of those counted, where of the injured those who remain in hospital are a part."""
_OTHERWISE = word_set("what those counted do themselves")
_REPORTS = frozenset({"reported", "noticed", "realised", "realized", "discovered"})
_OBJECTS = word_set("starts of an object") | {"the", "that"}
"""After these: "a friend reported that two sisters were missing", where "two sisters reported missing" are."""
_ORDERED = ["told", "to"]
"""Those who "were told to leave" are spoken of still, those who "told police" speak."""
_ASIDE = frozenset({"including", "(", "–", "—", "-", "among", "them"})
_TURNS = frozenset({"but", "which", "after", "when", "while", "because", "before", "until", "how", "why"})
_LINKS = frozenset({"who", "that", "and", ","})
_PARENTS = word_set("parents of so many")
_TIME_UNITS = word_set("units of time beside a number")
_STAND_FOR_THEM = frozenset({"those", "people", "ones", "all"})
_OF_THEM = (["of", "them"], ["of", "whom"])
_NO_CROWD, _REACH_OF_CAUSE = word_set("taken part in by no crowd"), 7
_IN_HOSPITAL = frozenset({"injured", "harmed"})
_SINGULAR = frozenset({"was", "is", "has"})
_TOLD = frozenset((*toll_words("done"), *toll_words("hit"), "lost"))
_TELLS_OF_ALL = _TOLD | {"who", "that", "which", "including"}
_LONGEST_ASIDE = 14


def role_after(words: Words, end: int, head: str | None) -> str | None:
    """From the words after: "12 people were killed", "12 dead", "two men in custody", "five taken to hospital"."""
    moved = None
    for i, auxiliary in _telling_words(words, end):
        if _is_of_one(words, i, head):
            break
        if moved is None and moved_away(words, i, head):
            if auxiliary:
                return "displaced"
            moved = "displaced"  # if nothing worse befell them: "12 people sleeping in tents were killed"
        done = done_role(words, i, head)
        if done is not None and (auxiliary or moved is None):
            return done if counts_as_done(words, i, adjacent=i == end, auxiliary=auxiliary) else moved
        special = _special(words, i, head)
        if special is not None:
            return special
    return moved


def _is_of_one(words: Words, i: int, head: str | None) -> bool:
    """Whether one other than those counted is spoken of from word `i` on: "a guard with two sons, | is in hospital"."""
    return words.lower[i] in _SINGULAR and words.lower[i - 1] == "," and person_nouns().get(head or "") is False


def _special(words: Words, i: int, head: str | None) -> str | None:
    """Set phrases: "in custody", "taken to hospital", "lost their lives", "took to the streets"."""
    role = phrase_at(words, i)
    if role is None or is_unreal(words.lower[max(0, i - 3) : i]):
        return None
    if role == "missing" and not can_be_missing(words, i, head):
        return None
    if role == "participants" and not _NO_CROWD.isdisjoint(_clause(words, i)):
        return None  # "15 gunmen took part in the attack"
    if role in _IN_HOSPITAL and is_of_disease(words, i):
        role = "sick"
    return worse(words, i, role) if role == "sick" else role


def _clause(words: Words, i: int) -> list[str]:
    """A few words from word `i` on, up to the end of its clause."""
    after = words.lower[i : i + _REACH_OF_CAUSE]
    return after[: next((n for n, word in enumerate(after) if word in BREAKS or word == ","), len(after))]


def _telling_words(words: Words, end: int) -> Iterator[tuple[int, bool]]:
    """The words from word `end` on that may tell what became of those counted, and whether an auxiliary stood there."""
    lower, telling, auxiliary, listed = words.lower, _telling(), False, False
    resumes = end
    for i in range(end, min(len(lower), end + _REACH)):
        word = lower[i]
        if i < resumes or (word not in telling and not word[0].isdecimal()):
            continue
        if word == "including" and not auxiliary:
            listed = True  # "six people, including two officers and a guard, were hurt": the list counts parts
        resumes = _aside_end(words, i, end)
        if resumes > i:
            continue
        if _turns(words, i) or (auxiliary and (word == "including" or _is_of_another(words, i))):
            return
        if _is_among(words, i, auxiliary=auxiliary or i == end) or (not listed and _is_count(words, i)):
            return
        auxiliary = auxiliary or word in _AUXILIARIES
        yield i, auxiliary
        if word in _PARTIAL and lower[i + 1 : i + 2] not in _STILL:
            return
        if word in _LINKS and not auxiliary and not listed and i > end + 4:
            return


@cache
def _telling() -> frozenset[str]:
    """Words that may tell what became of those counted before them, or that something else is spoken of."""
    phrases = (*toll_phrases(), *opens_moves())
    roles = (*toll_words("done"), *toll_words("hit"), *phrases, *number_words(), *_AUXILIARIES)
    turns = (*BREAKS, *_PARTIAL, *_OTHERWISE, *_TURNS, *_REPORTS)
    return frozenset((*roles, *turns, "fatally", "including", "among", *_LINKS))


def _turns(words: Words, i: int) -> bool:
    """Whether the clause that speaks of those counted ends at word `i`."""
    word = words.lower[i]
    if word in BREAKS or word in _TURNS or (word in _OTHERWISE and words.lower[i : i + 2] != _ORDERED):
        return True
    if word in _REPORTS and words.lower[i + 1] in _OBJECTS:
        return True
    # another subject: "seven officers fired and the man was killed"
    return word == "and" and bool(_SINGULAR.intersection(words.lower[i + 2 : i + 5]))


def _aside_end(words: Words, i: int, end: int) -> int:
    """The word after an aside whose comma is word `i`: "nine sailors, | three of them cadets, | were hurt"."""
    lower = words.lower
    if lower[i] != ",":
        return i
    closes = next((j for j in range(i + 1, len(lower)) if lower[j] == "," or lower[j] in BREAKS), len(lower) - 1)
    if lower[i + 2 : i + 4] in _OF_THEM or (i == end and _is_put_in(words, i, closes)):
        return closes + (lower[closes] == ",")
    return i


def _is_put_in(words: Words, i: int, closes: int) -> bool:
    """Whether the words between two commas tell who those counted are, and those after them what became of them.

    "Four people, a widow and her three sons, died", not "four men, arrested on Friday, were charged".
    """
    lower = words.lower
    if closes - i > _LONGEST_ASIDE or lower[closes] != "," or closes + 1 == len(lower):
        return False
    return lower[i + 1] not in _TELLS_OF_ALL and lower[closes + 1] in _AUXILIARIES | _TOLD


def _is_among(words: Words, i: int, *, auxiliary: bool) -> bool:
    """Whether those counted are said at word `i` to be part of others: "four children were among the dead"."""
    return auxiliary and words.lower[i] == "among" and words.lower[i + 1 : i + 2] in (["the"], ["those"])


def _is_of_another(words: Words, i: int) -> bool:
    """Whether a clause on somebody else begins, once it is told what befell those counted: "taken by men who shot"."""
    return words.lower[i] == "who" and words.lower[i - 1] not in _STAND_FOR_THEM


def _is_count(words: Words, i: int) -> bool:
    """Whether word `i` opens another count, of which the words after it speak; ages and "one of them" do not."""
    lower = words.lower
    known = number_words().get(lower[i])
    if not (lower[i][0].isdecimal() or (known is not None and known.kind in ("unit", "ten", "scale"))):
        return False
    aside = (
        lower[i - 1] in _ASIDE
        or (lower[i - 1] == "of" and lower[i - 2] in _PARENTS)
        or (lower[i - 1] == "," and (lower[i] == "one" or lower[i + 1] == "of"))
    )
    return not (aside or is_age(words, i) or not _TIME_UNITS.isdisjoint(lower[i + 1 : i + 3]))
