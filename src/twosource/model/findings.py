"""What several reports give together: origins, claims, findings, stories, the timeline and the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.circumstances import Span
from twosource.model.evidence import Evidence
from twosource.model.selector import Selector

Status = Literal["corroborated", "single_origin", "differs", "updated"]
Aspect = Literal["quantity", "time", "place", "actor", "realis", "polarity", "wording"]
FigureRole = Literal["killed", "injured", "arrested", "displaced", "participants"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The articles that count as ONE independent report; `passages` where only a part of an article is of it."""

    id: str
    articles: tuple[str, ...]
    wires: tuple[str, ...] = ()
    passages: tuple[Selector, ...] = ()
    independence: Literal["shown", "inferred", "unknown"] = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One article's own origin, and which article it was derived from, if any."""

    article: str
    origin: str
    derived_from: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion by one article or one speaker, a sentence or less; `origin` is empty until origins are known."""

    id: str
    article: str
    kind: Literal["event", "quote", "quantity", "text"]
    ref: str | None
    selector: Selector
    asserted_by: str
    origin: str = ""
    vector: bytes = b""
    """What its sentence is about, as `Sentence.vector`, where the claim is a whole sentence; never exported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of the values that reports give for one aspect, and where they give it."""

    value: str
    selectors: tuple[Selector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An aspect in which claims cannot be true together (or, in an update, have moved on)."""

    aspect: Aspect
    values: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Aligned claims with a status. `origins` counts independent origins, `speakers` who is at the root of them."""

    id: str
    status: Status
    claims: tuple[str, ...]
    origins: int
    speakers: int
    text: Selector
    differences: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A toll or attendance of the story after reconciling its reports."""

    role: FigureRole
    min: float
    max: float
    point: float | None
    approximate: bool
    status: Status
    origins: int
    selectors: tuple[Selector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles on one happening; `when` and `where` are of the happening at its heart."""

    id: str
    headline: Selector
    articles: tuple[str, ...]
    first: str | None
    last: str | None
    when: Span | None = None
    where: str | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline: a day, month or year, and the records that fall on it.

    `origins` counts the independent origins that name that day.
    """

    date: str
    precision: Literal["year", "month", "day"]
    refs: tuple[str, ...]
    text: Selector
    origins: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of the brief, with the passages it rests on."""

    text: str
    finding: str | None
    selectors: tuple[Selector, ...]
