"""What two assertions cannot both have right: the aspect, and what either gives for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.findings.assertions import Assertion
from twosource.model import Aspect, Selector


@dataclass(frozen=True, slots=True)
class Value:
    """What one assertion gives for an aspect, as a reader is shown it, and on which words."""

    text: str
    at: tuple[Selector, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The aspect, what either assertion gives for it, and whether the later report only tells what came of it."""

    aspect: Aspect
    one: Value
    two: Value
    later: bool = False


def in_order(aspect: Aspect, in_turn: bool, found: tuple[Value, Value], *, later: bool = False) -> Conflict:
    """The conflict with its two values as they are, or the other way round where they are not `in_turn`."""
    mine, theirs = found if in_turn else found[::-1]
    return Conflict(aspect, mine, theirs, later)


def is_later(one: Assertion, two: Assertion) -> bool:
    """Whether the report of the first was published on a later day."""
    return one.published is not None and two.published is not None and one.published > two.published


def variants(pairs: Iterable[Conflict]) -> dict[str, tuple[Selector, ...]]:
    """The values of conflicts in one aspect, each with every passage that gives it."""
    found: dict[str, dict[Selector, None]] = {}
    for value in (v for each in pairs for v in (each.one, each.two)):
        found.setdefault(value.text, {}).update(dict.fromkeys(value.at))
    return {text: tuple(at) for text, at in sorted(found.items())}
