"""The pages on which people correct what was found: a form for each thing, the history, undo and redo."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.desk.judged import history_of, rows_of
from twosource.desk.judging import judge, redo, undo, user
from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.decided import LONGEST, decided
from twosource.desk.web.forms import field, form_of, token
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import DeskStory, judgement_path, story_path
from twosource.desk.web.subjects import Subject, spot_words, subject
from twosource.errors import UsageError
from twosource.formats.html import judged_anchor
from twosource.judgements import History
from twosource.judgements.words import decided as in_words
from twosource.model import Judgement
from twosource.stores.base import Row, Search, Store, View, search_words
from twosource.vocab.gazetteer import spots

A_PAGE = 50
TYPED = ("actor", "called", "first", "kind", "last", "lat", "lon", "name", "story", "why")
"""Fields that a form has again when something was missing in it."""
OFFERED = 12
"""Stories and places to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judgement as the history shows it; `story` is where it is seen, empty where no report of it is here."""

    judgement: Judgement
    decided: str
    path: str
    undone: Judgement | None
    story: str


class JudgePages:
    """See `StoryPages`."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store, self._shelf = store, shelf
        self.routes = (
            Route("/story/{story}/judge/{ref}", self.ask),
            Route("/story/{story}/judge/{ref}", self.decide, methods=["POST"]),
            Route("/judgements", self.history),
            Route("/judgement/{judgement}", self.one),
            Route("/judgement/{judgement}/{over}", self.turn_over, methods=["POST"]),
        )

    def ask(self, request: Request) -> Response:
        """The form, or forms, about one thing."""
        story, asked = self._asked(request)
        return self._form(story, asked, request.query_params)

    async def decide(self, request: Request) -> Response:
        """Takes a form: back to where the change is seen, or to the form with what is missing."""
        return await run_in_threadpool(self._decide, request, await form_of(request))

    def _decide(self, request: Request, form: QueryParams) -> Response:
        story, asked = self._asked(request)
        try:
            with self._store.view() as view:
                proposal = decided(story, asked, form, view)
            made = judge(self._store, proposal, who=field(form, "who"), why=field(form, "why"))
        except UsageError as error:
            return self._form(story, asked, form, str(error))
        with self._store.view() as view:
            seen = rows_of(view, made)[0].story
        return RedirectResponse(f"{story_path(seen)}#{judged_anchor(made.id)}", 303)

    def _form(self, story: DeskStory, asked: Subject, given: QueryParams, error: str = "") -> Response:
        looked = (field(given, "looked") or asked.place)[:LONGEST]
        places = [(spot.id, spot_words(spot)) for spot in spots(looked)[:OFFERED]] if "place" in asked.kinds else []
        words = field(given, "words")[:LONGEST]
        typed = {name: field(given, name) for name in TYPED}
        found = self._stories(story, words) if "merge_stories" in asked.kinds else []
        return page(
            "judge.html.j2", 400 if error else 200, s=story, asked=asked, given=typed, error=error, looked=looked,
            places=places, words=words, found=found, token=token(), who=field(given, "who") or user(),
        )  # fmt: skip

    def _stories(self, story: DeskStory, words: str) -> list[Row]:
        """The first article of each other story that holds these words."""
        own = {r.article.id for r in story.view.reports}
        with self._store.view() as view:
            articles = view.find(Search(words=words), 5 * OFFERED).articles if search_words(words) else ()
            rows = [row for row in view.rows_of(articles) if row.article not in own and row.story]
        return list({row.story: row for row in reversed(rows)}.values())[::-1][:OFFERED]

    def history(self, request: Request) -> Response:
        """All judgements of the desk, the last first."""
        number = part_number(request)
        with self._store.view() as view:
            history = history_of(view)
            shown = history.judgements[::-1][(number - 1) * A_PAGE : number * A_PAGE]
            entries = [_entry(j, history, view) for j in shown]
        turned = turn("/judgements", number, len(history.judgements), A_PAGE)
        return page("judgements.html.j2", entries=entries, count=len(history.judgements), turn=turned)

    def one(self, request: Request) -> Response:
        """One judgement: who, when, why, what rests on it, and the form that undoes or redoes it."""
        return self._one(request)

    async def turn_over(self, request: Request) -> Response:
        """Undoes or redoes a judgement."""
        return await run_in_threadpool(self._turn_over, request, await form_of(request))

    def _turn_over(self, request: Request, form: QueryParams) -> Response:
        wanted = request.path_params["judgement"]
        try:
            (undo if request.path_params["over"] == "undo" else redo)(
                self._store, who=field(form, "who"), why=field(form, "why"), wanted=wanted
            )
        except UsageError as error:
            return self._one(request, str(error))
        return RedirectResponse(judgement_path(wanted), 303)

    def _one(self, request: Request, error: str = "") -> Response:
        with self._store.view() as view:
            history = history_of(view)
            judgement = next((j for j in history.judgements if j.id == request.path_params["judgement"]), None)
            if judgement is None:
                raise HTTPException(404, "judgement")
            entry, later = (
                _entry(judgement, history, view),
                [_entry(j, history, view) for j in history.after(judgement)],
            )
        over = history.last_over.get(judgement.id)
        return page(
            "judgement.html.j2", 400 if error else 200, x=entry, later=later, over=over, error=error, token=token(),
            who=user(),
        )  # fmt: skip

    def _asked(self, request: Request) -> tuple[DeskStory, Subject]:
        story = self._shelf.story(request.path_params["story"])
        if story is None:
            raise HTTPException(404, "story")
        asked = subject(story, request.path_params["ref"])
        if asked is None:
            raise HTTPException(404, "judged")
        return story, asked


def _entry(judgement: Judgement, history: History, view: View) -> Entry:
    undone = history.last_over[judgement.id] if history.is_undone(judgement.id) else None
    seen = rows_of(view, judgement)
    path = f"{story_path(seen[0].story)}#{judged_anchor(judgement.id)}" if seen else ""
    return Entry(
        judgement=judgement, decided=in_words(judgement), path=judgement_path(judgement.id), undone=undone, story=path
    )
