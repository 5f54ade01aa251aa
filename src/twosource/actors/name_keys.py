"""Under which names actors of different reports are compared, and what of a name alone tells whose it is."""

from __future__ import annotations

from twosource.actors.full_names import first_surname
from twosource.actors.groups import fold
from twosource.actors.shorter import national, turned, without_form
from twosource.model import Actor
from twosource.vocab.spellings import one_spelling, plain

Key = tuple[str, str]
_TOP = 600
"""Code points, about a hundred words."""


def name_keys(actor: Actor) -> list[tuple[Key, str]]:
    """The keys under which an actor is the same as another with one of them, each with the name it comes from."""
    if not actor.named:
        return []
    if actor.kind == "government" and actor.country:
        return [(("government", actor.country), actor.name)]
    if actor.kind == "person":
        return [(("person", n.lower()), n) for n in actor.names if " " in n and n.split()[0][0].isupper()]
    written = [n for n in actor.names if not are_letters(n) and not n.islower()]
    names = [*written, *(t for n in written if (t := turned(n)))]
    of_a_country = [((f"of {found[0]}", _spelled(found[1])), n) for n in names if (found := national(n))]
    return [*((("body", _spelled(n)), n) for n in names), *of_a_country]


def _spelled(name: str) -> str:
    """A body's name without its legal form and without what spellings differ in."""
    words = fold(without_form(name)).split()
    return " ".join(plain(one_spelling().get(w, w)) for w in words)


def why_same(one: str, other: str) -> str:
    """What makes two names one, for a reader."""
    if fold(one) == fold(other):
        return f"two reports name “{other}”"
    return f"“{one}” and “{other}” are spellings of one name in two reports"


def ends_of(name: str) -> set[str]:
    """What follows the first name, and the first of two surnames."""
    return {name.split(" ", 1)[1]} | ({first} if (first := first_surname(name)) else set())


def are_letters(name: str) -> bool:
    """Whether a name is a few letters ("NRC")."""
    return " " not in name and name.isupper() and 1 < len(name) < 8


def is_prominent(actor: Actor) -> bool:
    """Whether a report names somebody at its top, with an office or twice: others may call them by surname alone."""
    return len(actor.mentions) > 1 or bool(actor.offices) or any(m.selector.start < _TOP for m in actor.mentions[:1])
