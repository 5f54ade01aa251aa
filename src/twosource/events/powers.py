"""What a row needs of those in power, and of whom it befalls: police, no firm, the press, people on the move."""

from __future__ import annotations

from twosource.events.affairs import by_firm
from twosource.events.arguments import subject
from twosource.events.befallen import befalls
from twosource.events.clauses import Clauses
from twosource.events.doers import Check, beside
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import has_class


def by_police(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether police, soldiers or a court do it: porters pick people up as well.

    A passive needs one of them behind it, or a word of law ("was picked up on suspicion of theft, his lawyer said");
    "they" are the police where police tell of it.
    """
    if clauses.passive(k):
        return "law" in clauses.classed or any(i > match.last for i in clauses.classed.get("authority", ()))
    own = subject(clauses, k)
    if k and any(clauses.words[p.head] == "they" for p in own):  # "police said they were holding"
        own = subject(clauses, k - 1)
    return any(has_class(clauses, i, "authority") for p in own for i in range(p.first, p.end))


def by_no_firm(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether neither a firm nor its workers do it: a company that shuts its office represses nobody."""
    staff = any(has_class(clauses, p.head, "workers") for p in subject(clauses, k))
    return not staff and not by_firm(clauses, lookup, k, match)


def _beside(name: str) -> Check:
    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        return beside(clauses, name, match)

    return check


def _of_the_press(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the sentence tells of the press, be it inside the words ("stripped a radio station of its licence")."""
    return "press" in clauses.classed


POWERS: dict[str, Check] = {
    "police": by_police,
    "nofirm": by_no_firm,
    "press": befalls("press"),
    "media": _of_the_press,
    "migrants": _beside("migrant"),
    "envoys": _beside("envoy"),
}
"""Needs by name."""
