"""The list of stories waits no longer than a reader would; counting goes on behind it."""

from __future__ import annotations

from threading import Event

import pytest

from twosource.desk import works
from twosource.desk.web import heads
from twosource.desk.web.ahead import Ahead
from twosource.desk.web.heads import Heads
from twosource.desk.web.shelf import Shelf
from twosource.model import Record
from twosource.pipeline import combine
from twosource.stores.memory import MemoryStore

from .browser import fill, serving
from .reports import LATER, OWN, REPORTS


def test_what_takes_long_is_told_as_far_as_is_known_and_counted_later(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slow(*given: object, **settings: object) -> Record:
        assert go_on.wait(60)
        return combine(*given, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(works, "combine", slow)
    monkeypatch.setattr(heads, "PATIENCE", 0.05)
    store = MemoryStore()
    fill(store, REPORTS)
    with serving(store) as browser:
        first = browser.get("/")
        assert "The origins of 1 story are still being counted" in first.words
        assert "4 reports, origins not counted yet" in first.words
        monkeypatch.setattr(heads, "PATIENCE", 60)
        go_on.set()
        again = browser.get(first.tree.xpath("//p[@role='status']/a/@href")[0])
        assert "3 origins in 4 reports" in again.words
        assert "still being counted" not in again.words


def test_a_story_that_grows_is_counted_anew_and_one_that_does_not_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counted(*given: object, **settings: object) -> Record:
        made.append(1)
        return combine(*given, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(works, "combine", counted)
    monkeypatch.setattr(heads, "PATIENCE", 60)
    store = MemoryStore()
    fill(store, REPORTS[:2])
    listed = Heads(store, Shelf(store)).listed
    assert [(head.reports, head.origins) for head in [*listed(0, 9), *listed(0, 9)]] == [(2, 1)] * 2
    assert len(made) == 1
    fill(store, [{"text": OWN, "outlet": "Herald"}])
    assert [(head.reports, head.origins) for head in listed(0, 9)] == [(3, 2)]
    fill(store, [{"text": LATER}], "story:2")
    listed(0, 9)
    assert len(made) == 2, "a story of one report is not worked out for a list"


def test_what_fails_ahead_is_told_and_the_rest_goes_on() -> None:
    ahead: Ahead[int] = Ahead()
    failed = ahead.ask("a", lambda: 1 // 0)
    assert isinstance(failed.exception(60), ZeroDivisionError)
    assert ahead.ask("b", lambda: 2).result(60) == 2
