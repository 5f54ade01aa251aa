from __future__ import annotations

from twosource.briefs import find_timeline
from twosource.model import Event, EventTime, Realis, Record, Time, Timex

from .records import article, at, claim, finding, page, record

A = page("a", "The bridge at Tarvik closed on Monday. It was opened in 1998 by the king.")


def event(words: str, earliest: str, latest: str, realis: Realis = "asserted") -> Event:
    return Event(
        id=f"event:{words}", article=f"article:{A.location}", type="RETREAT", anchor=at(A, words), realis=realis,
        time=EventTime(earliest=earliest, latest=latest, precision="day"),
    )  # fmt: skip


def timeline(*events: Event, times: tuple[Time, ...] = ()) -> list[tuple[str, str, str]]:
    claims = [claim(A, "The bridge at Tarvik closed on Monday."), claim(A, "It was opened in 1998 by the king.")]
    claims += [claim(A, e.anchor.exact, "event", e.id) for e in events]
    found = [
        finding(claims[0], *claims[2:3], status="single_origin"),
        finding(claims[1], *claims[3:4], status="single_origin"),
    ]
    rec: Record = record([(A, article(A, "Post"))], claims, found, events=events, times=times)
    return [(e.date, e.precision, e.text.exact) for e in find_timeline(rec).timeline]


def test_events_stand_on_their_days_in_order() -> None:
    found = timeline(event("closed", "2031-05-05", "2031-05-05"), event("opened", "1998-01-01", "1998-12-31"))
    assert [(d, p) for d, p, _ in found] == [("1998", "year"), ("2031-05-05", "day")]


def test_what_did_not_happen_has_no_day() -> None:
    assert timeline(event("closed", "2031-05-05", "2031-05-05", "negated")) == []


def test_without_events_the_dates_in_the_words_count() -> None:
    monday = Time(
        id="t", article=f"article:{A.location}", selector=at(A, "Monday"), timex=Timex(type="DATE", value="2031-05-05"),
        earliest="2031-05-05", latest="2031-05-05", basis="text",
    )  # fmt: skip
    assert timeline(times=(monday,)) == [("2031-05-05", "day", "The bridge at Tarvik closed on Monday.")]


def test_an_undated_record_has_no_timeline() -> None:
    assert timeline() == []
