"""The pages of people and groups: all whom reports quote, and all that somebody said."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.asked import LONGEST, country_name, search_path
from twosource.desk.web.said import REPORTS_A_PAGE, said_by
from twosource.desk.web.story import who_path
from twosource.stores.base import Known, Search, Store

PEOPLE_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom reports quote, as the list shows them: where all that they said stands, and the reports."""

    known: Known
    country: str
    said: str
    reports: str


class PeoplePages:
    """See `StoryPages`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.routes = (Route("/people", self.people), Route("/who", self.who))

    def people(self, request: Request) -> Response:
        """All whom reports quote by name, those most often quoted first."""
        words, number = request.query_params.get("name", "").strip()[:LONGEST], part_number(request)
        with self._store.view() as view:
            count = view.count_named("speaker", words)
            known = view.named("speaker", words, PEOPLE_A_PAGE, (number - 1) * PEOPLE_A_PAGE)
        turned = turn("/people", number, count, PEOPLE_A_PAGE, **({"name": words} if words else {}))
        people = [_person(one) for one in known]
        return page("people.html.j2", words=words, count=count, people=people, turn=turned)

    def who(self, request: Request) -> Response:
        """All that somebody said, in every story."""
        name, number = request.query_params.get("name", "")[:LONGEST], part_number(request)
        with self._store.view() as view:
            said = said_by(view, name, number)
        return page("who.html.j2", said=said, turn=turn("/who", number, said.found, REPORTS_A_PAGE, name=name))


def _person(known: Known) -> Person:
    reports = search_path(Search(speaker=known.name))
    return Person(known=known, country=country_name(known.country), said=who_path(known.name), reports=reports)
