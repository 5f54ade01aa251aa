"""Those counted of whom only their own name tells: "five missing climbers", "38 hostages"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import AS_CAPTIVES, may_be_persons
from twosource.vocab.counts import toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.sharing import Count
    from twosource.circumstances.words import Words

_CAPTIVES = word_set("captives by their name")
_MOVED = frozenset({"displaced", "evacuated"})
_ACTIVE = frozenset({"participants"})
"""Roles of what people do: "three gathered leaders" describes no crowd."""


def with_described(words: Words, counts: list[Count]) -> list[Count]:
    """The counts, those of whom nothing else is told with the role that their own phrase gives them.

    The wounded stay so where they are moved.
    """
    return [(f, what, _role(words, (f, what, role)) or role) for f, what, role in counts]


def _role(words: Words, count: Count) -> str | None:
    f, what, role = count
    if what is None or words.lower[f.end] == "of" or f.ordinal or f.unit is not None or f.ratio is not None:
        return None
    persons = may_be_persons(what.head) or what.head in _CAPTIVES
    seized = words.lower[what.end] in AS_CAPTIVES
    told = ("abducted" if seized else _of_phrase(words.lower[what.first : what.end])) if persons else None
    return told if role is None or (role in _MOVED and told == "injured") else None


def _of_phrase(phrase: list[str]) -> str | None:
    """The role by the words before the noun, else by the noun."""
    done = (toll_words("done").get(word) for word in phrase[:-1])
    told = next((role for role in done if role and role not in _ACTIVE), None)
    return told or ("abducted" if phrase[-1] in _CAPTIVES else None)
