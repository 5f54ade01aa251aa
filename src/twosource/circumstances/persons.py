"""Single persons of whom a toll speaks: "a 23-year-old man was shot", "killing himself"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import Counted
from twosource.circumstances.figures import Figure
from twosource.circumstances.tolls import toll_role
from twosource.vocab.counts import person_nouns, toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_POSSESSIVES = frozenset({"his", "her", "their"})
_OPENERS = frozenset({"\n", ":", "|"})
_ADVERBS = frozenset({"fatally", "critically", "accidentally", "seriously", "found", "reported"})
_SHOT = toll_words("hit-doing")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_ARTICLES = frozenset({"a", "an", "another"})
_BACK = 8
_NOT_INSIDE = word_set("not in a phrase for one person")
_ROLES = frozenset({"killed", "injured", "harmed", "missing", "arrested"})


def single_person(words: Words, i: int, tags: dict[int, str]) -> tuple[Figure, Counted, str | None] | None:
    """The figure 1 for the person named by the noun at word `i`, if an article and a toll go with it.

    Headlines leave the article out ("Teen killed in crash", "Father kills son"), a second person has a possessive in
    its place ("a woman and her son"), and "another" may stand alone ("two dead, another injured"). The role is None
    where another count follows ("a woman and her two sons"), of which it may take its role.
    """
    if words.lower[i] in ("himself", "herself"):
        return _alone(words, i)
    if words.lower[i] == "another":
        return _another(words, i)
    start = _phrase_start(words, i, tags)
    follows = words.lower[i + 1] if i + 1 < len(words.lower) else "\n"
    compound = i + 1 < len(words.starts) and tags.get(words.starts[i + 1]) == "NOUN"
    if start is None or compound or person_nouns().get(follows) is not None or _glued(words, i):
        return None
    role = toll_role(words, start, i + 1, words.lower[i])
    if role not in _ROLES and not (_leads_on(words, i) or _follows_person(words, start)):
        return None
    opens = words.lower[start] in _ARTICLES or words.lower[start] in _POSSESSIVES
    return _one(start, i + 1), Counted(start + opens, i + 1, words.lower[i]), role if role in _ROLES else None


def _alone(words: Words, i: int) -> tuple[Figure, Counted, str] | None:
    """Who "killed himself", or "shot himself and his friend": of one who shot himself it is not said if he died."""
    verb = words.lower[i - 1] if i else ""
    role = "killed" if verb in ("killed", "killing", "kills") else None
    if role is None and _leads_on(words, i):
        role = _SHOT.get(verb)
    return (_one(i, i + 1), Counted(i, i + 1, words.lower[i]), role) if role else None


def _leads_on(words: Words, i: int) -> bool:
    """Whether somebody else is named right after the person at word `i`: "a woman and her two sons"."""
    after = words.lower[i + 1 : i + 3]
    return after[:1] == ["and"] and (after[1:] == ["a"] or after[1:] == ["an"] or bool(_POSSESSIVES & set(after[1:])))


def _follows_person(words: Words, start: int) -> bool:
    """Whether the phrase from word `start` on is joined to a person before it: "himself and his friend"."""
    one = words.lower[start - 2] if start > 1 else ""
    return words.lower[start - 1] == "and" and (one in ("himself", "herself") or one in person_nouns())


def _glued(words: Words, i: int) -> bool:
    """Whether the noun at word `i` goes on: "man-made", "a man's"."""
    follows = words.lower[i + 1] if i + 1 < len(words.lower) else "\n"
    return follows in ("’s", "'s") or (follows == "-" and words.starts[i + 1] == words.ends[i])


def _another(words: Words, i: int) -> tuple[Figure, Counted, str] | None:
    at = i + 1 + (words.lower[i + 1 : i + 2] != [] and words.lower[i + 1] in _ADVERBS)
    follows = words.lower[at] if at < len(words.lower) else "\n"
    if follows not in ("was", "is") and follows not in toll_words("done"):
        return None
    role = toll_role(words, i, i + 1, None)
    return (_one(i, i + 1), Counted(i, i + 1, "another"), role) if role in _ROLES else None


def _one(first: int, end: int) -> Figure:
    return Figure(first, first, end, 1, 1)


def _phrase_start(words: Words, i: int, tags: dict[int, str]) -> int | None:
    """The first word of the phrase whose noun is word `i`; None if it is no one person, or one spoken of before."""
    if _bare(words, i, i):
        return i
    nominal = True
    for j in range(i - 1, max(-1, i - _BACK), -1):
        word = words.lower[j]
        if word in _ARTICLES or (word in _POSSESSIVES and j and _before_possessive(words, j)):
            return j
        nominal = nominal and (tags.get(words.starts[j]) in _NOMINAL or word == "-")
        if nominal and _bare(words, j, i):
            return j
        if word in _NOT_INSIDE or not (word[0].isalnum() or word == "-"):
            return None
    return None


def _before_possessive(words: Words, j: int) -> bool:
    """Whether a second person or an object follows: "a man and his son", "killing her sister", "the death of his"."""
    before = words.lower[j - 1]
    of_toll = before == "of" and j > 1 and words.lower[j - 2] in toll_words("of")
    return of_toll or before in ("and", ",", "then") or before in toll_words("doing") or before in _SHOT


def _bare(words: Words, first: int, noun: int) -> bool:
    """Whether the words `first` to `noun` are a headline's person without an article, with a toll beside them."""
    lower = words.lower
    before = lower[first - 1] if first else "\n"
    if before in toll_words("doing") or (before == "of" and first > 1 and lower[first - 2] in toll_words("of")):
        return "-" in lower[first:noun] or first == noun
    opens = before in _OPENERS or (before in (",", "and", "&") and first == noun)
    at = noun + 1 + (lower[noun + 1 : noun + 2] != [] and lower[noun + 1] in _ADVERBS)
    follows = lower[at] if at < len(lower) else "\n"
    told = follows in toll_words("done") or follows in toll_words("hit")
    return opens and told and (words.written[first][:1].isupper() or first == noun)
