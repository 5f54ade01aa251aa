"""Parts of those counted right after them: "one of five people shot has died", "two of the 12 dead are children"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import Counted, counted
from twosource.circumstances.figures import Figure, figure
from twosource.circumstances.not_counts import is_label
from twosource.circumstances.tolls import toll_role

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
    if not 0 < part.low < whole.point:
        return None
    role = toll_role(words, part.first, end, None)
    if role == toll_role(words, whole.first, end, head):
        role = None
    return part, of or Counted(whole.first, whole.end, words.lower[whole.end - 1]), role


def _after_of(words: Words, i: int) -> int | None:
    """The word after an "of" at word `i`, and after "the" or "those"; None where no number can stand there."""
    if words.lower[i : i + 1] != ["of"]:
        return None
    at = i + 2 if words.lower[i + 1 : i + 2] in (["the"], ["those"]) else i + 1
    return at if at < len(words.lower) and not is_label(words, at) else None
