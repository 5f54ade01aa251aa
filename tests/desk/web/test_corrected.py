"""What people corrected is corrected wherever a desk shows it: in searches, lists of people, days, and stays so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.stores.made import STRIKE, arrival
from twosource.desk.ingest.intake import Intake
from twosource.desk.judged import JudgedStore
from twosource.desk.judgement_lines import lines, take
from twosource.desk.judging import judge, undo
from twosource.judgements.proposals import Proposal
from twosource.model import Ruling
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .browser import fill, serving
from .reports import REPORTS
from .test_judging import Writing


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


@pytest.fixture
def desk(store: Store) -> Iterator[Writing]:
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    fill(store, REPORTS)
    with serving(store) as browser:
        yield Writing(browser, store)


def told(desk: Writing, name: str) -> tuple[int, int, int]:
    """How many reports a search for a speaker finds, how many quotes of theirs two lists tell."""
    asked = quote(name)
    pages = (f"/search?speaker={asked}", f"/people?name={asked}", f"/who?name={asked}")
    kinds = (r"(\d+) reports?\b", r"(\d+) quotes? in", r"(\d+) quotes? in")
    found = [re.search(kind, desk.get(path).words) for kind, path in zip(kinds, pages, strict=True)]
    return tuple(int(one[1]) if one else 0 for one in found)  # type: ignore[return-value]


def test_a_speaker_is_found_under_the_name_that_people_gave(desk: Writing) -> None:
    before = told(desk, "Ann Roe")
    assert before[0]
    assert told(desk, "Nils Dahl") == (0, 0, 0)
    answer = desk.post(desk.form("who said this"), {"kind": "speaker", "name": "Nils Dahl"})
    assert answer.status == 303
    now = told(desk, "Nils Dahl")
    assert now[0], "right after it was corrected"
    assert len(set(now)) == 1, "one quote in each report"
    assert told(desk, "Ann Roe") == tuple(a - b for a, b in zip(before, now, strict=True))
    page = desk.get("/story/story:1")
    path = str(page.tree.xpath("//section[@class='corrected']//a[text()='undo']/@href")[0])
    assert desk.post(f"{path}/undo", {"why": ""}).status == 303
    assert told(desk, "Nils Dahl") == (0, 0, 0)
    assert told(desk, "Ann Roe") == before
    assert desk.post(f"{path}/redo", {}).status == 303
    assert told(desk, "Nils Dahl") == now


def test_two_that_are_one_are_one_in_the_list(desk: Writing) -> None:
    assert "also as Roe" in desk.get("/people").words
    path = desk.form("who this is")
    options = desk.get(path).tree.xpath("//form[@id='merge_actors']//option[contains(., 'brigade')]/@value")
    assert desk.post(path, {"kind": "merge_actors", "actor": options[0], "name": "Ann B. Roe"}).status == 303
    assert told(desk, "Ann B. Roe")[0]
    assert "also as Roe" not in desk.get("/people").words


def test_days_of_stories_and_searches_are_those_that_people_gave(store: Store, desk: Writing) -> None:
    with JudgedStore(store).view() as view:
        late = view.rows_in("story:1")[-1]
    assert "6 May 2031" in desk.get("/").text
    path = f"/story/story:1/judge/{late.article}"
    assert desk.post(path, {"kind": "date", "first": "2031-05-20"}).status == 303
    assert "20 May 2031" in desk.get("/").text
    assert "1 report" in desk.get("/search?from=2031-05-19").words
    assert undo(store, who="Ann")[0].kind == "date"
    assert "20 May 2031" not in desk.get("/").text
    assert "1 report" not in desk.get("/search?from=2031-05-19").words


def test_judgements_of_another_desk_are_found_by_at_once_and_when_the_report_comes_later(
    store: Store, tmp_path: Path
) -> None:
    arrivals = [arrival(r["text"], f"{n}.txt", outlet=r["outlet"]) for n, r in enumerate(REPORTS)]
    with store.writer() as writer:
        Intake(store, writer).take(arrivals)
    with store.view() as view:
        said = next(q for r in view.readings([arrivals[0].reading.article.id]) for q in r.quotes if q.speaker)
    given = Proposal(kind="speaker", passages=said.content, ruling=Ruling(name="Nils Dahl"))
    judge(store, given, who="Ann", why="I rang them")
    with store.view() as view:
        sent = list(lines(view))
    for later in (False, True):
        other = SqliteStore(tmp_path / f"other{later}.sqlite", create=True)
        if later:
            take(other, sent)
        with other.writer() as writer:
            Intake(other, writer).take(arrivals)
        if not later:
            take(other, sent)
        with other.view() as view:
            assert [k.name for k in view.named("speaker", "Nils", 5)] == ["Nils Dahl"]
            with store.view() as first:
                assert view.named("speaker", "", 9) == first.named("speaker", "", 9)
