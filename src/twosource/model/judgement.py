"""What a person decides about what was found: who, when, why. Kept beside the machine's results, never over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from twosource.model.circumstances import Place, Span
from twosource.model.ids import content_id
from twosource.model.selector import Selector

JudgementKind = Literal[
    "merge_actors", "split_actor", "merge_stories", "split_story", "speaker", "date", "place", "wrong", "undo", "redo"
]
Verdict = Literal["apart", "agrees", "nothing"]
"""What is wrong with a finding: its claims are not one, they do not differ, or it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person decided; which parts are filled is a matter of the kind, and nothing at all is "nobody can tell".

    `passages` name an actor by a mention, `articles` those that stay where others leave, `judgement` the one undone.
    """

    name: str | None = None
    passages: tuple[Selector, ...] = ()
    articles: tuple[str, ...] = ()
    span: Span | None = None
    place: Place | None = None
    verdict: Verdict | None = None
    judgement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One entry of the history; `at` is UTC, ISO 8601 with microseconds, which orders all entries.

    Its subject is given by words in pages and by ids of articles (hashes of what came in): both outlive an analysis.
    """

    id: str
    at: str
    who: str
    why: str
    kind: JudgementKind
    passages: tuple[Selector, ...] = ()
    articles: tuple[str, ...] = ()
    ruling: Ruling = field(default_factory=Ruling)

    @classmethod
    def of(  # noqa: PLR0913 (all that an entry is made of)
        cls,
        kind: JudgementKind,
        *,
        at: str,
        who: str,
        why: str,
        passages: tuple[Selector, ...] = (),
        articles: tuple[str, ...] = (),
        ruling: Ruling | None = None,
    ) -> Judgement:
        """A new entry; its id is a hash of all of it."""
        ruling = ruling or Ruling()
        number = content_id("judgement", at, who, why, kind, passages, articles, ruling)
        return cls(id=number, at=at, who=who, why=why, kind=kind, passages=passages, articles=articles, ruling=ruling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement as it bears on one record: what it changed, or why it could not be applied.

    `before` is the machine's value in words, `after` the person's; `refs` are the ids of what changed.
    """

    judgement: str
    at: str
    who: str
    why: str
    kind: JudgementKind
    applied: bool
    before: str
    after: str
    refs: tuple[str, ...] = ()
    selectors: tuple[Selector, ...] = ()
