"""The timeline as it is drawn: dots, bars, and what lies too far away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.formats.spans import WIDTH, When, timeline
from twosource.model import Entry, EventTime, Record, Selector

from .invented import one_story


@pytest.fixture(scope="module")
def record() -> Record:
    return one_story()


def drawn(record: Record, *dates: str, refs: tuple[str, ...] = ()) -> list[When]:
    precision = {4: "year", 7: "month", 10: "day"}
    text = record.findings[0].text
    entries = tuple(Entry(date=d, precision=precision[len(d)], refs=refs, text=text) for d in dates)  # type: ignore[arg-type]
    return timeline(replace(record, timeline=entries))


def test_dates_come_in_order_and_each_once(record: Record) -> None:
    found = drawn(record, "2031-05-09", "2031-05-01", "2031-05-09")
    assert [(w.date, len(w.entries)) for w in found] == [("2031-05-01", 1), ("2031-05-09", 2)]


def test_a_day_is_a_dot_and_a_month_a_bar_on_one_scale(record: Record) -> None:
    first, month, last = drawn(record, "2031-04-20", "2031-05", "2031-06-10")
    assert first.start == first.end
    assert last.start == last.end
    assert month.start is not None
    assert month.end is not None
    assert 0 < float(first.start or 0) < month.start < month.end < float(last.end or 0) < WIDTH
    assert (first.told, month.told) == ("", "day not told")


def test_one_date_alone_lies_nowhere(record: Record) -> None:
    (alone,) = drawn(record, "2031-05-01")
    assert (alone.start, alone.end) == (None, None)
    assert drawn(record) == []


def test_a_look_back_by_years_does_not_press_the_rest_flat(record: Record) -> None:
    before, first, last = drawn(record, "2001", "2031-05-01", "2031-05-09")
    assert before.start is None
    assert float(last.start or 0) - float(first.start or 0) > WIDTH / 2


def test_an_event_tells_more_than_its_month(record: Record) -> None:
    event = record.events[0]
    time = EventTime(earliest="2031-05-01", latest="2031-05-12", precision="month")
    other = replace(record, events=(replace(event, time=time), *record.events[1:]))
    (month,) = drawn(other, "2031-05", refs=(event.id,))
    assert month.told == "day not told: 1 May 2031 – 12 May 2031"


def test_what_names_a_date_are_its_times_and_its_findings(record: Record) -> None:
    finding = record.findings[0]
    (day,) = drawn(record, "2031-05-01", refs=(finding.id,))
    claims = {claim.selector for claim in record.claims if claim.id in finding.claims}
    assert claims <= set(day.claims)
    assert all(t.selector in day.times for t in record.times if t.earliest == t.latest == "2031-05-01")


def test_the_words_that_name_a_day_are_lit_in_its_entries_and_no_others(record: Record) -> None:
    page = record.pages[0]
    whole = Selector.of(page, 0, 40)
    names = [Selector.of(page, 4, 9), Selector.of(page, 20, 26)]
    day = replace(drawn(record, "2031-05-01")[0], times=(*names, Selector.of(page, 50, 60)))
    entry = replace(day.entries[0], text=whole)
    lit = day.lit(entry)
    assert "".join(part.words for part in lit) == whole.exact
    assert [part.words for part in lit if part.lit] == [n.exact for n in names]
