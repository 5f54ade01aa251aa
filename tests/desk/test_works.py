"""What was worked out of stories is kept with the desk: made once, never for other articles, true to a brief."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores.made import FIRE, STRIKE, arrival
from twosource import api
from twosource.api import Options
from twosource.desk import works
from twosource.desk.ingest import add
from twosource.desk.judging import judge, undo
from twosource.desk.web.shelf import Shelf
from twosource.desk.web.story import DeskStory
from twosource.desk.works import as_people_see, work_out
from twosource.judgements.proposals import one_story, own_story
from twosource.model import Record
from twosource.stores.base import STATUSES, Search, Store, Work
from twosource.stores.sqlite import SqliteStore

from .web.browser import SLOW
from .web.reports import LATER, OWN, REPORTS

BURNT = "Fire in Tarvik\n\nA warehouse burned in Tarvik on Monday, and three people were hurt, a neighbour said.\n"
QUAY = "No ferries\n\nCrews of the Halden ferries walked out over pay on Tuesday, and 200 people waited on the quay.\n"
STORIES = {
    "story:fire": [arrival(FIRE, "fire.txt"), arrival(BURNT, "burnt.txt")],
    "story:strike": [arrival(STRIKE, "strike.txt"), arrival(QUAY, "quay.txt")],
    "story:bridge": [arrival(str(report["text"]), f"bridge{n}.txt") for n, report in enumerate(REPORTS)],
}


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """A desk with three stories of several reports and one of one."""
    made = SqliteStore(tmp_path / "desk.sqlite", create=True)
    put(made, {**STORIES, "story:alone": [arrival("Late\n\nThe tram was late on Friday, a driver said.\n", "t.txt")]})
    return made


def put(store: Store, stories: dict[str, list[works.Arrival]]) -> None:
    with store.writer() as writer:
        for story, arrivals in stories.items():
            writer.keep(arrivals)
            writer.assign(dict.fromkeys((a.reading.article.id for a in arrivals), story))


def kept(store: Store) -> dict[str, Work]:
    with as_people_see(store).view() as view:
        return view.works(row.story for row in view.stories(0, 20))


def view_order(store: Store) -> list[str]:
    with store.view() as view:
        return [row.story for row in view.stories(0, 9) if row.articles > 1]


def fail(*_: object, **__: object) -> Record:
    raise AssertionError("worked out again")


def test_each_story_of_several_reports_is_worked_out_once(store: SqliteStore) -> None:
    assert work_out(store) == 3
    assert set(kept(store)) == set(STORIES)
    assert work_out(store) == 0


def test_a_work_tells_what_its_page_tells(store: SqliteStore) -> None:
    work_out(store, workers=2)
    work, shown = kept(store)["story:bridge"], Shelf(store).story("story:bridge")
    assert shown is not None
    assert (work.headline, work.origins, work.reports) == (shown.headline, len(shown.view.origins), 4)
    assert {c.status: c.count for c in shown.counts} == {s: n for s, n in work.findings.items() if n}
    assert sum(work.findings.values()) == len(shown.view.record.findings) > 0
    assert (work.first, work.last) == ("2031-05-05", "2031-05-06")


def test_a_kept_story_and_its_page_are_those_that_were_made(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(works, "PAGED", 3)
    fresh = {story: Shelf(store).story(story) for story in STORIES}
    settle(store)
    with store.view() as view:
        assert [bool(view.work_page(story)) for story in STORIES] == [False, False, True]
    monkeypatch.setattr(works, "combine", fail)
    for story, made in fresh.items():
        again = Shelf(store).story(story)
        assert made is not None and again is not None
        assert replace(again.view.record, claims=()) == replace(made.view.record, claims=())
        assert Shelf(store).html(story) == again.html == made.html


def settle(store: Store) -> None:
    """Waits until what was asked for is kept: that happens behind the answer."""
    end = time.monotonic() + SLOW
    while len(kept(store)) < len(STORIES) and time.monotonic() < end:
        time.sleep(0.01)
    assert set(kept(store)) == set(STORIES)


def test_a_story_that_grows_is_never_shown_as_it_was(store: SqliteStore) -> None:
    work_out(store)
    shelf = Shelf(store)
    before = shelf.html("story:bridge")
    put(store, {"story:bridge": [arrival(OWN + "The town mourns.\n", "more.txt", outlet="Mirror")]})
    assert set(kept(store)) == {"story:fire", "story:strike"}
    after, grown = shelf.html("story:bridge"), shelf.story("story:bridge")
    assert grown is not None and len(grown.view.reports) == 5
    assert after == grown.html != before
    assert "Mirror" in after


def test_a_work_with_another_key_is_not_shown(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    work_out(store)
    stale = replace(kept(store)["story:fire"], key="work:of something else")
    with store.writer() as writer:
        writer.keep_work(stale, works.packed("{}"), [a.reading.article.id for a in STORIES["story:fire"]], b"no page")
    shown = Shelf(store).html("story:fire")
    assert shown is not None and "Tarvik" in shown


def test_what_another_version_made_is_made_anew(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    work_out(store)
    monkeypatch.setattr(works, "made_by", lambda: "a later version")
    assert work_out(store) == 3
    assert {work.made_by for work in kept(store).values()} == {"a later version"}


def test_a_run_that_is_ended_is_taken_up_by_the_next(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(works, "TOGETHER", 1)

    def end(story: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work_out(store, on_done=end)
    assert len(kept(store)) == 1
    done: list[str] = []
    assert work_out(store, on_done=done.append) == 2
    assert set(kept(store)) == set(STORIES)
    assert len(done) == 2


def test_no_more_are_worked_out_at_once_than_is_said_the_latest_first(store: SqliteStore) -> None:
    assert work_out(store, most=1) == 1
    with store.view() as view:
        latest = next(row.story for row in view.stories(0, 9) if row.articles > 1)
    assert set(kept(store)) == {latest}
    last = view_order(store)[-1]
    assert work_out(store, most=0, touched={last}) == 1, "what got an article is worked out however old it is"
    assert set(kept(store)) == {latest, last}


def test_a_story_that_fails_is_left_and_the_others_are_worked_out(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = works.record_of

    def slow(view: works.View, rows: list[works.Row]) -> Record:
        if rows[0].story == "story:bridge":
            time.sleep(60)
        return whole(view, rows)

    monkeypatch.setattr(works, "record_of", slow)
    monkeypatch.setattr(works, "LONGEST", 1.5)
    assert work_out(store) == 2
    assert set(kept(store)) == {"story:fire", "story:strike"}


def test_a_page_with_a_form_of_this_process_is_not_kept(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(works, "PAGED", 2)
    monkeypatch.setattr(works, "OWN_FORM", "Tarvik")
    work_out(store)
    with store.view() as view:
        assert view.work_page("story:fire") == b""
        assert view.work_page("story:strike")
    shown = Shelf(store).html("story:fire")
    assert shown is not None and "Tarvik" in shown


def test_after_add_every_story_of_several_reports_is_worked_out(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "desk.sqlite", create=True)
    add(store, written(tmp_path, dated=True), Options(analyzer="rules"))
    with store.view() as view:
        assert view.stories_without_work(9) == []
        (story,) = view.stories(0, 9)
        assert view.work(story.story)


def written(folder: Path, *, dated: bool) -> list[Path]:
    """The reports of the bridge as files; only the agency's are dated where `dated` is not."""
    texts = [str(report["text"]) for report in REPORTS[:3]] + ([LATER] if dated else [])
    paths = [folder / f"report{n}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize("analyzer", ["rules", "shipped"])
def test_the_record_of_a_desk_is_that_of_a_brief_of_the_same_files(tmp_path: Path, analyzer: str) -> None:
    paths = written(tmp_path, dated=False)
    brief = api.brief(paths, one_story=True, options=Options(analyzer=analyzer))
    assert any(a.published and a.published.basis == "story" for a in brief.articles), "one takes its date from others"
    store = SqliteStore(tmp_path / "desk.sqlite", create=True)
    add(store, paths, Options(analyzer=analyzer))
    with store.view() as view:
        rows = list(view.rows())
        assert len({row.story for row in rows}) == 1
        assert kept_of(works.record_of(view, rows)) == kept_of(brief)


def kept_of(record: Record) -> Record:
    """The record as a store gives it back: without captures, markup and vectors."""
    pages = tuple(replace(p, raw=b"", markup=None, offsets=None) for p in record.pages)
    return replace(record, pages=pages, claims=tuple(replace(c, vector=b"") for c in record.claims))


def articles_of(story: str) -> list[str]:
    return [a.reading.article.id for a in STORIES[story]]


def with_status(store: Store) -> dict[str, set[str]]:
    """By status the stories that a desk lists, and those of the reports that a search finds."""
    with as_people_see(store).view() as view:
        found: dict[str, set[str]] = {}
        for status in STATUSES:
            listed = {row.story for row in view.stories_with(status, 0, 9)}
            reports = view.find(Search(status=status), 50).articles
            if status != "single_origin":  # of which a search wants that there is nothing else
                assert {row.story for row in view.rows_of(reports)} == listed
            found[status] = listed
        return found


def test_stories_that_people_made_are_worked_out_and_found_by_status(store: SqliteStore) -> None:
    work_out(store)
    joined = judge(store, one_story(articles_of("story:fire"), articles_of("story:strike")), who="Ann", why="one day")
    assert set(kept(store)) == {"story:bridge"}
    assert work_out(store) == 1
    assert set(kept(store)) == {"story:bridge", "story:fire"}
    assert kept(store)["story:fire"].reports == 4
    assert "story:fire" in with_status(store)["single_origin"]
    assert work_out(store) == 0, "kept from one run to the next"
    first, second = articles_of("story:bridge")[:2], articles_of("story:bridge")[2:]
    judge(store, own_story([*first, *second], first), who="Ann", why="another bridge")
    assert work_out(store) == 2
    assert len(kept(store)) == 3
    with_status(store)
    undo(store, who="Ann", wanted=joined.id)
    assert work_out(store) == 2
    assert {"story:fire", "story:strike"} < set(kept(store))
    with_status(store)


def test_what_was_worked_out_before_a_judgement_is_not_kept_after_it(store: SqliteStore) -> None:
    with as_people_see(store).view() as view:
        rows = view.rows_in("story:fire")
        key, record = works.key_of(view, rows), works.record_of(view, rows)
    made = works.made_of(DeskStory(record, "story:fire"), rows, key)
    judge(store, one_story(articles_of("story:fire"), articles_of("story:strike")), who="Ann", why="one day")
    assert not works.keep(as_people_see(store), made)
    assert kept(store) == {}
