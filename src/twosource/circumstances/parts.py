"""Parts of those counted right after them: "one of five people shot has died", "two of the 12 dead are children"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import Counted, counted
from twosource.circumstances.figures import Figure, figure
from twosource.circumstances.not_counts import is_label
from twosource.circumstances.tolls import OF_OWNER, OWNERS, toll_role
from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words


def part_of(words: Words, part: Figure, tags: dict[int, str]) -> tuple[Figure, Counted, str | None] | None:
    """The figure with what it is a part of, and what befell these and not the whole.

    None where no greater number follows after "of".
    """
    at = _after_of(words, part.end)
    if at is None or part.low is None or part.ordinal or part.unit is not None:
        return None
    whole = figure(words, at)
    if whole is None or whole.unit is not None or whole.ordinal or whole.point is None:
        return None
    of = counted(words, whole.end, tags)
    end, head = (of.end, of.head) if of is not None else (whole.end, None)
    if not part.low < whole.point:
        return None
    role = toll_role(words, part.first, end, None)
    if role == toll_role(words, whole.first, end, head):
        role = None
    return part, of or Counted(whole.first, whole.end, words.lower[whole.end - 1]), role


def one_of(words: Words, one: Figure, tags: dict[int, str]) -> Counted | None:
    """What a "one" is picked from: "one of the flight recorders"; None for ranks and notions ("one of the reasons")."""
    at = one.end + 1
    if words.lower[one.end : at] != ["of"] or words.lower[at : at + 1] == [] or words.lower[at] not in _DETERMINERS:
        return None
    of = counted(words, at + 1, tags)
    if of is None or of.head in _NOTIONS or not _is_plural(of.head):
        return None
    ranked = any(w in _RANKS or (w.endswith("est") and len(w) > _SHORTEST) for w in words.lower[of.first : of.end - 1])
    return None if ranked or words.lower[of.end - 1] == "most" else of


_DETERMINERS = word_set("determiners")
_NOTIONS = word_set("notions of which one is no count")
_RANKS = word_set("ranks among many")
_SHORTEST = 5


def _is_plural(noun: str) -> bool:
    return person_nouns().get(noun) is False or (noun.endswith("s") and not noun.endswith("ss"))


def _after_of(words: Words, i: int) -> int | None:
    """The word after an "of" at word `i`, and after whose they are; None where no number can stand there."""
    if words.lower[i : i + 1] != ["of"]:
        return None
    owned = next((j + 1 for j in range(i + 1, min(i + OWNERS, len(words.lower))) if words.lower[j] in OF_OWNER), None)
    determined = words.lower[i + 1 : i + 2] and (words.lower[i + 1] == "the" or words.lower[i + 1] in _DETERMINERS)
    at = owned or (i + 2 if determined else i + 1)
    return at if at < len(words.lower) and not is_label(words, at) else None
