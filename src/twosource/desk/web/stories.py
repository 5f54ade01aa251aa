"""The pages of stories: the list, a story, a finding with its reports side by side, chosen reports side by side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.cite import cited
from twosource.desk.web.gone import gone_of, with_gone
from twosource.desk.web.heads import Heads
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import Column, DeskStory
from twosource.stores.base import Store

STORIES_A_PAGE = 20


class StoryPages:
    """A page each; all are plain functions, which Starlette runs in threads."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store, self._shelf = store, shelf
        self._heads = Heads(store, shelf)
        self.routes = (
            Route("/", self.stories),
            Route("/story/{story}", self.story),
            Route("/story/{story}/reports", self.reports),
            Route("/story/{story}/finding/{finding}", self.finding),
        )

    def stories(self, request: Request) -> Response:
        """All stories by time."""
        with self._store.view() as view:
            counts = view.counts()
        number = part_number(request)
        heads = self._heads.listed((number - 1) * STORIES_A_PAGE, STORIES_A_PAGE)
        days = [(day, list(group)) for day, group in groupby(heads, key=lambda head: head.day)]
        waiting = sum(head.waits for head in heads)
        turned = turn("/", number, counts.stories, STORIES_A_PAGE)
        return page("stories.html.j2", counts=counts, days=days, waiting=waiting, turn=turned)

    def story(self, request: Request) -> Response:
        """One story: the brief and all it rests on."""
        html = self._shelf.html(request.path_params["story"])
        if html is None:
            raise HTTPException(404, "story")
        with self._store.view() as view:
            rows = view.rows_in(request.path_params["story"])
            return HTMLResponse(with_gone(html, rows, gone_of(view, [row.article for row in rows])))

    def finding(self, request: Request) -> Response:
        """One finding: its reports side by side with its passages lit."""
        story = self._story(request)
        finding = story.finding_by_id.get(request.path_params["finding"])
        if finding is None:
            raise HTTPException(404, "finding")
        before, after = story.beside_it(finding)
        columns = story.columns(finding)
        return page(
            "beside.html.j2",
            s=story,
            f=finding,
            columns=columns,
            copies=story.copies(finding, columns),
            gone=self._gone(columns),
            before=before,
            after=after,
            cited=cited(story, finding),
        )

    def reports(self, request: Request) -> Response:
        """Chosen reports of one story side by side with all its passages marked."""
        story = self._story(request)
        chosen = story.chosen(request.query_params.getlist("show"))
        if not chosen:
            raise HTTPException(404, "report")
        columns = story.whole(chosen)
        return page("reports.html.j2", s=story, columns=columns, gone=self._gone(columns))

    def _gone(self, columns: Iterable[Column]) -> dict[str, str]:
        with self._store.view() as view:
            return gone_of(view, [column.report.article.id for column in columns])

    def _story(self, request: Request) -> DeskStory:
        story = self._shelf.story(request.path_params["story"])
        if story is None:
            raise HTTPException(404, "story")
        return story
