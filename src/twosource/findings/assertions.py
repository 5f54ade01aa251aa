"""One assertion of one article: the claims that stand over the same words, and what these words tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Literal, TypeVar

from twosource.model import Claim, Event, Place, Quantity, Selector, Time

Days = tuple[str, str]
"""From the first to the last day that something can be on, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Begin:
    """When something began, by what a report says of its start or of how long it has gone on."""

    what: frozenset[str]
    days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """Claims over one clause or quotation of one article, and what they speak of.

    `came_out` is the day of its report and, where the page gives it, the time, both ISO 8601.
    `whole` is the sentence it stands in, `vector` that sentence's, as `Claim.vector`. `marks` are the concepts,
    actors, places, days and numbers in it, `told` those that are neither names nor days; `quoted` the words that
    stand in quotation marks. `said` is how it is quoted, None for the report's own words; `speaker` is whom the
    article quotes for it, None where it speaks for itself; `by_name` whether that one is named ("officials" are
    not), `person` the words of the name where it is a person; `sides` are the actors and countries that the speaker
    stands for. `denied`: it is denied; `negative`: it is denied, or says itself that something is not so. `planned`
    is the time of what is still to come, `begin` the start of what goes on; `to_come` are the verbs of what it says is
    still to come, `done` those of what it tells as done; `towns` are those of the places, each on its words;
    `partners` are the countries that do together what it tells; `names_of` marks whom a description beside a name
    describes, `opens_with` whose name it begins with.
    """

    claims: tuple[Claim, ...]
    at: Selector
    whole: Selector
    published: date | None
    came_out: tuple[str, str | None] | None
    sentence: int
    headline: bool
    marks: frozenset[str]
    quoted: frozenset[str]
    speaker: str | None
    by_name: bool
    sides: frozenset[str]
    denied: bool
    negative: bool
    events: tuple[Event, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    towns: tuple[tuple[Place, Selector], ...]
    planned: Days | None = None
    begin: Begin | None = None
    to_come: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    vector: bytes = b""
    said: Literal["direct", "indirect", "mixed"] | None = None
    partners: frozenset[str] = frozenset()
    names_of: str | None = None
    opens_with: str | None = None
    person: frozenset[str] = frozenset()
    told: frozenset[str] = field(init=False)
    article: str = field(init=False)
    """The article that makes it."""
    share: float = field(init=False)
    """The part of its sentence that it is."""
    origins: frozenset[str] = field(init=False)
    """The origins of its claims."""
    known: dict[Callable[..., Any], Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What functions that are `worked_out_once` have found of it."""

    def __post_init__(self) -> None:
        length, whole = self.at.end - self.at.start, self.whole.end - self.whole.start
        object.__setattr__(self, "told", frozenset(m for m in self.marks if not is_name(m)))
        object.__setattr__(self, "article", self.claims[0].article)
        object.__setattr__(self, "share", min(1.0, length / max(1, whole)))
        object.__setattr__(self, "origins", frozenset(c.origin or c.article for c in self.claims))

    @property
    def keys(self) -> frozenset[str]:
        """What it is found by beside its marks: its denial, its plan's day, the start it tells, whom it describes."""
        found = {f"!denied {side}" for side in self.sides} if self.negative and self.sides else set()
        if self.planned and self.planned[0] == self.planned[1]:
            found.add(f"!planned {self.planned[0]}")
        if self.begin:
            found.update(f"!began {what}" for what in self.begin.what)
        if self.names_of:
            found.add(f"!is {self.names_of}")
        return frozenset(found)


Found = TypeVar("Found")


def worked_out_once(function: Callable[[Assertion], Found]) -> Callable[[Assertion], Found]:
    """The function, which keeps with each assertion what it finds of it: an assertion is in twenty pairs and more."""

    @wraps(function)
    def once(assertion: Assertion) -> Found:
        if function not in assertion.known:
            assertion.known[function] = function(assertion)
        found: Found = assertion.known[function]
        return found

    return once


def is_name(mark: str) -> bool:
    """Whether the mark is an actor, a place or a day: who, where and when, not what."""
    return mark[0] in "@="


def speaker_of(claims: Sequence[Claim]) -> str | None:
    """Whom the article quotes for these claims: the speaker of a quote claim before that of any other."""
    named = [c for c in claims if c.asserted_by != "article"]
    return min(named, key=lambda c: (c.kind != "quote", c.id)).asserted_by if named else None
