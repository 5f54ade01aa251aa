from __future__ import annotations

import re
from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.gather import gather
from twosource.findings.tolls import toll_groups
from twosource.model import Claim, Finding, Reading, Selector

from .wire import count, event, quote, reading, record

FILLER = (
    "The mayor of Halden has not spoken since Sunday.",
    "Rain is expected along the valley by the weekend.",
    "Two schools in Tarvik opened an hour late.",
)


def findings(*readings: Reading, origins: dict[str, str] | None = None) -> list[Finding]:
    return list(find_findings(record(*readings, origins=origins)).findings)


def shared(*readings: Reading, origins: dict[str, str] | None = None) -> list[Finding]:
    found = findings(*readings, origins=origins)
    return [f for f in found if f.origins > 1 or f.status in ("differs", "updated")]


def _claims(finding: Finding, *readings: Reading) -> list[Claim]:
    return [c for c in record(*readings).claims if c.id in finding.claims]


def test_the_same_thing_in_other_words_is_corroborated() -> None:
    a = reading("a", "Firefighters evacuated 300 residents of Skarholm after the paper mill exploded.", FILLER[0])
    b = reading(
        "b", FILLER[1], "After the blast at the paper mill, residents of Skarholm were evacuated by firefighters."
    )
    assert [(f.status, f.origins) for f in shared(a, b)] == [("corroborated", 2)]


def test_copies_corroborate_nothing() -> None:
    a = reading("a", "Firefighters evacuated 300 residents of Skarholm after the paper mill exploded.", FILLER[0])
    b = reading("b", FILLER[1], "Firefighters evacuated 300 residents of Skarholm after the paper mill exploded.")
    found = findings(a, b, origins={"a": "o", "b": "o"})
    assert {f.status for f in found} == {"single_origin"}
    assert any(len({c.split(":")[1] for c in f.claims}) > 1 and f.origins == 1 for f in found)


def test_the_same_topic_is_not_the_same_assertion() -> None:
    a = reading("a", "The ferry company will raise its fares in June.", FILLER[0])
    b = reading("b", "Passengers of the ferry company praise its new captain.", FILLER[1])
    assert shared(a, b) == []


def toll(name: str, line: str, words: str, low: float, high: float | None, day: str) -> Reading:
    filler = FILLER[0] if name == "a" else FILLER[2]
    return count(reading(name, line, filler, day=day), words, low, high, "killed")


def test_a_toll_that_grows_is_updated() -> None:
    found = shared(
        toll("a", "At least 4 people died in the Skarholm blast.", "4", 4, 4, "2031-05-05"),
        toll("b", "Rescuers now count 7 dead at the mill.", "7", 7, 7, "2031-05-06"),
    )
    assert [(f.status, f.origins) for f in found] == [("updated", 2)]
    assert [v.value for v in found[0].differences[0].values] == ["4", "7"]


def test_where_a_report_gives_its_toll_again_is_a_passage_too() -> None:
    a = toll("a", "At least 4 people died in the Skarholm blast.", "4", 4, 4, "2031-05-05")
    lines = ("Rescuers now count 7 dead at the mill.", "Two more bodies lay there, so that 7 have lost their lives.")
    b = reading("b", *lines, day="2031-05-06")
    first, again = (m.start() for m in re.finditer("7", b.page.text))
    for start in (first, again):
        found = count(b, "7", 7, 7, "killed").quantities[-1]
        b = replace(b, quantities=(*b.quantities, replace(found, id=f"q{start}", selector=_there(b, start))))
    (told,) = (f for f in shared(a, b) if f.status == "updated")
    assert any("lost their lives" in c.selector.exact for c in _claims(told, a, b))


def _there(of: Reading, start: int) -> Selector:
    return Selector.of(of.page, start, start + 1)


def test_what_a_report_says_far_down_of_the_morning_is_not_its_toll() -> None:
    lines = ("Five miners die under a slide.", *FILLER, *FILLER, "In the morning two miners were said to be dead.")
    later = count(count(reading("b", *lines), "Five", 5, 5, "killed"), "two", 2, 2, "killed")
    both = record(count(reading("a", "A slide killed five miners.", FILLER[0]), "five", 5, 5, "killed"), later)
    told = [replace(a, headline=a.at.exact.startswith("Five miners")) for a in gather(both)]
    ((_, members),) = toll_groups(told, both)
    assert {told[m].at.exact[:12] for m in members} == {"A slide kill", "Five miners "}


def test_tolls_of_one_day_differ() -> None:
    found = shared(
        toll("a", "The blast killed 4 people in Skarholm.", "4", 4, 4, "2031-05-05"),
        toll("b", "Rescuers count 7 dead at the mill in Skarholm.", "7", 7, 7, "2031-05-05"),
    )
    assert [f.status for f in found] == ["differs"]
    assert found[0].differences[0].aspect == "quantity"


def test_ranges_that_hold_the_other_number_agree() -> None:
    found = shared(
        toll("a", "The blast killed at least 4 people in Skarholm.", "4", 4, None, "2031-05-05"),
        toll("b", "Rescuers count 7 dead at the mill in Skarholm.", "7", 7, 7, "2031-05-05"),
    )
    assert [f.status for f in found] == ["corroborated"]


