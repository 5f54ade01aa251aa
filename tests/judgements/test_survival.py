"""Judgements hold when reports are read anew, and say so where they cannot."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from twosource.codec import decode_record, dump, record_json
from twosource.judgements.draft import passages_of
from twosource.judgements.passages import held, nearest, same
from twosource.model import Judgement, Page, Reading, Record, Ruling, Selector, Span
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

from .made import judged, reading, readings, said, words
from .test_kinds import finding, quote, speaker_of


@pytest.fixture(scope="module")
def rules() -> Record:
    """The record by rules, in which people judged."""
    return judged([])


@pytest.fixture(scope="module")
def history(rules: Record) -> list[Judgement]:
    content = passages_of(rules, quote(rules, "the slope").id)
    closed = passages_of(rules, finding(rules, "The council closed").id)
    return [
        said("split_actor", words(rules, "P. Moe")),
        said("speaker", *content, n=2, ruling=Ruling(name="Nils Dahl")),
        said(
            "date", words(rules, "Tuesday"), n=3, ruling=Ruling(span=Span(earliest="2031-06-10", latest="2031-06-10"))
        ),
        said("wrong", *closed, n=4, ruling=Ruling(verdict="apart")),
    ]


def test_another_analysis_cuts_the_words_otherwise_and_judgements_hold(rules: Record, history: list[Judgement]) -> None:
    model = judged([], "shipped")
    assert model.claims != rules.claims
    record = judged(history, "shipped")
    assert [(row.kind, row.applied) for row in record.judgements] == [(j.kind, True) for j in history]
    assert speaker_of(model, "the slope") == "Sara Ek"
    assert speaker_of(record, "the slope") == "Nils Dahl"
    assert speaker_of(record, "that the road") == "P. Moe"
    assert {t.earliest for t in record.times if t.selector.exact == "Tuesday"} == {"2031-06-10"}
    assert {f.status for f in record.findings if "closed all schools" in f.text.exact} == {"single_origin"}


def renamed(one: Reading) -> Reading:
    """The reading with another id for everything that was found in it."""
    whole = Record(pages=(one.page,), articles=(one.article,), **{name: getattr(one, name) for name in FOUND})
    fresh = re.sub(r'"(actor|quote|event|time|place|quantity|claim):(\w{15})\w"', r'"\1:x\2"', dump(record_json(whole)))
    found = decode_record(json.loads(fresh))
    return replace(one, analysis=None, **{name: getattr(found, name) for name in FOUND})


FOUND = ("times", "places", "quantities", "actors", "quotes", "events", "claims")


def test_no_id_of_what_was_found_matters(history: list[Judgement]) -> None:
    stored = [replace(r, analysis=None) for r in readings()]
    one = combine(stored, one_story=True, analyzer="rules", judgements=history)
    other = combine(map(renamed, stored), one_story=True, analyzer="rules", judgements=history)
    assert {q.id for q in one.quotes} != {q.id for q in other.quotes}
    assert [(r.applied, r.before, r.after) for r in one.judgements] == [
        (r.applied, r.before, r.after) for r in other.judgements
    ]
    assert [(f.status, f.text, f.speakers) for f in one.findings] == [
        (f.status, f.text, f.speakers) for f in other.findings
    ]


def test_the_order_of_the_readings_does_not_matter(history: list[Judgement]) -> None:
    found = [reading(name) for name in ("wave", "herald", "gazette")]
    one = combine(found, one_story=True, analyzer="rules", judgements=history)
    assert one == combine(found[::-1], one_story=True, analyzer="rules", judgements=history)


def test_what_is_not_there_is_said_and_nothing_else_changes(rules: Record) -> None:
    nothing = words(rules, "runs the ferry")
    named = said("speaker", nothing, ruling=Ruling(name="Nils Dahl"))
    for kind in ("merge_actors", "split_actor", "date", "place", "wrong"):
        record = judged([replace(named, kind=kind)])  # type: ignore[arg-type]
        (row,) = record.judgements
        assert (row.applied, row.after, row.refs) == (False, "", ())
        assert row.before
        assert replace(record, judgements=(), made_by=rules.made_by) == rules
    record = judged([named])
    assert [row.before for row in record.judgements] == ["no quote with these words is found any more"]


def test_a_page_that_reads_otherwise_is_not_judged_by_place_alone(rules: Record) -> None:
    at = words(rules, "P. Moe")
    moved = said("split_actor", replace(at, exact="Q. Roe"))
    (row,) = judged([moved]).judgements
    assert not row.applied


def test_judgements_of_other_stories_are_passed_over(history: list[Judgement]) -> None:
    other = read_capture(Capture(location="x", raw=b"Rain.\n\nIt rained."), "rules")
    assert combine([other], one_story=True, analyzer="rules", judgements=history).judgements == ()


def test_a_finding_that_has_grown_is_still_the_one(rules: Record) -> None:
    """Judged on two reports, found in three."""
    two = [reading(name) for name in ("gazette", "herald")]
    before = combine(two, one_story=True, analyzer="rules")
    toll = next(f for f in before.findings if "killed" in f.text.exact)
    judgement = said("wrong", *passages_of(before, toll.id), ruling=Ruling(verdict="apart"))
    assert not [f for f in judged([judgement]).findings if "killed" in f.text.exact and f.origins > 1]
    assert [f for f in rules.findings if "killed" in f.text.exact and f.origins > 1]


def test_a_new_difference_is_not_hidden_by_an_old_judgement(rules: Record) -> None:
    toll = finding(rules, "June 9, 2031 - Four people")
    passages = tuple(s for s in passages_of(rules, toll.id) if "Five" not in s.exact)
    (row,) = judged([said("wrong", *passages, ruling=Ruling(verdict="agrees"))]).judgements
    assert (row.applied, row.before) == (False, "reports that came since differ in it too: judge it again")


PAGE = Page(id="p", location="p", media_type="text/plain", text="Anna, Anna Berg and Anna met. Anna left.")


def at(start: int, end: int) -> Selector:
    return Selector.of(PAGE, start, end)


def test_of_short_passages_what_overlaps_most_and_is_nearest_in_length_is_meant() -> None:
    names = [(at(0, 4), "Anna"), (at(6, 15), "Anna Berg"), (at(11, 15), "Berg"), (at(6, 28), "all")]
    assert nearest(at(6, 15), names) == "Anna Berg"
    assert nearest(at(11, 15), names) == "Berg"
    assert nearest(at(20, 24), names) == "all"
    assert nearest(at(30, 34), names) is None


def test_long_passages_must_share_half_of_their_words() -> None:
    assert same(at(0, 20), [(at(0, 10), "half"), (at(0, 9), "less")]) == "half"
    assert same(at(0, 20), [(at(0, 9), "less"), (at(19, 40), "next")]) is None


def test_a_passage_that_has_moved_is_found_at_the_nearest_place() -> None:
    pages = {"p": PAGE}
    assert held(at(6, 15), pages) == at(6, 15)
    assert held(Selector(page="p", start=28, end=32, exact="Anna"), pages) == at(30, 34)
    assert held(Selector(page="p", start=2, end=6, exact="Anna"), pages) == at(0, 4)
    assert held(Selector(page="p", start=0, end=4, exact="Bert"), pages) is None
    assert held(Selector(page="q", start=0, end=4, exact="Anna"), pages) is None
