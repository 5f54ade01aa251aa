"""Reports that were changed, as a page shows it: each step with its notices, and its sentences with the words lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.formats.shown import Passage, ReportView, one_line
from twosource.formats.views import RecordView
from twosource.model import Change, Revision, RevisionKind, Selector
from twosource.text.moments import moment_words

KIND_WORDS: dict[RevisionKind, str] = {
    "updated": "updated",
    "corrected": "corrected",
    "clarified": "clarified",
    "retracted": "withdrawn",
    "restored": "put back to an earlier text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a sentence; `changed`: they went, or came."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One sentence in both versions; one of them is empty where it was added or removed."""

    kind: Literal["added", "removed", "changed"]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    grave: bool
    """It says something else now, or is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """One step from a version to the next."""

    revision: Revision
    before: ReportView
    after: ReportView
    kind: str
    seen: str
    notices: tuple[Passage, ...]
    changes: tuple[ChangeView, ...]


def revisions(view: RecordView) -> list[RevisionView]:
    """All steps of a record, in its order."""
    return [_view(revision, view) for revision in view.record.revisions]


def _view(revision: Revision, view: RecordView) -> RevisionView:
    return RevisionView(
        revision=revision,
        before=view.report(revision.before),
        after=view.report(revision.after),
        kind=KIND_WORDS[revision.kind],
        seen=moment_words(revision.seen),
        notices=tuple(view.passages(revision.notices)),
        changes=tuple(map(_change, revision.changes)),
    )


def _change(change: Change) -> ChangeView:
    return ChangeView(
        kind=change.kind,
        before=tuple(_pieces(change.before, change.deleted)),
        after=tuple(_pieces(change.after, change.inserted)),
        grave=bool(change.aspects) or change.kind == "removed",
    )


def _pieces(sentence: Selector | None, changed: Sequence[Selector]) -> Iterator[Piece]:
    """The sentence cut at the words that were changed; without any it is one piece."""
    if sentence is None:
        return
    at = sentence.start
    for words in sorted(changed):
        yield from _piece(sentence, at, words.start, changed=False)
        yield from _piece(sentence, words.start, words.end, changed=True)
        at = words.end
    yield from _piece(sentence, at, sentence.end, changed=False)


def _piece(sentence: Selector, start: int, end: int, *, changed: bool) -> Iterator[Piece]:
    text = sentence.exact[start - sentence.start : end - sentence.start]
    if text:
        line = one_line(text)
        left, right = (" " if text[:1].isspace() and line else ""), (" " if text[-1:].isspace() else "")
        yield Piece(text=f"{left}{line}{right}", changed=changed)
