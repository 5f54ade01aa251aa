"""Finding articles by more than their words: the same tests on both stores."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.stores.base import STATUSES, Arrival, Facet, Search, Store, Work, facets_of
from twosource.stores.base import articles as base
from twosource.stores.base.facets import KINDS, Known, name_words
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore
from twosource.stores.sqlite.fill import fill_facets

from .made import FIRE, STRIKE, arrival

CHIEF = (
    "Harbour chief resigns\n\n"
    "LYON, France, May 9, 2031 - Harbour chief Ann Roe resigned in Lyon on Friday. "
    '"I am tired," Ann Roe said. '
    "Minister Jörg Bahn said that she had served the harbour well.\n\nCrews had walked out in May.\n"
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


@pytest.fixture(scope="module")
def three() -> list[Arrival]:
    return [
        arrival(FIRE, "fire.txt", outlet="Post", date="2031-05-05"),
        arrival(STRIKE, "strike.txt", outlet="The Quay", date="2031-05-06"),
        arrival(CHIEF, "chief.txt", outlet="The Post of Lyon", date="2031-05-09"),
    ]


@pytest.fixture
def filled(store: Store, three: list[Arrival]) -> Store:
    """The fire and the chief are one story with a finding corroborated, the strike one with findings on one origin."""
    with store.writer() as writer:
        writer.keep(three)
        ids = [a.reading.article.id for a in three]
        writer.assign({ids[0]: "story:1", ids[1]: "story:2", ids[2]: "story:1"})
        for story, corroborated, of in (("story:1", 2, [ids[0], ids[2]]), ("story:2", 0, [ids[1]])):
            counts = dict.fromkeys(STATUSES, 0) | {"corroborated": corroborated, "single_origin": 3}
            work = Work(story=story, key=story, made_by="x", reports=2, origins=2, headline="x", findings=counts)
            writer.keep_work(work, b"", of)
    return store


SEARCHES = [
    (Search(), [2, 1, 0]),
    (Search(words="crews"), [1, 2]),
    (Search(speaker="roe ANN"), [2, 0]),
    (Search(speaker="jorg bahn"), [2]),
    (Search(speaker="ann bahn"), []),
    (Search(speaker="…"), []),
    (Search(place="lyon"), [2]),
    (Search(place="France Lyon"), [2]),
    (Search(place="france"), [2]),
    (Search(outlet="post"), [2, 0]),
    (Search(outlet="the quay"), [1]),
    (Search(since="2031-05-06"), [2, 1]),
    (Search(until="2031-05-06"), [1, 0]),
    (Search(since="2031-05-06", until="2031-05"), [2, 1]),
    (Search(status="corroborated"), [2, 0]),
    (Search(status="single_origin"), [1]),
    (Search(status="differs"), []),
    (Search(after=1), [2, 1]),
    (Search(words="crews", after=2), [2]),
    (Search(speaker="roe", after=1), [2]),
    (Search(words="crews", speaker="roe", place="lyon", until="2031-05-09", status="corroborated"), [2]),
    (Search(words="crews", speaker="roe", until="2031-05-08"), []),
]


@pytest.mark.parametrize(("search", "expected"), SEARCHES, ids=lambda value: str(value)[:60])
def test_an_article_agrees_with_all_that_is_asked(
    filled: Store, three: list[Arrival], search: Search, expected: list[int]
) -> None:
    with filled.view() as view:
        found = view.find(search, 10)
        assert (found.count, set(found.articles)) == (len(expected), {three[n].reading.article.id for n in expected})
        if not search.words:
            assert list(found.articles) == [three[n].reading.article.id for n in expected], "the latest day first"
        assert [*view.find(search, 1).articles, *view.find(search, 9, 1).articles] == list(found.articles)


def test_types_are_found_by_their_name(filled: Store, three: list[Arrival]) -> None:
    types = [{f.name for f in facets_of(a.reading) if f.kind == "type"} for a in three]
    assert any(types)
    with filled.view() as view:
        for name in sorted(set().union(*types)):
            expected = {a.reading.article.id for a, own in zip(three, types, strict=True) if name in own}
            assert set(view.find(Search(type=name.lower()), 10).articles) == expected
        assert view.find(Search(type="NONE"), 10).count == 0


def test_the_best_match_for_the_words_comes_first_whatever_else_is_asked(store: Store) -> None:
    often = arrival(
        "Pay talks\n\nPay, pay and pay again was what the crews spoke of all day in Halden.\n", date="2031-05-01"
    )
    once = arrival(STRIKE, date="2031-05-06")
    with store.writer() as writer:
        writer.keep([once, often])
    with store.view() as view:
        assert view.find(Search(words="pay", since="2031"), 5).articles[0] == often.reading.article.id


def test_of_too_many_the_last_to_arrive_comes_first(
    filled: Store, three: list[Arrival], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "RANKED", 1)
    with filled.view() as view:
        assert view.find(Search(words="said"), 1).articles == (three[2].reading.article.id,)


def test_facets_of_what_was_found_are_counted(filled: Store) -> None:
    with filled.view() as view:
        all_of_them = view.tally(Search(), 10)
        tally = view.tally(Search(speaker="roe"), 10)
        assert tally.of == 2
        speakers = {known.name: (known.articles, known.times) for known in tally.facets["speaker"]}
        assert speakers["Ann Roe"][0] == 2
        assert sorted(known.name for known in tally.facets["outlet"]) == ["Post", "The Post of Lyon"]
        assert all(len(view.tally(Search(), 1).facets[kind]) == 1 for kind in KINDS)
        for kind in ("outlet", "type"):
            for known in all_of_them.facets[kind]:  # type: ignore[index]
                asked = Search(outlet=known.name) if kind == "outlet" else Search(type=known.name)
                assert view.find(asked, 1).count >= known.articles


def test_both_stores_tell_the_same(tmp_path: Path, three: list[Arrival]) -> None:
    told = []
    for store in (MemoryStore(), SqliteStore(tmp_path / "desk.sqlite", create=True)):
        with store.writer() as writer:
            writer.keep(three)
        with store.view() as view:
            lists = [view.named(kind, "", 50) for kind in KINDS]
            told.append((lists, view.tally(Search(), 50).of, [view.count_named(kind, "a") for kind in KINDS]))
            told[-1] += ([view.facets_in(a.reading.article.id, KINDS) for a in three],)  # type: ignore[operator]
    assert told[0] == told[1]


def test_names_are_listed_by_how_often_they_stand(filled: Store) -> None:
    with filled.view() as view:
        people = view.named("speaker", "", 10)
        assert [p.times for p in people] == sorted((p.times for p in people), reverse=True)
        assert view.count_named("speaker", "") == len(people)
        (roe,) = view.named("speaker", "Ro", 10)
        assert (roe.name, roe.articles) == ("Ann Roe", 2)
        assert isinstance(roe, Known)
        assert view.named("speaker", "bahn", 10)[0].name == "Jörg Bahn"
        assert view.named("speaker", "", 1, 1) == people[1:2]
        assert view.named("speaker", "?!", 5) == []


def test_an_excerpt_lights_what_was_looked_for(filled: Store, three: list[Arrival]) -> None:
    with filled.view() as view:
        parts = view.excerpt(three[2].reading.article.id, ["CREWS"])
        assert [words for words, lit in parts if lit] == ["Crews"]
        assert "walked out" in "".join(words for words, _ in parts)
        assert view.excerpt(three[0].reading.article.id, ["ferry"]) == []
        assert view.excerpt(three[0].reading.article.id, []) == []
        with pytest.raises(KeyError):
            view.excerpt("article:none", ["x"])


def test_names_are_compared_without_capitals_and_accents() -> None:
    assert name_words("  Jörg  BAHN-Lüders ") == ["jorg", "bahn", "luders"]
    assert name_words("…_") == []
    assert len(name_words("a " * 500)) == 32


def test_a_desk_that_had_no_facets_gets_those_of_a_new_one(tmp_path: Path, three: list[Arrival]) -> None:
    path = tmp_path / "desk.sqlite"
    with SqliteStore(path, create=True).writer() as writer:
        writer.keep(three)
    tables = ("facet_values", "facets")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        before = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        for table in ("facets", "facet_values"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO facet_names (facet_names) VALUES ('delete-all')")
        fill_facets(connection)
        assert [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables] == before
    with SqliteStore(path).view() as view:
        assert view.find(Search(speaker="roe"), 5).count == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters() | st.sampled_from('"*:()^-+ {}'), max_size=40))
def test_no_words_break_a_search(filled: Store, words: str) -> None:
    with filled.view() as view:
        for search in (
            Search(words=words),
            Search(speaker=words),
            Search(place=words, type=words),
            Search(outlet=words),
        ):
            assert view.find(search, 3).count <= 3
        view.tally(Search(words=words), 3)
        assert view.count_named("speaker", words) >= 0


def told(store: Store, articles: list[str]) -> list[object]:
    """All that a store tells of what these articles are found by."""
    with store.view() as view:
        return [
            *(view.named(kind, "", 50) for kind in KINDS),
            *(view.facets_in(article, KINDS) for article in articles),
            *(view.find(search, 9).articles for search, _ in SEARCHES if not search.words),
            [row.day for row in view.rows()],
        ]


def test_an_article_is_filed_anew_and_back(filled: Store, three: list[Arrival]) -> None:
    ids = [a.reading.article.id for a in three]
    before = told(filled, ids)
    other = (
        Facet(kind="speaker", name="Nils Dahl", times=2, title="mayor"),
        Facet(kind="place", name="Paris", times=1, country="FRA"),
    )
    with filled.writer() as writer:
        writer.file_anew(ids[0], other, "2031-06")
        writer.file_anew(ids[0], other, "2031-06")
    with filled.view() as view:
        assert view.find(Search(speaker="dahl"), 5).articles == (ids[0],)
        assert view.find(Search(speaker="ann roe"), 5).articles == (ids[2],)
        assert view.find(Search(place="france"), 5).count == 2
        assert view.find(Search(since="2031-06-01"), 5).articles == (ids[0],)
        assert view.find(Search(until="2031-05-05"), 5).count == 0
        assert view.find(Search(), 1).articles == (ids[0],), "the latest day first"
        assert view.stories(0, 1)[0].last == "2031-06"
        (dahl,) = view.named("speaker", "Nils", 5)
        assert (dahl.articles, dahl.times, dahl.title) == (1, 2, "mayor")
        assert view.named("outlet", "", 5) == [k for k in view.named("outlet", "", 5) if k.name != "Post"]
    with filled.writer() as writer:
        writer.file_anew(ids[0], facets_of(three[0].reading), "2031-05-05")
    assert told(filled, ids) == before
    with filled.view() as view:
        assert view.count_named("speaker", "dahl") == 0
        assert view.find(Search(speaker="dahl"), 5).count == 0


def test_what_is_not_kept_cannot_be_filed(store: Store) -> None:
    with store.writer() as writer, pytest.raises(KeyError):
        writer.file_anew("article:none", (), None)
