"""Who said what: speaker, cue and content (the PARC / PolNeAR scheme)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.evidence import Evidence
from twosource.model.selector import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One attribution; `content` has several spans where a quotation is split; `speaker` is None if untold."""

    id: str
    article: str
    kind: Literal["direct", "indirect", "mixed"]
    content: tuple[Selector, ...]
    cue: Selector | None = None
    speaker: str | None = None
    speaker_selector: Selector | None = None
    polarity: Literal["said", "denied", "not_said"] = "said"
    within: str | None = None
    evidence: tuple[Evidence, ...] = ()
    addressee: str | None = None
    said_on: str | None = None
    said_in: str | None = None
