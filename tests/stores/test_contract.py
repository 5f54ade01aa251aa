"""What every store does: the same tests on the one in memory and on SQLite."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from twosource.pipeline import combine
from twosource.stores.base import Arrival, Counts, Rejected, Search, Store, StoryRow, kept_form, told_of
from twosource.stores.base import articles as base
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival, found


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


@pytest.fixture(scope="module")
def both() -> list[Arrival]:
    return [arrival(FIRE, "fire.txt", outlet="Post", url="https://post.example.org/1"), arrival(STRIKE, "strike.txt")]


def keep(store: Store, *arrivals: Arrival) -> int:
    with store.writer() as writer:
        return writer.keep(arrivals)


def counts(store: Store) -> Counts:
    with store.view() as view:
        return view.counts()


def test_a_new_store_is_empty(store: Store) -> None:
    with store.view() as view:
        assert view.counts() == Counts(articles=0, stories=0, rejected=0)
        assert not [*view.rows(), *view.rejected(), *found(view, "fire")]


def test_what_is_kept_comes_back_whole(store: Store, both: list[Arrival]) -> None:
    assert keep(store, *both) == 2
    ids = [a.reading.article.id for a in both]
    with store.view() as view:
        assert list(view.readings(ids[::-1])) == [kept_form(a.reading) for a in both[::-1]]
        assert [view.raw(a.reading.page.id) for a in both] == [FIRE.encode(), STRIKE.encode()]


def test_what_sentences_are_about_comes_back(store: Store) -> None:
    made = arrival(FIRE, analyzer="shipped")
    assert any(claim.vector for claim in made.reading.claims)
    keep(store, made)
    with store.view() as view:
        assert list(view.readings([made.reading.article.id])) == [kept_form(made.reading)]


def test_an_article_that_another_process_read_is_kept_like_one_that_was_read_here(store: Store) -> None:
    here = arrival(STRIKE, "strike.txt", analyzer="shipped", outlet="Tarvik Post", url="https://news.example/strike")
    there = pickle.loads(pickle.dumps(here))
    assert (there.form, there.made_by, there.article) == (here.form, here.made_by, here.reading.article.id)
    assert there.reading == replace(kept_form(here.reading), page=there.reading.page)
    assert there.reading.page.raw == here.reading.page.raw
    assert kept_form(there.reading) == kept_form(here.reading)
    keep(store, there)
    with store.view() as view:
        assert list(view.readings([here.article])) == [kept_form(here.reading)]
        assert view.raw(here.reading.page.id) == STRIKE.encode()
        assert view.rows_of([here.article])[0].outlet == "Tarvik Post"


def test_it_is_known_what_read_each_article(store: Store, both: list[Arrival]) -> None:
    keep(store, both[0], Arrival(reading=both[1].reading, made_by="another analyzer"))
    with store.view() as view:
        assert [view.read_by(a.reading.article.id) for a in both] == ["rules", "another analyzer"]
        with pytest.raises(KeyError):
            view.read_by("article:none")


def test_the_record_of_what_was_kept_is_that_of_what_was_read(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    with store.view() as view:
        kept = list(view.readings(a.reading.article.id for a in both))
    assert combine(kept, one_story=True) == combine([kept_form(a.reading) for a in both], one_story=True)


def test_adding_twice_changes_nothing(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    again = Arrival(reading=both[0].reading, made_by="something else")
    assert keep(store, again, both[1], both[1]) == 0
    with store.view() as view:
        assert [r.number for r in view.rows()] == [1, 2]


def test_rows_tell_what_a_list_shows_in_the_order_of_arrival(store: Store, both: list[Arrival]) -> None:
    keep(store, both[1])
    keep(store, both[0])
    with store.view() as view:
        shown = [(r.number, r.headline, r.outlet, r.day, r.story) for r in view.rows()]
    assert shown == [
        (1, "Ferry crews walk out", None, "2031-05-06", ""),
        (2, "Warehouse burns in Tarvik", "Post", "2031-05-05", ""),
    ]


def test_the_ids_of_all_articles(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    with store.view() as view:
        assert sorted(view.articles()) == sorted(one.reading.article.id for one in both)


def test_two_outlets_of_one_text_are_two_articles_of_one_capture(store: Store, both: list[Arrival]) -> None:
    copy = arrival(FIRE, "fire.txt", outlet="Courier", url="https://courier.example.org/9")
    assert keep(store, both[0], copy) == 2
    with store.view() as view:
        readings = list(view.readings([both[0].reading.article.id, copy.reading.article.id]))
        assert [r.article.outlet for r in readings] == ["Post", "Courier"]
        assert [r.page.given.url for r in readings] == ["https://post.example.org/1", "https://courier.example.org/9"]
        assert len({r.page for r in view.rows()}) == 1


def test_what_sorts_articles_into_stories(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    with store.writer() as writer:
        told = writer.unsorted(9)
    assert told == [told_of(a.reading) for a in both]
    assert [(t.text.partition("\n")[0], t.day) for t in told] == [
        ("Warehouse burns in Tarvik", "2031-05-05"), ("Ferry crews walk out", "2031-05-06"),
    ]  # fmt: skip


def test_what_is_not_kept_is_a_key_error(store: Store) -> None:
    with store.view() as view:
        with pytest.raises(KeyError):
            list(view.readings(["article:none"]))
        with pytest.raises(KeyError):
            view.raw("sha256:none")


def test_stories_are_assigned_and_counted(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    one, other = (a.reading.article.id for a in both)
    with store.writer() as writer:
        writer.assign({one: "story:1", other: "story:2"})
        writer.assign({other: "story:1"})
    with store.view() as view:
        assert {r.article: r.story for r in view.rows()} == {one: "story:1", other: "story:1"}
        assert view.counts().stories == 1


def test_the_rows_of_one_story_and_of_chosen_articles(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    fire, strike = (a.reading.article.id for a in both)
    with store.writer() as writer:
        writer.assign({fire: "story:1"})
    with store.view() as view:
        assert [r.article for r in view.rows_in("story:1")] == [fire]
        assert view.rows_in("story:2") == view.rows_in("") == view.rows_in("\ud800") == []
        assert [r.article for r in view.rows_of([strike, fire])] == [strike, fire]
        assert [*view.rows_of([fire]), *view.rows_of([strike])] == list(view.rows())
        with pytest.raises(KeyError):
            view.rows_of(["article:none"])


def test_stories_come_latest_first_and_in_parts(store: Store, both: list[Arrival]) -> None:
    undated = arrival("Lamp shop opens\n\nA shop for lamps opened, its owner said. It sells lamps of all kinds.\n")
    copy = arrival(FIRE, "fire.txt", outlet="Courier", date="2031-05-09")
    keep(store, undated, *both, copy)
    names = ["story:lamp", "story:fire", "story:strike", "story:fire"]
    stories = dict(zip((a.reading.article.id for a in (undated, *both, copy)), names, strict=True))
    with store.writer() as writer:
        writer.assign(stories)
    expected = [
        StoryRow(story="story:fire", articles=2, first="2031-05-05", last="2031-05-09"),
        StoryRow(story="story:strike", articles=1, first="2031-05-06", last="2031-05-06"),
        StoryRow(story="story:lamp", articles=1, first=None, last=None),
    ]
    with store.view() as view:
        assert view.stories(0, 10) == expected
        assert [*view.stories(0, 1), *view.stories(1, 1), *view.stories(2, 5)] == expected
        assert view.stories(3, 5) == []


def test_a_part_of_the_stories_is_that_of_the_whole_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    days = ["2031-05-02", "2031-05", "2031-05-02", None, "2031", "2031-05-02", "2031-05-03", None, "2031-05-02"]
    arrivals = [
        arrival(FIRE, f"{n}.txt", url=f"https://{n}.example.org/", **({"date": day} if day else {}))
        for n, day in enumerate(days)
    ]
    keep(store, *arrivals)
    names = ["one", "two", "three", "two", "four", "one", "five", "six", "three"]
    with store.writer() as writer:
        writer.assign({a.reading.article.id: name for a, name in zip(arrivals, names, strict=True)})
    with store.view() as view:
        every = view.stories(0, 10)
        assert len(every) == 6
        last = [story.last or "" for story in every]
        assert last == sorted(last, reverse=True)
        assert [one for skip in range(7) for one in view.stories(skip, 1)] == every
        assert [view.stories(skip, 2) for skip in range(7)] == [every[skip : skip + 2] for skip in range(7)]
        monkeypatch.setattr("twosource.stores.sqlite.articles.MANY", 0)
        assert view.stories(0, 10) == every
        assert [view.stories(skip, 2) for skip in range(7)] == [every[skip : skip + 2] for skip in range(7)]


def test_of_very_many_words_the_longest_are_looked_for(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    long = "warehouse destroyed brigade question houses people chief police"
    with store.view() as view:
        known = view.readings([both[0].reading.article.id])
        own = {word.lower().strip('.,"') for word in next(known).page.text.split()}
        chosen = sorted(own - {""}, key=lambda word: (-len(word), word))[: base.LOOKED_FOR]
        assert len(chosen) == base.LOOKED_FOR
        assert found(view, f"xq zx {' '.join(chosen)}") == [both[0].reading.article.id]
        assert found(view, f"{' '.join(chosen[1:])} xq") == []
    assert base.words_left_out(f"xq ZX {' '.join(chosen)} zx") == ["xq", "zx"]
    assert base.words_left_out(long) == []


def test_search_finds_articles_that_hold_all_words(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    fire, strike = (a.reading.article.id for a in both)
    with store.view() as view:
        assert found(view, "warehouse") == [fire]
        assert found(view, "FERRY crews") == [strike]
        assert found(view, "ferry warehouse") == []
        assert set(found(view, "said")) == {fire, strike}
        counts = [view.find(Search(words=words), 1).count for words in ("warehouse", "said", "ferry warehouse")]
        assert counts == [1, 2, 0]


def test_capitals_make_no_difference_to_a_search(store: Store) -> None:
    keep(store, arrival("Straße in ÅLESUND closed\n\nThe Großer Weg in Ålesund stays closed, the police said there.\n"))
    with store.view() as view:
        assert all(found(view, words) for words in ("straße", "STRAßE", "ålesund", "Ålesund", "grOßer weg"))


def test_a_search_for_very_many_words_ends(store: Store, both: list[Arrival]) -> None:
    keep(store, *both)
    with store.view() as view:
        assert len(found(view, "said " * 20_000)) == 2
        assert found(view, " ".join(f"w{n}" for n in range(20_000))) == []


def test_a_search_comes_in_parts(store: Store, both: list[Arrival]) -> None:
    often = arrival("Talks on pay\n\nPay, pay and pay again was what the crews' union spoke of all day in Halden.\n")
    keep(store, *both, often)
    with store.view() as view:
        best = found(view, "union")
        assert len(best) == 2
        assert found(view, "pay")[0] == often.reading.article.id
        assert [*found(view, "union", 1), *found(view, "union", 1, 1)] == best
        assert found(view, "union", 5, 2) == []


def test_the_quarantine_holds_each_reason_once(store: Store) -> None:
    bad = Rejected(input_id="x.pdf", reason="x.pdf: a PDF: save the page as HTML")
    worse = replace(bad, reason="x.pdf: empty")
    with store.writer() as writer:
        writer.reject([bad, worse])
        writer.reject([bad])
    with store.view() as view:
        assert list(view.rejected()) == [bad, worse]
    assert counts(store).rejected == 2


def test_a_view_stands_still_while_others_write(store: Store, both: list[Arrival]) -> None:
    keep(store, both[0])
    with store.view() as view:
        keep(store, both[1])
        assert view.counts().articles == len(list(view.rows())) == 1
    assert counts(store).articles == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters() | st.sampled_from("“” \n."), min_size=1, max_size=300), name=st.text(max_size=20))
@example(text="\ud800", name="")  # bytes that are no UTF-8: the page is read as windows-1252
def test_any_text_comes_back(store: Store, text: str, name: str) -> None:
    told = arrival(FIRE + "\n\n" + text, outlet=name)
    keep(store, told)
    with store.view() as view:
        (back,) = view.readings([told.reading.article.id])
        assert back == kept_form(told.reading)
        assert view.raw(back.page.id) == told.reading.page.raw
        assert all(found(view, word) for word in ("warehouse", "Tarvik"))
