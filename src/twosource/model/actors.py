"""Who: mentions in the text, and the actors they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.evidence import Evidence
from twosource.model.selector import Selector

ActorKind = Literal["person", "group", "organization", "government", "place", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an actor: a name, a description ("the defence chief") or a pronoun."""

    selector: Selector
    form: Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title that the text gives to an actor, as written."""

    title: str
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person, group or body: `name` is the fullest name, `names` all names as written with titles left out."""

    id: str
    name: str
    kind: ActorKind
    named: bool
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    evidence: tuple[Evidence, ...] = ()
    offices: tuple[Office, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
