from __future__ import annotations

from dataclasses import replace

from twosource.briefs import find_timeline
from twosource.briefs.timeline import MOST
from twosource.model import Event, EventTime, Origin, Page, Realis, Record, Time, Timex

from .records import article, at, claim, finding, page, record

A = page("a", "The bridge at Tarvik closed on Monday. The bridge was opened in 1998 by the king.")


def event(words: str, earliest: str, latest: str, realis: Realis = "asserted") -> Event:
    return Event(
        id=f"event:{words}", article=f"article:{A.location}", type="RETREAT", anchor=at(A, words), realis=realis,
        time=EventTime(earliest=earliest, latest=latest, precision="day"),
    )  # fmt: skip


def timeline(*events: Event, times: tuple[Time, ...] = ()) -> list[tuple[str, str, str]]:
    claims = [
        claim(A, "The bridge at Tarvik closed on Monday."),
        claim(A, "The bridge was opened in 1998 by the king."),
    ]
    claims += [claim(A, e.anchor.exact, "event", e.id) for e in events]
    found = [
        finding(claims[0], *claims[2:3], status="single_origin"),
        finding(claims[1], *claims[3:4], status="single_origin"),
    ]
    rec: Record = record([(A, article(A, "Post"))], claims, found, events=events, times=times)
    return [(e.date, e.precision, e.text.exact) for e in find_timeline(rec).timeline]


def test_events_stand_on_their_days_and_days_before_years() -> None:
    found = timeline(event("closed", "2031-05-05", "2031-05-05"), event("opened", "1998-01-01", "1998-12-31"))
    assert [(d, p) for d, p, _ in found] == [("2031-05-05", "day"), ("1998", "year")]


def test_a_year_gives_way_to_a_day_in_it() -> None:
    told = claim(A, "The bridge at Tarvik closed on Monday.")
    some, fine = event("closed", "2031-01-01", "2031-12-31"), event("bridge", "2031-05-05", "2031-05-05")
    other = event("opened", "1998-01-01", "1998-12-31")
    later = claim(A, "The bridge was opened in 1998 by the king.")
    claims = [told, later, *(claim(A, e.anchor.exact, "event", e.id) for e in (some, fine, other))]
    rec = record([(A, article(A, "Post"))], claims, [finding(*claims)], events=(some, fine, other))
    assert [e.date for e in find_timeline(rec).timeline] == ["2031-05-05", "1998"]


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


def days(*texts: str, copied: bool = False) -> list[tuple[str, int]]:
    """The timeline of reports that each name the days of May they are given; all are of one origin if `copied`."""
    pages = [page(str(n), text) for n, text in enumerate(texts)]
    times = [day_of_may(p, word) for p in pages for word in p.text.split() if word.isdigit()]
    claims = [claim(p, p.text) for p in pages]
    found = [finding(one, status="single_origin") for one in claims]
    articles = [(p, article(p, f"Outlet {p.location}")) for p in pages]
    one = Origin(id="origin:one", articles=tuple(a.id for _, a in articles))
    rec = replace(record(articles, claims, found, times=tuple(times)), origins=(one,) if copied else ())
    return [(entry.date, entry.origins) for entry in find_timeline(rec).timeline]


def day_of_may(on: Page, day: str) -> Time:
    iso = f"2031-05-{int(day):02}"
    return Time(
        id=f"time:{on.location}:{day}", article=f"article:{on.location}", selector=at(on, day),
        timex=Timex(type="DATE", value=iso), earliest=iso, latest=iso, basis="text",
    )  # fmt: skip


def test_the_day_that_most_origins_name_comes_first() -> None:
    found = days("The bridge closed on 7 May", "Ministers met on 9 May", "Divers searched a wreck on 7 May")
    assert found == [("2031-05-07", 2), ("2031-05-07", 2), ("2031-05-09", 1)]


def test_copies_of_one_text_name_a_day_once() -> None:
    assert days("The road closed on 7 May", "The bridge closed on 7 May", copied=True)[0] == ("2031-05-07", 1)


def test_a_long_timeline_has_room_for_every_day_before_it_has_two_lines_for_one() -> None:
    busy = [f"Roe{n} met Brenn{n} in Halden{n} on 30 May" for n in "abcdefghij"]
    found = days(*busy, *(f"Divers searched a wreck on {day} May" for day in range(1, MOST)))
    assert len(found) == MOST
    assert {date for date, _ in found} == {f"2031-05-{day:02}" for day in [*range(1, MOST), 30]}


def test_a_day_is_told_in_the_words_that_give_it() -> None:
    later = page("b", "The bridge was still shut on Tuesday.")
    told, other = (
        claim(A, "The bridge at Tarvik closed on Monday."),
        claim(later, "The bridge was still shut on Tuesday."),
    )
    shut = Event(
        id="event:shut", article=f"article:{later.location}", type="RETREAT", anchor=at(later, "shut"),
        realis="asserted", time=EventTime(earliest="2031-05-06", latest="2031-05-06", precision="day"),
    )  # fmt: skip
    closed = event("closed", "2031-05-05", "2031-05-05")
    claims = [told, claim(A, "closed", "event", closed.id), other, claim(later, "shut", "event", shut.id)]
    both = [(A, article(A, "Post")), (later, article(later, "Courier"))]
    rec = record(both, claims, [finding(*claims)], events=(closed, shut))
    assert {e.date: e.text.exact for e in find_timeline(rec).timeline} == {
        "2031-05-05": "The bridge at Tarvik closed on Monday.",
        "2031-05-06": "The bridge was still shut on Tuesday.",
    }


def test_notes_of_the_page_stand_on_no_day() -> None:
    note = page("c", "(Published Monday, 5 May)")
    words = claim(note, "(Published Monday, 5 May)")
    at_day = Time(
        id="t", article=f"article:{note.location}", selector=at(note, "5 May"),
        timex=Timex(type="DATE", value="2031-05-05"), earliest="2031-05-05", latest="2031-05-05", basis="text",
    )  # fmt: skip
    rec = record([(note, article(note, "Post"))], [words], [finding(words, status="single_origin")], times=(at_day,))
    assert find_timeline(rec).timeline == ()
