"""When, where, how many: times (TIMEX3), places, quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.selector import Selector

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "APPROX", "START", "MID", "END"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression's meaning by TIMEX3: `value` as P9D, 2016-10, 2016-W43, PXM; empty if unresolved."""

    type: TimexType
    value: str
    mod: TimexMod | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression. `earliest` and `latest` are ISO days, None for durations and what cannot be resolved."""

    id: str
    article: str
    selector: Selector
    timex: Timex
    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by a gazetteer; `precision` is town, region, country or area; WGS 84 degrees, None if unknown."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    gazetteer_id: str | None
    mentions: tuple[Selector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many of what. `point` is None for a range; `role` says killed, injured, … where it is a toll."""

    id: str
    article: str
    selector: Selector
    min: float | None
    max: float | None
    point: float | None = None
    approximate: bool = False
    ordinal: bool = False
    ratio: tuple[float, float] | None = None
    unit: str | None = None
    of: Selector | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the earliest to the latest day (ISO 8601) that something can have been."""

    earliest: str | None
    latest: str | None
