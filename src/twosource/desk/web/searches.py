"""The pages of saved searches: the list with what is new, each with what is new first, and a feed of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.asked import LONGEST, in_words, query_of, search_of, search_path
from twosource.desk.web.feed import FEED_ENTRIES, feed
from twosource.desk.web.find import FOUND_A_PAGE, hits
from twosource.desk.web.forms import field, form_of, token
from twosource.model.ids import content_id
from twosource.stores.base import SavedSearch, Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A saved search as the list shows it: what it asks, how many reports came since it was read."""

    saved: SavedSearch
    path: str
    asked: str
    new: int


class SavedSearchPages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (
            Route("/searches", self.searches),
            Route("/searches", self.save, methods=["POST"]),
            Route("/searches/{search}", self.search),
            Route("/searches/{search}/read", self.read, methods=["POST"]),
            Route("/searches/{search}/forget", self.forget, methods=["POST"]),
            Route("/searches/{search}/feed.atom", self.feed),
        )

    def searches(self, request: Request) -> Response:
        """All saved searches."""
        with self._store.view() as view:
            listed = [_listed(view, saved) for saved in view.saved_searches()]
        return page("searches.html.j2", listed=listed)

    def search(self, request: Request) -> Response:
        """What one finds, the last to arrive first: so what is new comes before what was read."""
        number = part_number(request)
        with self._store.view() as view:
            saved = _saved(view, request)
            found = view.find(replace(saved.search, newest=True), FOUND_A_PAGE, (number - 1) * FOUND_A_PAGE)
            shown, last = list(hits(view, saved.search, found.articles)), view.last_arrival()
            listed = _listed(view, saved)
        turned = turn(listed.path, number, found.count, FOUND_A_PAGE)
        edit = search_path(saved.search)
        return page(
            "saved.html.j2",
            x=listed,
            count=found.count,
            hits=shown,
            last=last,
            edit=edit,
            token=token(),
            turn=turned,
        )

    async def save(self, request: Request) -> Response:
        """Keeps a search under a name; all that it finds by now counts as read."""
        form = await form_of(request)
        search = search_of(dict(parse_qsl(field(form, "search"))))
        asked = in_words(search)
        if not asked:
            raise HTTPException(404, "search")
        name = " ".join(field(form, "name").split())[:LONGEST] or asked
        with self._store.view() as view:
            last = view.last_arrival()
        made = datetime.now(UTC).isoformat(timespec="seconds")
        saved = SavedSearch(
            id=content_id("search", name, urlencode(query_of(search))), name=name, search=search, made=made, read=last
        )
        with self._store.writer() as writer:
            writer.save_search(saved)
        return RedirectResponse("/searches", 303)

    async def read(self, request: Request) -> Response:
        """What one found up to the arrival that the page was made at is read."""
        upto = field(await form_of(request), "upto")
        if upto.isdecimal() and len(upto) < 16:
            with self._store.writer() as writer:
                writer.read_search(request.path_params["search"], int(upto))
        return RedirectResponse("/searches", 303)

    async def forget(self, request: Request) -> Response:
        """Keeps one no longer."""
        with self._store.writer() as writer:
            writer.forget_search(request.path_params["search"])
        return RedirectResponse("/searches", 303)

    def feed(self, request: Request) -> Response:
        """What one found last, as Atom."""
        with self._store.view() as view:
            saved = _saved(view, request)
            found = view.find(replace(saved.search, newest=True), FEED_ENTRIES)
            shown = list(hits(view, saved.search, found.articles))
        return feed(saved, shown, str(request.base_url).rstrip("/"), _path(saved))


def _saved(view: View, request: Request) -> SavedSearch:
    saved = view.saved_search(request.path_params["search"])
    if saved is None:
        raise HTTPException(404, "search")
    return saved


def _listed(view: View, saved: SavedSearch) -> Listed:
    new = view.find(replace(saved.search, after=saved.read), 0).count
    return Listed(saved=saved, path=_path(saved), asked=in_words(saved.search), new=new)


def _path(saved: SavedSearch) -> str:
    return f"/searches/{quote(saved.id, safe=':')}"
