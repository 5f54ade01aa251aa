"""What was worked out of stories, in every store: kept, listed, and never shown for other articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from twosource.stores.base import STATUSES, Search, Store, Work
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival

FIRE_WORK = Work(
    story="story:fire",
    key="a key",
    made_by="these steps",
    reports=2,
    origins=2,
    headline="Warehouse burns",
    where="Tarvik",
    first="2031-05-05",
    last="2031-05-05",
    findings={"corroborated": 3, "updated": 0, "differs": 1, "single_origin": 4},
)
STRIKE_WORK = replace(FIRE_WORK, story="story:strike", findings=dict.fromkeys(STATUSES, 0) | {"corroborated": 1})
FIRES = [arrival(FIRE, "fire.txt"), arrival(FIRE + "It was out by night.\n", "later.txt")]
STRIKES = [arrival(STRIKE, "strike.txt"), arrival(STRIKE + "Talks begin today.\n", "talks.txt")]
SINGLE = arrival("A ferry is late\n\nHALDEN, May 9, 2031 - The ferry of Halden was late on Friday.\n", "late.txt")
IDS = [a.reading.article.id for a in FIRES]
OTHERS = [a.reading.article.id for a in STRIKES]


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)
    with made.writer() as writer:
        writer.keep([*FIRES, *STRIKES])
        writer.assign(dict.fromkeys(IDS, "story:fire") | dict.fromkeys(OTHERS, "story:strike"))
        writer.keep_work(FIRE_WORK, b"the record", IDS)
        writer.keep_work(STRIKE_WORK, b"another", OTHERS)
    yield made


def works(store: Store) -> dict[str, Work]:
    with store.view() as view:
        return view.works(["story:strike", "story:none", "story:fire"])


def test_a_work_comes_back_as_it_was_kept(store: Store) -> None:
    with store.view() as view:
        assert view.work("story:fire") == FIRE_WORK
        assert view.work_record("story:fire") == b"the record"
        assert view.works(["story:strike", "story:none"]) == {"story:strike": STRIKE_WORK}


def test_a_page_is_kept_with_its_work(store: Store) -> None:
    with store.writer() as writer:
        writer.keep_work(FIRE_WORK, b"the record", IDS, b"the page")
    with store.view() as view:
        assert [view.work_page(story) for story in ("story:fire", "story:strike", "story:none")] == [
            b"the page",
            b"",
            None,
        ]


def test_stories_of_several_reports_without_a_work_are_found(store: Store) -> None:
    with store.writer() as writer:
        writer.keep([SINGLE])
        writer.assign({SINGLE.reading.article.id: "story:alone"})
    with store.view() as view:
        assert view.stories_without_work(10) == []
    with store.writer() as writer:
        writer.drop_works(["story:fire", "story:strike"])
    with store.view() as view:
        assert view.stories_without_work(10) == ["story:strike", "story:fire"]
        assert view.stories_without_work(1) == ["story:strike"]


def test_a_story_without_a_work_has_none(store: Store) -> None:
    with store.view() as view:
        assert view.work("story:none\ud800") is None
        assert view.work_record("") is None


def test_a_later_work_takes_the_place_of_the_earlier(store: Store) -> None:
    later = replace(FIRE_WORK, key="another", origins=1)
    with store.writer() as writer:
        writer.keep_work(later, b"more", reversed(IDS))
    with store.view() as view:
        assert (view.work("story:fire"), view.work_record("story:fire")) == (later, b"more")


def test_stories_are_found_by_the_status_of_their_findings(store: Store) -> None:
    with store.view() as view:
        found = {status: [row.story for row in view.stories_with(status, 0, 10)] for status in STATUSES}
        assert view.stories_with("corroborated", 1, 1) == view.stories(1, 1)
    both = ["story:strike", "story:fire"]
    assert found == {"corroborated": both, "updated": [], "differs": both[1:], "single_origin": both[1:]}


def test_a_story_that_gets_or_loses_an_article_loses_its_work(store: Store) -> None:
    with store.writer() as writer:
        writer.assign({IDS[1]: "story:strike"})
    assert works(store) == {}
    with store.view() as view:
        assert view.work_record("story:fire") is None
        assert view.stories_with("corroborated", 0, 10) == []


def test_assigning_what_is_assigned_already_changes_nothing(store: Store) -> None:
    with store.writer() as writer:
        writer.assign(dict.fromkeys(IDS, "story:fire"))
    assert set(works(store)) == {"story:fire", "story:strike"}


def test_the_work_of_a_story_that_people_made_goes_with_all_that_it_rests_on(store: Store) -> None:
    whole = replace(FIRE_WORK, key="joined")

    def joined() -> None:
        with store.writer() as writer:
            writer.keep_work(whole, b"both", [*IDS, *OTHERS])
        assert works(store)["story:fire"] == whole

    joined()
    with store.view() as view:
        assert view.find(Search(status="differs"), 5).count == 4, "its articles are found by it"
    with store.writer() as writer:
        writer.drop_works(["story:strike"])
    assert works(store) == {}
    joined()
    with store.writer() as writer:
        writer.keep([SINGLE])
        writer.assign({SINGLE.reading.article.id: "story:strike"})
    assert works(store) == {}
    joined()
    with store.writer() as writer:
        writer.assign({OTHERS[0]: "story:alone"})
    assert works(store) == {}


def test_a_report_that_people_took_out_of_a_story_is_not_found_by_its_standing(store: Store) -> None:
    with store.writer() as writer:
        writer.keep_work(FIRE_WORK, b"", IDS[:1])
    with store.view() as view:
        assert view.find(Search(status="differs"), 5).articles == (IDS[0],)


def test_works_are_dropped_by_story_and_by_what_made_them(store: Store) -> None:
    with store.writer() as writer:
        writer.drop_works_unless("these steps")
        assert set(works(store)) == {"story:fire", "story:strike"}
        writer.drop_works(["story:fire", "story:none"])
        assert set(works(store)) == {"story:strike"}
        writer.drop_works_unless("later steps")
    assert works(store) == {}


def test_what_was_dropped_comes_back_where_the_transaction_fails(store: Store) -> None:
    with store.writer() as writer, pytest.raises(RuntimeError), writer.together():
        writer.assign({IDS[1]: "story:strike"})
        writer.drop_works(["story:strike"])
        raise RuntimeError
    assert set(works(store)) == {"story:fire", "story:strike"}


def test_a_headline_may_hold_what_sqlite_cannot(store: Store) -> None:
    with store.writer() as writer:
        writer.keep_work(replace(FIRE_WORK, headline="broken \ud800"), b"", IDS)
    assert works(store)["story:fire"].headline.startswith("broken ")
