"""How a page changed from one version of its article to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.evidence import Evidence
from twosource.model.findings import Aspect
from twosource.model.selector import Selector

RevisionKind = Literal["updated", "corrected", "clarified", "retracted", "restored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sentence that was added, removed or changed; `deleted` and `inserted` are the words that make the change.

    `aspects`: in what it can no longer be read as before, empty where only words went or came.
    """

    kind: Literal["added", "removed", "changed"]
    before: Selector | None = None
    after: Selector | None = None
    deleted: tuple[Selector, ...] = ()
    inserted: tuple[Selector, ...] = ()
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One step from an article to its next version; `seen` is when the later one was retrieved or says it changed."""

    id: str
    before: str
    after: str
    kind: RevisionKind
    seen: str | None
    notices: tuple[Selector, ...] = ()
    changes: tuple[Change, ...] = ()
    evidence: tuple[Evidence, ...] = ()
