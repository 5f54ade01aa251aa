"""An article: a selection over a page. Every line has a role; what is known of the report names its basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.selector import Selector

Role = Literal[
    "headline", "lead", "body", "subhead", "list", "blockquote", "table", "caption", "byline",
    "credit", "dateline", "promo", "navigation", "notice", "comment", "other",
]  # fmt: skip

BODY_ROLES: frozenset[str] = frozenset({"lead", "body", "list", "blockquote"})
"""Roles whose words are the report's own running text, the ones that are analysed for quotes, events and figures."""

Basis = Literal["metadata", "text", "caption", "given", "url", "story"]
Standing = Literal["current", "replaced", "withdrawn"]
"""What became of an article: it stands as it is, a later version replaced it, or its outlet withdrew it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the page's text and what it is; `start` and `end` are code points of Page.text."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WireCredit:
    """An agency that the report credits; `name` is its short name (AP, AFP, Reuters)."""

    name: str
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When the report says it was published: ISO 8601, a day or coarser; `at` is the full time where it is known."""

    value: str
    precision: Literal["year", "month", "day"]
    basis: Basis
    selector: Selector | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where the report says it was written: its dateline."""

    name: str
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one metadata value of an article rests on: field, basis, and the words or the metadata key it came from."""

    field: str
    basis: Basis
    detail: str
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report: blocks that partition its page, and what is known of it. Absent is None, never a guess.

    `version` counts the texts that stood at `address`, from 1; `modified` is when the page says it was last changed.
    """

    id: str
    page: str
    blocks: tuple[Block, ...]
    language: str
    headline: Selector | None = None
    outlet: str | None = None
    by: tuple[str, ...] = ()
    wires: tuple[WireCredit, ...] = ()
    located: Located | None = None
    published: Published | None = None
    version: int = 1
    address: str | None = None
    modified: str | None = None
    standing: Standing = "current"
    grounds: tuple[Ground, ...] = ()
