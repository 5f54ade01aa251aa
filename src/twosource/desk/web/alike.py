"""Names that may be one person's: "Ann Roe", "Ann B. Roe", "Roe". Shown together; that they are one, nobody checked."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.actors.full_names import SUFFIXES, suffix
from twosource.stores.base import Known, View
from twosource.stores.base.facets import name_words

LOOKED_AT = 100
"""Names with one surname that are looked at, those most often quoted first."""


def surname_parts(name: str) -> list[str]:
    """The folded words of a name, without what tells a son from his father."""
    words = name_words(name)
    return [word for word in words if word not in SUFFIXES] or words


def same_name(one: str, other: str) -> bool:
    """Whether two names can be written for one: first and last word, "Jr." and initials agree, and one holds the other.

    "United Nations" is not "United Nations Security Council", nor George W. Bush George H. W. Bush.
    """
    a, b = surname_parts(one), surname_parts(other)
    if a == b:
        return suffix(one) == suffix(other)
    if min(len(a), len(b)) < 2 or (a[0], a[-1], suffix(one)) != (b[0], b[-1], suffix(other)):
        return False
    initials = [{word for word in words if len(word) == 1} for words in (a, b)]
    if all(initials) and initials[0] != initials[1]:
        return False
    return set(a) <= set(b) or set(b) <= set(a)


def one_person(view: View, known: Known) -> list[Known]:
    """The names that may be this one's, itself among them, those most often quoted first.

    A surname alone is of the one full name that has it; where several have it, it stands for itself.
    """
    last = (surname_parts(known.name) or [""])[-1]
    if not last:
        return [known]
    named = [k for k in view.named("speaker", last, LOOKED_AT) if surname_parts(k.name)[-1:] == [last]]
    alone = [k for k in named if len(surname_parts(k.name)) == 1]
    full = [k for k in named if k not in alone]
    if known in alone and not _are_one(full):
        return [known]
    group = [k for k in full if known in alone or same_name(k.name, known.name)]
    group += alone if _are_one(full) else []
    return sorted(group, key=named.index) if known in group else [known]


def may_be(view: View, name: str) -> list[Known]:
    """The full names with this surname; none for a name of several words."""
    words = surname_parts(name)
    if len(words) != 1:
        return []
    found = view.named("speaker", words[0], LOOKED_AT)
    return [k for k in found if len(surname_parts(k.name)) > 1 and surname_parts(k.name)[-1] == words[0]]


def _are_one(full: Sequence[Known]) -> bool:
    """Whether full names of one surname can all be one person's."""
    return bool(full) and all(same_name(full[0].name, other.name) for other in full)
