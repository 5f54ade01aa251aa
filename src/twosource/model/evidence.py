"""Why a record is as it is: the named function that spoke, what it said, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.selector import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason: `function` names a documented rule, `detail` tells a reader, `score` is 0 to 1."""

    function: str
    score: float
    detail: str
    selectors: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which step of which version, with which settings, made a record (PROV wasGeneratedBy)."""

    step: str
    version: str
    settings: str = ""
