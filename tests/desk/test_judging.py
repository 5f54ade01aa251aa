"""Judgements on a desk: kept, undone, taken to another desk, and stories as people made them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.web.browser import fill
from tests.desk.web.reports import REPORTS
from tests.stores.made import FIRE, STRIKE, found
from twosource.desk.judged import JudgedStore, history_of
from twosource.desk.judgement_lines import lines, take
from twosource.desk.judging import judge, redo, undo
from twosource.desk.naming import Named, propose
from twosource.errors import InputError, UsageError
from twosource.judgements.proposals import Proposal, one_story, own_story
from twosource.model import Judgement, Ruling
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Three stories: of four reports, one and one."""
    store: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)
    fill(store, REPORTS, "story:1")
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    fill(store, [{"text": FIRE, "outlet": "Post"}], "story:3")
    yield store


def articles(store: Store, story: str) -> list[str]:
    with JudgedStore(store).view() as view:
        return [row.article for row in view.rows_in(story)]


def shown(store: Store) -> list[tuple[str, int]]:
    with JudgedStore(store).view() as view:
        assert view.counts().stories == len(view.stories(0, 10))
        parts = [view.stories(skip, 1) for skip in range(4)]
        assert [row for part in parts for row in part] == view.stories(0, 10)
        return [(row.story, row.articles) for row in view.stories(0, 10)]


def entries(store: Store) -> list[Judgement]:
    with store.view() as view:
        return list(history_of(view).entries)


def join(store: Store) -> Judgement:
    return judge(store, one_story(articles(store, "story:1"), articles(store, "story:2")), who="Ann", why="one strike")


def test_the_list_shows_stories_as_people_made_them(store: Store) -> None:
    before = shown(store)
    assert sorted(before) == [("story:1", 4), ("story:2", 1), ("story:3", 1)]
    done = join(store)
    assert sorted(shown(store)) == [("story:1", 5), ("story:3", 1)]
    assert articles(store, "story:2") == articles(store, "story:1")
    own = judge(store, own_story(articles(store, "story:1"), articles(store, "story:1")[:1]), who="Bo", why="another")
    assert sorted(n for _, n in shown(store)) == [1, 1, 4]
    undo(store, who="Ann", wanted=done.id)
    assert sorted(n for _, n in shown(store)) == [1, 1, 1, 3]
    undo(store, who="Ann", wanted=own.id)
    assert shown(store) == before


def test_rows_know_their_story(store: Store) -> None:
    join(store)
    with JudgedStore(store).view() as view:
        assert {row.outlet: row.story for row in view.rows()}["Quay"] == "story:1"
        assert {row.story for row in view.rows_of(found(view, "ferry"))} == {"story:1"}
        assert view.rows_in("story:none") == []
    with store.view() as view:
        assert {row.outlet: row.story for row in view.rows()}["Quay"] == "story:2"


def test_undo_and_redo_take_the_last_by_default(store: Store) -> None:
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(store, who="Ann")
    with pytest.raises(UsageError, match="nothing to redo"):
        redo(store, who="Ann")
    first = join(store)
    last = judge(store, own_story(articles(store, "story:1"), articles(store, "story:1")[:1]), who="Bo", why="another")
    assert undo(store, who="Ann")[0] == last
    assert undo(store, who="Ann") == (first, ())
    assert redo(store, who="Ann") == first
    assert redo(store, who="Ann") == last
    assert undo(store, who="Ann", wanted=first.id) == (first, (last,))
    assert len(entries(store)) == 7


def test_a_desk_takes_the_judgements_of_another_once(store: Store) -> None:
    join(store)
    undo(store, who="Bo", why="not so")
    with store.view() as view:
        sent = list(lines(view))
    other = MemoryStore()
    assert str(take(other, sent)) == "2 new entries, 0 known already"
    assert str(take(other, [*sent[::-1], "\n"])) == "0 new entries, 2 known already"
    assert entries(other) == entries(store)
    assert shown(other) == []