def test_numbers_of_the_same_thing_differ() -> None:
    a = reading("a", "The company said 38 dockers worked the early shift at Skarholm mill.", FILLER[0])
    b = reading("b", "The union said 52 dockers worked the early shift at Skarholm mill.", FILLER[1])
    found = shared(count(a, "38", 38, 38, of="dockers"), count(b, "52", 52, 52, of="dockers"))
    assert [f.status for f in found] == ["differs"]
    assert [v.value for v in found[0].differences[0].values] == ["38", "52"]


def test_two_origins_that_relay_one_speaker_have_one_speaker() -> None:
    a = quote(
        reading("a", "Brenn said the Tarvik tunnel would open in August.", FILLER[0]),
        "the Tarvik tunnel would open in August",
        "brenn",
    )
    b = quote(
        reading("b", "The Tarvik tunnel will open in August, Brenn said.", FILLER[1]),
        "The Tarvik tunnel will open in August",
        "brenn",
    )
    found = [f for f in shared(a, b) if f.status == "corroborated"]
    assert [(f.origins, f.speakers) for f in found] == [(2, 1)]


def test_an_event_a_quote_and_a_sentence_over_the_same_words_are_one_finding() -> None:
    a = event(
        quote(
            reading("a", "Prosecutors said the Skarholm mill exploded at dawn."),
            "the Skarholm mill exploded at dawn",
            "p",
        ),
        "exploded",
        "ACCIDENT",
    )
    found = findings(a)
    assert len(found) == 1
    assert found[0].status == "single_origin"
    assert len(found[0].claims) >= 3


def test_findings_do_not_depend_on_the_order_of_reports() -> None:
    a = reading("a", "Firefighters evacuated 300 residents of Skarholm after the paper mill exploded.", FILLER[0])
    b = reading(
        "b", FILLER[1], "After the blast at the paper mill, residents of Skarholm were evacuated by firefighters."
    )
    one, two = findings(a, b), findings(b, a)
    assert {(f.status, frozenset(f.claims)) for f in one} == {(f.status, frozenset(f.claims)) for f in two}


def test_every_claim_of_a_finding_exists_and_confidence_is_a_share() -> None:
    rec = find_findings(record(reading("a", *FILLER), reading("b", *FILLER)))
    ids = {c.id for c in rec.claims}
    assert all(set(f.claims) <= ids and 0 <= f.confidence <= 1 for f in rec.findings)


@pytest.mark.parametrize(
    ("line", "number", "differs"),
    [
        ("The Skarholm rowers scored 20 points in the harbour cup on Sunday.", "20", True),
        ("The Skarholm rowers needed 20 points in the harbour cup on Sunday.", "20", False),
        ("The Skarholm rowers were 20 points short in the harbour cup on Sunday.", "20", False),
        ("The Skarholm rowers scored 20 and lost points in the harbour cup on Sunday.", "20", False),
    ],
)
def test_a_number_that_is_lacking_or_goes_on_is_in_no_conflict(line: str, number: str, differs: bool) -> None:
    a = count(
        reading("a", "The Skarholm rowers scored 9 points in the harbour cup on Sunday.", FILLER[0]), "9", 9, 9,
        of="points",
    )  # fmt: skip
    b = count(reading("b", line, FILLER[1]), number, 20, 20, of="points")
    assert [f.status for f in shared(a, b) if f.differences] == (["differs"] if differs else [])


def test_the_dead_of_one_shooting_are_no_toll_of_three() -> None:
    a = toll("a", "4 people died in the Skarholm shooting.", "4", 4, 4, "2031-05-05")
    b = toll("b", "7 people died in 3 shootings in Skarholm.", "7", 7, 7, "2031-05-06")
    assert [f for f in shared(a, count(b, "3", 3, 3, of="shootings")) if f.differences] == []


def test_what_a_report_says_besides_is_not_in_the_finding() -> None:
    a = reading("a", "The Skarholm ferry company promised the island 12 new lifeboats by June.", FILLER[0])
    b = reading(
        "b",
        "By June the ferry company of Skarholm promised 12 new lifeboats to the island.",
        "The company also promised the island a lamp, new benches, a bell and a clock for its new lifeboats hall.",
        FILLER[1],
    )
    joined = shared(a, b)
    assert [f.origins for f in joined] == [2]
    assert not any("benches" in c.selector.exact for c in _claims(joined[0], a, b))


@pytest.mark.parametrize(("number", "joined"), [("120", True), ("400", False)])
def test_what_is_the_same_but_for_its_number_is_no_finding_where_no_report_is_wrong(number: str, joined: bool) -> None:
    """Signatures against the road and against the mill are two things, if words say next to nothing of it."""
    line = "The storm petition of the bridge road in Halden gathered {} signatures near the river mill by Sunday"
    first = count(reading("a", line.format("120"), day="2031-05-05"), "120", 120, 120, of="signatures")
    other = count(
        reading("b", line.format(number), day="2031-05-15"), number, int(number), int(number), of="signatures"
    )
    assert ("corroborated" in {f.status for f in find_findings(record(first, other)).findings}) is joined
