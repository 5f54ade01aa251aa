"""No judgement breaks a record, whatever it says and of what: it is applied, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.codec import decode_record, encode, record_json
from twosource.model import Judgement, Place, Record, Ruling, Selector, Span

from .made import judged, readings

PAGES = [r.page for r in readings()]
KINDS = st.sampled_from(
    ["merge_actors", "split_actor", "merge_stories", "split_story", "speaker", "date", "place", "wrong"]
)
DAYS = st.sampled_from([None, "2031-06-01", "2031-06-09", "0001-01-01", "9999-12-31"])
ARTICLES = st.sampled_from([*(r.article.id for r in readings()), "article:none"])
PLACE = Place(
    id="place:x", name="X", country=None, lat=1.0, lon=-179.5, precision="town", gazetteer_id=None, mentions=()
)


@st.composite
def passages(draw: st.DrawFn) -> Selector:
    """Words of a page, at their place, elsewhere, or of a page that is not there."""
    page = draw(st.sampled_from(PAGES))
    start = draw(st.integers(0, len(page.text) - 2))
    end = draw(st.integers(start + 1, min(len(page.text), start + 120)))
    shift = draw(st.sampled_from([0, 0, 0, 3]))
    name = draw(st.sampled_from([page.id, page.id, page.id, "sha256:none"]))
    return Selector(page=name, start=start + shift, end=end + shift, exact=page.text[start:end])


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    ruling = Ruling(
        name=draw(st.sampled_from([None, "Karin Moe", "Nils Dahl", "moe"])),
        passages=tuple(draw(st.lists(passages(), max_size=2))),
        articles=tuple(draw(st.lists(ARTICLES, max_size=2))),
        span=draw(st.none() | st.builds(Span, earliest=DAYS, latest=DAYS)),
        place=draw(st.sampled_from([None, PLACE])),
        verdict=draw(st.sampled_from([None, "apart", "agrees", "nothing"])),
    )
    return Judgement.of(
        draw(KINDS), at=f"2031-06-12T08:00:{draw(st.integers(0, 59)):02}.000000Z", who="Ann", why="x",
        passages=tuple(draw(st.lists(passages(), max_size=4))), articles=tuple(draw(st.lists(ARTICLES, max_size=2))),
        ruling=ruling,
    )  # fmt: skip


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("kind", ["published", "passage"])
def test_the_first_and_the_last_day_of_the_calendar_break_nothing(day: str, kind: str) -> None:
    span, articles = Span(earliest=day, latest=day), tuple(r.article.id for r in readings())
    passages = tuple(t.selector for r in readings() for t in r.times)
    history = [
        Judgement.of(
            "date", at=f"2031-06-12T08:00:{n:02}.000000Z", who="Ann", why="x", ruling=Ruling(span=span), **what
        )
        for n, what in enumerate(
            [{"articles": (a,)} for a in articles] if kind == "published" else [{"passages": (p,)} for p in passages]
        )
    ]
    assert history
    record = judged(history)
    assert all(row.applied for row in record.judgements)
    assert_whole(record)


@settings(max_examples=60)
@given(st.lists(judgements(), min_size=1, max_size=5))
def test_a_record_stays_whole(history: list[Judgement]) -> None:
    record = judged(sorted(history, key=lambda j: j.at))
    assert decode_record(encode(record_json(record))) is not None
    assert_whole(record)


def assert_whole(record: Record) -> None:
    """Every id that is named is there, and every judgement is told."""
    actors, places = {a.id for a in record.actors}, {p.id for p in record.places}
    claims = {c.id for c in record.claims}
    assert {q.speaker for q in record.quotes} - {None} <= actors
    assert {c.asserted_by for c in record.claims} - {"article"} <= actors
    assert {p.actor for e in record.events for p in (*e.actors, *e.recipients)} - {None} <= actors
    assert {e.place.place for e in record.events if e.place} - {None} <= places
    assert {c for f in record.findings for c in f.claims} <= claims
    assert len(actors) == len(record.actors)
    assert len(places) == len(record.places)
    assert len({f.id for f in record.findings}) == len(record.findings)
    assert all(row.before and (row.after or not row.applied) for row in record.judgements)
