"""Whom an assertion names for a deed or a post."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.findings.assertions import Assertion
from twosource.model import Actor, Selector

Actors = Mapping[str, Actor]
"""The named actors of a record by id."""
LEAST_NAME = 2
"""Letters up to which a part of a name says nothing ("Al", "J.")."""


def doers(assertion: Assertion, actors: Actors, *, claimed: bool) -> set[str]:
    """The ids of persons and groups that it names; of a deed that is claimed only the group that claims it."""
    marks = {m[1:] for m in assertion.marks if m.startswith("@actor:")}
    if claimed:
        groups = {assertion.speaker} if assertion.speaker else marks
        return {a for a in groups if a in actors and actors[a].kind in ("group", "organization", "other")}
    return {a for a in marks if a in actors and is_named(actors[a], assertion.at)}


def namesakes(one: Actor, two: Actor) -> bool:
    """Whether both bear one name, or a part of it."""
    return bool(name_words(one) & name_words(two))


def is_named(actor: Actor, at: Selector) -> bool:
    """Whether a part of the actor's name stands there: a pronoun names nobody."""
    return bool(name_words(actor) & {word.strip(".,;:'’\"").removesuffix("'s") for word in at.exact.lower().split()})


def mention(assertion: Assertion, actor: Actor) -> Selector:
    """Where the sentence of the assertion names the actor, or the assertion where the name stands elsewhere."""
    return next((m.selector for m in actor.mentions if assertion.whole.covers(m.selector)), assertion.at)


def name_words(actor: Actor) -> frozenset[str]:
    """The words of the actor's names, in lower case."""
    return frozenset(word for name in actor.names for word in name.lower().split() if len(word) > LEAST_NAME)