GOOD = Judgement.of("wrong", at="2025-05-05T08:00:00.000000Z", who="Ann", why="x", ruling=Ruling(verdict="apart"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"at": "yesterday"}, "no time of the past"),
        ({"at": "2999-05-05T08:00:00.000000Z"}, "no time of the past"),
        ({"at": "2025-13-05T08:00:00.000000Z"}, "no time of the past"),
        ({"who": " "}, "who decided"),
        ({"why": "x" * 2001}, "too long"),
        ({"kind": "maybe"}, "judgement.kind"),
        ({"passages": [{"page": "p", "start": 3, "end": 4, "exact": "abc"}]}, "a passage"),
        ({"ruling": {"span": {"earliest": "May", "latest": None}}}, "a day"),
        ({"ruling": {"place": {"id": "p", "name": "x", "country": None, "lat": 999.0, "lon": 1.0, "precision": "town",
                               "gazetteer_id": None, "mentions": []}}}, "a place"),
        ({"articles": "all"}, "judgement.articles"),
    ],
)  # fmt: skip
def test_what_no_desk_wrote_is_refused_before_anything_is_added(change: dict[str, object], reason: str) -> None:
    store = MemoryStore()
    take(store, [line := next(lines_of(GOOD))])
    bad = json.dumps(json.loads(line) | change)
    fresh = next(lines_of(replace(GOOD, id="judgement:2")))
    with pytest.raises(InputError, match=reason) as refused:
        take(store, [fresh, bad])
    assert str(refused.value).startswith("line 2: ")
    assert len(entries(store)) == 1
    with pytest.raises(InputError, match="line 1: no JSON"):
        take(store, ["{" * 100_000])


def lines_of(entry: Judgement) -> Iterator[str]:
    store = MemoryStore()
    with store.writer() as writer:
        writer.add_judgements([entry])
    with store.view() as view:
        yield from list(lines(view))


@pytest.fixture(scope="module")
def bridge() -> Store:
    store = MemoryStore()
    fill(store, REPORTS, "story:1")
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    return store


def ids(store: Store, field: str) -> list[str]:
    from twosource.desk.versions import VersionedStore
    from twosource.desk.works import record_of

    with VersionedStore(store).view() as view:
        record = record_of(view, view.rows_in("story:1"))
    return [one.id for one in getattr(record, field)]


@pytest.mark.parametrize(
    ("kind", "field", "value", "name"),
    [
        ("speaker", "quotes", "Nils Dahl", ""),
        ("speaker", "quotes", "unknown", ""),
        ("date", "articles", "2031-05", ""),
        ("date", "times", "2031-05-01/2031-05-03", ""),
        ("date", "times", "unknown", ""),
        ("place", "places", "60.1,5.2", "Shed"),
        ("place", "places", "unknown", ""),
        ("wrong", "findings", "nothing", ""),
        ("split-story", "articles", "", ""),
    ],
)
def test_what_is_named_on_a_command_line_is_proposed(
    bridge: Store, kind: str, field: str, value: str, name: str
) -> None:
    made = propose(bridge, "story:1", kind, Named(refs=ids(bridge, field)[:1], value=value, name=name))
    assert isinstance(made, Proposal)
    assert made.passages or made.articles


def test_actors_and_stories_are_named(bridge: Store) -> None:
    actors = ids(bridge, "actors")
    merge = propose(bridge, "story:1", "merge-actors", Named(refs=actors[:2]))
    assert len(merge.passages) >= 2
    speaker = propose(bridge, "story:1", "speaker", Named(refs=ids(bridge, "quotes")[:1], value=actors[0]))
    assert speaker.ruling.passages
    stories = propose(bridge, "story:1", "merge-stories", Named(refs=["story:2"]))
    assert (len(stories.articles), len(stories.ruling.articles)) == (4, 1)


@pytest.mark.parametrize(
    ("story", "kind", "refs", "value", "reason"),
    [
        ("story:9", "speaker", ["quote:1"], "A", "no such story"),
        ("story:1", "speech", ["quote:1"], "A", "no kind of judgement"),
        ("story:1", "speaker", [], "A", "give the ids"),
        ("story:1", "speaker", ["quote:1"], "A", "nothing of this id"),
        ("story:1", "speaker", ["actor:1"], "A", "the id of quote is wanted"),
        ("story:1", "merge-actors", ["actor:1"], "", "two actors or more"),
        ("story:1", "split-actor", ["actor:1", "article:1"], "", "no such actor"),
        ("story:1", "date", ["time:1"], "soon", "2031-05-05, 2031-05"),
        ("story:1", "date", ["time:1"], "2031-05-05/2031-05-01", "give the earlier day first"),
        ("story:1", "wrong", ["finding:1"], "bad", "apart, agrees or nothing"),
        ("story:1", "merge-stories", ["story:1"], "", "cannot be joined to itself"),
        ("story:1", "split-story", ["article:1"], "", "choose some of the reports"),
        ("story:1", "place", ["place:1"], "999,1", "degrees north"),
        ("story:1", "place", ["place:1"], "geonames:1", "the gazetteer knows none"),
    ],
)
def test_what_is_not_to_be_understood_is_said(
    bridge: Store, story: str, kind: str, refs: list[str], value: str, reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        propose(bridge, story, kind, Named(refs=refs, value=value))
