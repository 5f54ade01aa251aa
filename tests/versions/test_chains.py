"""Which captures are versions of one article, and what is said of their order."""

from __future__ import annotations

from tests.versions.cases import FIRE, HERALD_FIRE, NINE, NOTICE, OTHER, STRIKE, STRIKE_LATER, herald, post
from tests.versions.made import Seen, reading, record_of
from twosource.model import Record
from twosource.versions.align import SAME_REPORT, same_report
from twosource.versions.words import sentences


def why(record: Record) -> list[str]:
    """The rules that speak of the first step."""
    return [e.function for e in record.revisions[0].evidence]


def test_times_tell_the_order() -> None:
    assert why(record_of([post(FIRE), post(NINE, "14:05")])) == ["same_address", "in_order_of_time"]


def test_where_no_time_tells_the_order_the_record_says_so() -> None:
    record = record_of([post(NINE + NOTICE, None), post(FIRE, None)])
    assert why(record) == ["same_address", "order_not_told"]
    assert record.revisions[0].evidence[1].score < 0.5


def test_arrival_tells_it_where_captures_come_in_its_order() -> None:
    seen = [post(NINE, None), post(FIRE, None)]
    for one in (seen, seen[::-1]):
        record = record_of(one, in_order=True)
        assert why(record) == ["same_address", "in_order_of_arrival"]
        assert record.revisions[0].after == reading(one[-1]).article.id


def is_same(one: Seen, two: Seen) -> bool:
    return same_report(sentences(reading(one)), sentences(reading(two)))


def test_what_is_written_anew_is_one_report_what_others_write_is_not() -> None:
    assert 0 < SAME_REPORT < 1
    assert is_same(post(FIRE), post(NINE))
    assert is_same(post(STRIKE), post(STRIKE_LATER))
    assert not is_same(post(FIRE), herald(HERALD_FIRE))
    assert not is_same(post(FIRE), post(OTHER))


def test_earlier_versions_stand_in_the_story_and_the_origin_of_what_stands() -> None:
    record = record_of([post(FIRE), post(NINE, "14:05"), herald(HERALD_FIRE)])
    (story,) = record.stories
    assert set(story.articles) == {a.id for a in record.articles}
    assert sorted(len(o.articles) for o in record.origins) == [1, 2]
    assert all(c.article != reading(post(FIRE)).article.id for c in record.claims)
