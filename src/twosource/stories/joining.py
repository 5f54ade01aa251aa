"""How a number stands to the one before it: whether it goes on a list, is a part of it or came to it."""

from __future__ import annotations

from collections.abc import Collection

from twosource.model import Quantity

_MORE = frozenset({"more", "further", "additional", "another"})
_OF_THEM = ("of whom", "of them", "of those", "fatally")
"""After a count of the dead: they are counted among the hurt as well."""
_LINKS = frozenset({"and", ",", ", and", "&", "plus", "as well as", "along with", "then", "before killing"})


def is_listed(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether the second count goes on a list that the first opened: "two men and a woman", "his wife and himself"."""
    between = text[max(one.selector.end, one.of.end if one.of else 0) : two.selector.start].strip().lower()
    return between in _LINKS


def died_of_them(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether the second count is of those hurt in the first who died: "twelve hurt, two fatally", "of the 12 hurt, two
    died".
    """
    if (one.role, two.role) != ("injured", "killed"):
        return False
    before, after = text[: one.selector.start][-8:].lower().split(), text[two.selector.end :][:12].lower().lstrip()
    between = text[one.selector.end : two.selector.start].lower().split()
    return after.startswith(_OF_THEM) or "including" in between[-2:] or before[-2:] == ["of", "the"]


def adds(text: str, quantity: Quantity, told: Collection[str]) -> bool:
    """Whether it is what came to a count ("two more bodies"), not the count; beside the dead "five more" were hurt."""
    if quantity.role in ("injured", "harmed") and "killed" in told:
        return False
    following = text[quantity.selector.end : quantity.selector.end + 20].lower().split(maxsplit=1)
    added = [*quantity.selector.exact.lower().split(), *following[:1]]
    return "than" not in added and added[0] != "another" and bool(_MORE & set(added))
