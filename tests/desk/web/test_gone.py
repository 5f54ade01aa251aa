"""A report that is gone from its site stays on the desk, which says so beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from twosource.desk.web.gone import gone_words
from twosource.desk.works import work_out
from twosource.stores.base import Sighting, Store, WatchedPage
from twosource.stores.sqlite import SqliteStore

from .browser import fill, serving
from .reports import REPORTS

GONE = WatchedPage(
    address="https://www.herald.example/bridge?utm_source=rss",
    feed="https://herald.example/rss",
    kept_from="page",
    gone=1_936_000_000,
    error="https://www.herald.example/bridge: the server answered 410 Gone: check the address",
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = SqliteStore(tmp_path / "desk.sqlite", create=True)
    ids = fill(made, REPORTS)
    with made.writer() as writer:
        writer.note_sightings([Sighting(article=ids[2], address="herald.example/bridge", retrieved=None)])
    work_out(made)
    return made


def test_the_story_and_the_report_say_that_it_is_gone_until_it_is_back(store: Store) -> None:
    with serving(store) as browser:
        kept = browser.get("/story/story:1").text
        assert "withdrawn" not in kept
        with store.writer() as writer:
            writer.put_pages([GONE])
        page = browser.get("/story/story:1")
        (line,) = page.tree.xpath("//section[@class='gone']//li")
        assert "Herald" in line.text_content()
        assert "withdrawn: its address answered 410 on 8 May 2031" in line.text_content()
        report = browser.get(page.tree.xpath("//section[@class='gone']//a/@href")[0])
        assert "answered 410" in report.words
        assert browser.get("/story/story:1/reports").words.count("withdrawn") == 1, "of other reports nothing is said"
        with store.writer() as writer:
            writer.put_pages([replace(GONE, gone=None, error="")])
        assert browser.get("/story/story:1").text == kept


def test_what_an_address_answered_is_told_as_far_as_it_is_known() -> None:
    assert gone_words(replace(GONE, error="x: the server answered 404 Not Found: y")).startswith(
        "no longer at its address, w"
    )
    assert gone_words(replace(GONE, error="x: no answer")) == "no longer at its address since 8 May 2031"
