"""Versions on a desk: reports that are changed as weeks go by, and what its pages show of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from tests.desk.web.browser import Browser, serving
from tests.versions.cases import FIRE, HERALD_FIRE, NINE, NOTICE, OTHER
from tests.versions.made import HERALD, POST, moved
from twosource.api import Options
from twosource.desk.ingest import add
from twosource.desk.judged import JudgedStore
from twosource.desk.versions import VersionedStore
from twosource.desk.watch.taking import take_in
from twosource.desk.works import record_of
from twosource.model import Given, Record
from twosource.pages import Capture
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

OPTIONS = Options(analyzer="rules")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


def put(
    store: Store, folder: Path, *texts: str, url: str = POST, outlet: str = "Post", date: str = "2031-05-05"
) -> None:
    """Adds texts of one page one after the other, each by a run of its own."""
    for number, text in enumerate(texts):
        title, _, body = text.partition("\n")
        row = {"id": f"{number}", "url": url, "outlet": outlet, "date": date, "title": title, "text": body}
        path = folder / f"{outlet}-{date}-{number}.jsonl"
        path.write_text(json.dumps(row | {"text": body.replace("\n", "\n\n")}), encoding="utf-8")
        assert add(store, [path], OPTIONS).new == 1


def capture(text: str, at: str) -> Capture:
    """The page of the Post as a watch has it at an hour of that day."""
    given = Given(input_id=POST, outlet="Post", url=POST, date="2031-05-05")
    raw = text.replace("\n", "\n\n").encode()
    return Capture(location=POST, raw=raw, media_type="text/plain", given=given, retrieved=f"2031-05-05T{at}:00+00:00")


def records(store: Store) -> list[Record]:
    """The record of each story."""
    with JudgedStore(VersionedStore(store)).view() as view:
        return [record_of(view, view.rows_in(story.story)) for story in view.stories(0, 99)]


def versions(record: Record) -> list[tuple[int, str]]:
    return sorted((a.version, a.standing) for a in record.articles)


def test_where_no_time_tells_the_order_that_of_arrival_does(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path, NINE, FIRE)
    (record,) = records(store)
    assert versions(record) == [(1, "replaced"), (2, "current")]
    assert moved(record) == {("quantity", ("Nine", "Twelve"))}
    assert [e.function for e in record.revisions[0].evidence] == ["same_address", "in_order_of_arrival"]


def test_a_correction_months_later_stands_in_the_story_of_its_report(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path, FIRE)
    put(store, tmp_path, HERALD_FIRE, url=HERALD, outlet="Herald")
    put(store, tmp_path, NINE + NOTICE, date="2031-08-20")
    found = [r for r in records(store) if any(a.outlet == "Herald" for a in r.articles)]
    (record,) = found
    assert [r.kind for r in record.revisions] == ["corrected"]
    assert [f.status for f in record.findings].count("differs") == 1


def test_another_article_at_the_address_stays_in_its_own_story(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path, FIRE)
    put(store, tmp_path, OTHER, date="2031-08-20")
    assert [len(r.articles) for r in records(store)] == [1, 1]
    assert not any(r.revisions for r in records(store))


def test_a_text_that_comes_back_stands_again(store: Store) -> None:
    for text, at in ((FIRE, "08:00"), (NINE, "09:00"), (FIRE, "10:00"), (FIRE, "10:00")):
        take_in(store, [capture(text, at)], OPTIONS)
    (record,) = records(store)
    assert [r.kind for r in record.revisions] == ["updated", "restored"]
    assert versions(record) == [(1, "current"), (2, "replaced")]
    assert "Twelve" in next(f.text.exact for f in record.findings if f.status == "updated")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A desk with one report that was corrected, and one beside it."""
    store, folder = MemoryStore(), tmp_path_factory.mktemp("reports")
    put(store, folder, FIRE.replace("Divers", "<b>Divers</b> & <script>alert(1)</script>"), NINE + NOTICE)
    put(store, folder, HERALD_FIRE, url=HERALD, outlet="Herald")
    with serving(store) as browser:
        yield browser


def links(desk: Browser, part: str) -> Sequence[str]:
    (story,) = {urldefrag(link)[0] for link in desk.get("/").links if "/story/" in link}
    return list(dict.fromkeys(urldefrag(link)[0] for link in desk.get(story).links if part in link))


def test_a_story_counts_a_changed_report_once_and_leads_to_its_change(desk: Browser) -> None:
    assert "2 reports" in desk.get("/").words or "in 2 reports" in desk.get("/").words
    (change,) = links(desk, "/changes/")
    page = desk.get(change)
    assert page.status == 200
    assert [e.text_content() for e in page.tree.xpath("//article[contains(@class, 'report')][1]//del")][:1] == [
        "Twelve"
    ]
    assert "Nine" in [e.text_content() for e in page.tree.xpath("//article[contains(@class, 'report')][2]//ins")]
    assert "Correction: An earlier version of this story misstated the number of dead." in page.words


def test_the_page_of_a_change_runs_nothing_and_leads_nowhere_wrong(desk: Browser) -> None:
    (change,) = links(desk, "/changes/")
    page = desk.get(change)
    assert not page.tree.xpath("//script[not(@src)] | //style | //*[@style] | //article//b")
    assert "<script>alert(1)</script>" in page.words
    assert len(page.tree.xpath("//h1")) == 1
    assert {desk.get(link).status for link in page.links} == {200}


def test_passages_of_earlier_versions_can_be_read(desk: Browser) -> None:
    earlier = [link for link in links(desk, "/reports?show=") if "Twelve people" in desk.get(link).words]
    assert earlier


def test_a_change_that_is_not_there(desk: Browser) -> None:
    (change,) = links(desk, "/changes/")
    assert desk.get(change + "0").status == 404
    assert desk.get("/story/none/changes/revision:0").status == 404
