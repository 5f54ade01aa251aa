"""Reports that cannot both be right, by day, town, doer, outcome, amount or word; and those that can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.model import Actor, Finding, Mention, Place, Reading, Record, Time, Timex

from .wire import at, count, event, quote, reading, record

FILLER = ("A choir from Halden sang at the fair.", "Barley prices have doubled since spring.")
OTHER = ("Fog closed two schools.", "An owl nested in the bell tower.")


def dated(found: Reading, words: str, day: str) -> Reading:
    time = Time(
        id=f"time:{found.article.id}:{words}", article=found.article.id, selector=at(found, words),
        timex=Timex(type="DATE", value=day), earliest=day, latest=day, basis="text",
    )  # fmt: skip
    return replace(found, times=(*found.times, time))


def told(*readings: Reading, places: tuple[Place, ...] = (), actors: tuple[Actor, ...] = ()) -> list[Finding]:
    joint: Record = replace(record(*readings), places=places, actors=actors)
    return [f for f in find_findings(joint).findings if f.status in ("differs", "updated")]


def shown(findings: list[Finding]) -> list[tuple[str, str, list[str]]]:
    return [(f.status, d.aspect, [v.value for v in d.values]) for f in findings for d in f.differences]


def trial(name: str, line: str, words: str, day: str, published: str = "2031-05-08") -> Reading:
    filler = FILLER if name == "a" else OTHER
    return dated(reading(name, line, *filler, day=published), words, day)


def test_one_start_on_two_days_differs() -> None:
    a = trial("a", "The trial of the Skarholm smugglers began on Monday.", "Monday", "2031-05-05")
    b = trial("b", "The smugglers' trial began in Skarholm on Tuesday.", "Tuesday", "2031-05-06")
    found = told(a, b)
    assert shown(found) == [("differs", "time", ["2031-05-05", "2031-05-06"])]
    assert [s.exact for v in found[0].differences[0].values for s in v.selectors] == ["Monday", "Tuesday"]


@pytest.mark.parametrize(
    ("line", "words", "day"),
    [
        ("The smugglers' trial began in Skarholm on Monday.", "Monday", "2031-05-05"),
        ("A witness spoke at the smugglers' trial in Skarholm on Tuesday.", "Tuesday", "2031-05-06"),
        ("The smugglers' trial began in Skarholm on February 3.", "February 3", "2031-02-03"),
    ],
)
def test_the_same_day_another_moment_and_another_month_are_in_no_conflict(line: str, words: str, day: str) -> None:
    a = trial("a", "The trial of the Skarholm smugglers began on Monday.", "Monday", "2031-05-05")
    assert told(a, trial("b", line, words, day)) == []


def test_a_report_that_tells_of_both_days_tells_of_two_moments() -> None:
    lines = ("The trial of the Skarholm smugglers began on Monday.", "The smugglers' trial began again on Tuesday.")
    a = dated(dated(reading("a", *lines, day="2031-05-08"), "Monday", "2031-05-05"), "Tuesday", "2031-05-06")
    b = trial("b", "The smugglers' trial began in Skarholm on Tuesday.", "Tuesday", "2031-05-06")
    assert [f for f in told(a, b) if f.differences[0].aspect == "time"] == []


def town(name: str, lat: float, *where: Reading) -> Place:
    mentions = tuple(at(r, name) for r in where)
    return Place(
        id=f"place:{name}", name=name, country="NOR", lat=lat, lon=10.0, precision="town", gazetteer_id=None,
        mentions=mentions,
    )  # fmt: skip


@pytest.mark.parametrize(("lat", "conflicts"), [(62.0, [("differs", "place", ["Halden", "Tarvik"])]), (59.2, [])])
def test_one_landing_in_two_towns_differs_unless_they_are_near(lat: float, conflicts: list[object]) -> None:
    a = reading("a", "The ferry Solveig sank in Halden with 90 cars aboard.", *OTHER)
    b = reading("b", "The ferry Solveig sank in Tarvik with its cars aboard.", FILLER[1])
    assert shown(told(a, b, places=(town("Halden", 59.0, a), town("Tarvik", lat, b)))) == conflicts


def test_a_town_on_the_way_is_not_where_it_was() -> None:
    a = reading("a", "The ferry Solveig sank in Halden with 90 cars aboard.", *OTHER)
    b = reading("b", "The ferry Solveig sank on its way to Tarvik with its cars aboard.", FILLER[1])
    assert told(a, b, places=(town("Halden", 59.0, a), town("Tarvik", 62.0, b))) == []


def test_where_a_firm_is_based_is_not_where_it_was() -> None:
    a = reading("a", "The ferry Solveig sank in Halden with 90 cars aboard.", *OTHER)
    b = reading("b", "The ferry Solveig, of a firm based in Tarvik, sank with 90 cars aboard.", FILLER[1])
    assert told(a, b, places=(town("Halden", 59.0, a), town("Tarvik", 62.0, b))) == []


def person(name: str, where: Reading) -> Actor:
    mention = Mention(selector=at(where, name), form="name")
    return Actor(id=f"actor:{name}", name=name, kind="person", named=True, names=(name,), mentions=(mention,))


def test_two_persons_appointed_to_one_post_differ() -> None:
    a = reading("a", "The council appointed Agnes Roe as harbour master of Skarholm.", *FILLER)
    b = reading("b", "The council appointed Nils Brandt as harbour master of Skarholm.", *OTHER)
    found = told(a, b, actors=(person("Agnes Roe", a), person("Nils Brandt", b)))
    assert shown(found) == [("differs", "actor", ["Agnes Roe", "Nils Brandt"])]


@pytest.mark.parametrize(("published", "status"), [("2031-05-05", "differs"), ("2031-05-06", "updated")])
def test_what_is_called_off_differs_from_the_plan_and_later_updates_it(published: str, status: str) -> None:
    a = trial("a", "The envoys will meet for talks in Skarholm on Thursday.", "Thursday", "2031-05-08", "2031-05-05")
    b = trial(
        "b", "The talks of the envoys in Skarholm on Thursday were cancelled.", "Thursday", "2031-05-08", published
    )
    assert [(s, aspect) for s, aspect, _ in shown(told(a, b))] == [(status, "realis")]


def test_some_of_many_called_off_leave_others_planned() -> None:
    a = reading("a", "The Halden ferry line cancelled 12 crossings of the mill strike.", *FILLER)
    b = reading("b", "The Halden ferry line plans crossings on Friday after the mill strike.", *OTHER)
    assert told(a, dated(b, "Friday", "2031-05-09")) == []


def test_what_is_called_off_beside_what_happened_is_another_thing() -> None:
    a = trial("a", "The envoys met in Skarholm on Thursday for talks on the ferry.", "Thursday", "2031-05-08")
    a = event(a, "met", "CONSULT")
    line = "The envoys cancelled a dinner in Halden on Thursday before they met for talks on the ferry."
    assert told(a, trial("b", line, "Thursday", "2031-05-08")) == []


def test_a_time_of_the_clock_alone_names_no_day() -> None:
    a = trial("a", "The Skarholm crossing of the smugglers began about 11:20 p.m. Friday.", "Friday", "2031-05-02")
    bare = "The Skarholm crossing of the smugglers began about 11:18 p.m."
    assert told(a, trial("b", bare, "about 11:18 p.m.", "2031-05-03")) == []
    named = "The Skarholm crossing of the smugglers began on Saturday."
    assert [d[1] for d in shown(told(a, trial("b", named, "Saturday", "2031-05-03")))] == ["time"]


def test_a_plan_that_later_happens_is_an_update() -> None:
    a = trial("a", "The envoys will meet in Skarholm on Thursday.", "Thursday", "2031-05-08", "2031-05-05")
    b = trial("b", "The envoys met in Skarholm on Thursday.", "Thursday", "2031-05-08", "2031-05-09")
    found = told(event(a, "meet", "CONSULT", "planned"), event(b, "met", "CONSULT"))
    assert [(s, aspect) for s, aspect, _ in shown(found)] == [("updated", "realis")]


def test_what_the_later_report_only_expects_has_not_happened() -> None:
    a = trial("a", "The envoys will meet in Skarholm on Thursday.", "Thursday", "2031-05-08", "2031-05-05")
    b = trial("b", "The envoys who met were to meet in Skarholm on Thursday.", "Thursday", "2031-05-08", "2031-05-09")
    assert not any(
        s == "updated" for s, _, _ in shown(told(event(a, "meet", "CONSULT", "planned"), event(b, "met", "CONSULT")))
    )


def share(name: str, line: str, words: str, value: float) -> Reading:
    found = count(reading(name, line, *(FILLER if name == "a" else OTHER)), words, value, value)
    (quantity,) = found.quantities
    return replace(found, quantities=(replace(quantity, unit="%"),))


def test_shares_of_one_vote_differ_unless_they_are_of_other_things() -> None:
    a = share("a", "The union said 92 percent of drivers joined the Skarholm strike.", "92 percent", 92)
    b = share("b", "The railway said 61 percent of drivers joined the Skarholm strike.", "61 percent", 61)
    c = share("b", "The railway said 8 percent of drivers joined the Skarholm strike.", "8 percent", 8)
    assert [(s, aspect) for s, aspect, _ in shown(told(a, b))] == [("differs", "quantity")]
    assert told(a, c) == []


def test_a_count_that_a_later_report_says_has_risen_is_updated() -> None:
    a = reading("a", "Doctors in Skarholm confirmed 140 cases of measles.", *FILLER, day="2031-05-05")
    b = reading("b", "Confirmed cases of measles in Skarholm have risen to 310.", *OTHER, day="2031-05-08")
    found = told(count(a, "140", 140, 140, of="cases"), count(b, "310", 310, 310))
    assert shown(found) == [("updated", "quantity", ["140", "310"])]


def test_what_one_denies_and_another_report_states_differs() -> None:
    denied = "that it had waited an hour before it called the Tarvik brigade"
    a = quote(reading("a", f"The mill denied {denied}.", *FILLER), denied, "mill", denied=True)
    b = reading("b", "The mill waited an hour before it called the Tarvik brigade.", *OTHER)
    assert [(s, aspect) for s, aspect, _ in shown(told(a, b))] == [("differs", "polarity")]


def test_two_times_of_the_clock_on_one_day_differ() -> None:
    a = trial("a", "The ferry Solveig sank off Skarholm at 3 p.m.", "3 p.m.", "2031-05-05")
    b = trial("b", "The ferry Solveig sank off Skarholm at 7 p.m.", "7 p.m.", "2031-05-05")
    at_three, at_seven = (
        replace(r, times=(replace(r.times[0], timex=Timex(type="TIME", value=f"2031-05-05T{hour}:00")),))
        for r, hour in ((a, 15), (b, 19))
    )
    assert shown(told(at_three, at_seven)) == [("differs", "time", ["3 p.m.", "7 p.m."])]
    assert told(at_three, replace(at_seven, times=at_three.times[:0])) == []


@pytest.mark.parametrize(("hour", "status"), [("24:00", []), ("00:40", []), ("22:00", ["differs"])])
def test_midnight_may_be_where_a_day_begins_or_ends(hour: str, status: list[str]) -> None:
    a = trial("a", "The ferry Solveig sank off Skarholm at 12:05 a.m.", "12:05 a.m.", "2031-05-05")
    b = trial("b", "The ferry Solveig sank off Skarholm about midnight", "midnight", "2031-05-05")
    early, other = (
        replace(r, times=(replace(r.times[0], timex=Timex(type="TIME", value=f"2031-05-05T{given}")),))
        for r, given in ((a, "00:05"), (b, hour))
    )
    assert [s for s, aspect, _ in shown(told(early, other)) if aspect == "time"] == status
