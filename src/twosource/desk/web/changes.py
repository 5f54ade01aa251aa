"""The page of one changed report: both versions side by side, what went and what came lit in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import page
from twosource.desk.web.shelf import Shelf
from twosource.formats.changes import Piece, RevisionView
from twosource.formats.reader import READ_ROLES
from twosource.formats.shown import ReportView
from twosource.model import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of a version: its words in pieces; `residue`: what is no part of the report."""

    residue: bool
    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version with its lines; `mark` is the element for words that went (del) or came (ins)."""

    report: ReportView
    mark: str
    lines: tuple[Line, ...]


class ChangePages:
    """The pages on changed reports."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.routes = (Route("/story/{story}/changes/{revision}", self.change),)

    def change(self, request: Request) -> Response:
        """One step from a version to the next."""
        story = self._shelf.story(request.path_params["story"])
        if story is None:
            raise HTTPException(404, "story")
        steps = story.revisions
        at = next((n for n, r in enumerate(steps) if r.revision.id == request.path_params["revision"]), None)
        if at is None:
            raise HTTPException(404, "report")
        before, after = (steps[n] if 0 <= n < len(steps) else None for n in (at - 1, at + 1))
        shown = both(steps[at])
        return page("change.html.j2", s=story, r=steps[at], versions=shown, before=before, after=after)


def both(step: RevisionView) -> tuple[Version, ...]:
    """The two versions of a step, one where only the later one is known."""
    changes = step.revision.changes
    went = [s for c in changes for s in ((c.before,) if c.kind == "removed" else c.deleted) if s]
    came = [s for c in changes for s in ((c.after,) if c.kind == "added" else c.inserted) if s]
    later = _version(step.after, "ins", came)
    return (later,) if step.before == step.after else (_version(step.before, "del", went), later)


def _version(report: ReportView, mark: str, changed: Sequence[Selector]) -> Version:
    return Version(report=report, mark=mark, lines=tuple(_lines(report, sorted(changed))))


def _lines(report: ReportView, changed: Sequence[Selector]) -> Iterator[Line]:
    """The blocks in order; what was changed begins and ends inside one block, for it is of one sentence."""
    waiting = list(reversed(changed))
    text = report.page.text
    for block in report.article.blocks:
        pieces, at = [], block.start
        while waiting and waiting[-1].start < block.end:
            words = waiting.pop()
            pieces += [Piece(text=text[at : words.start], changed=False), Piece(text=words.exact, changed=True)]
            at = words.end
        pieces.append(Piece(text=text[at : block.end], changed=False))
        kept = tuple(p for p in pieces if p.text)
        yield Line(residue=block.role not in READ_ROLES, role=block.role, pieces=kept)
