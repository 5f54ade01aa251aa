"""The pages of people and groups: all whom reports quote, and all that somebody said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.desk.web.alike import may_be, one_person, same_name
from twosource.desk.web.answers import page, part_number, turn
from twosource.desk.web.asked import LONGEST, country_name, search_path
from twosource.desk.web.said import REPORTS_A_PAGE, said_by
from twosource.desk.web.story import who_path
from twosource.stores.base import Known, Search, Store, View

PEOPLE_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom reports quote, as the list shows them: where all that they said stands, and the reports.

    `also`: other names that may be theirs.
    """

    known: Known
    country: str
    said: str
    reports: str
    also: Sequence[Person] = ()


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
            people = list(_people(view, known, words))
        turned = turn("/people", number, count, PEOPLE_A_PAGE, **({"name": words} if words else {}))
        return page("people.html.j2", words=words, count=count, people=people, turn=turned)

    def who(self, request: Request) -> Response:
        """All that somebody said, in every story."""
        name, number = request.query_params.get("name", "")[:LONGEST], part_number(request)
        with self._store.view() as view:
            said = said_by(view, name, number)
            also = [_person(k) for k in _others(view, name)]
            may = [_person(k) for k in may_be(view, name) if k.name not in [p.known.name for p in also]]
        return page(
            "who.html.j2",
            said=said,
            also=also,
            may=may,
            turn=turn("/who", number, said.found, REPORTS_A_PAGE, name=name),
        )


def _people(view: View, known: Sequence[Known], words: str) -> Iterator[Person]:
    """A line for each person: where all names are listed, at the place of the name that is quoted most."""
    for one in known:
        first, *also = one_person(view, one)
        if words or first.name == one.name:
            yield _person(one, [k for k in (first, *also) if k.name != one.name])


def _others(view: View, name: str) -> list[Known]:
    """Other names that may be of the one who is called so; none where nobody is, or they were looked for with it."""
    called = next((k for k in view.named("speaker", name, PEOPLE_A_PAGE) if same_name(k.name, name)), None)
    group = one_person(view, called) if called else []
    return [k for k in group if not same_name(k.name, name)]


def _person(known: Known, also: Sequence[Known] = ()) -> Person:
    return Person(
        known=known,
        country=country_name(known.country),
        said=who_path(known.name),
        reports=search_path(Search(speaker=known.name)),
        also=[_person(one) for one in also],
    )


def people_path(words: str) -> str:
    """The path of the list of those in whose names these words stand."""
    return "/people?" + urlencode({"name": words}, errors="ignore")
