"""Reports that say one thing in quite different words: plans, denials, starts, descriptions, counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import confidence, find_findings
from twosource.model import Finding, Quote, Reading, Time, Timex

from .wire import at, count, event, quote, reading, record

FILLER = (
    "Rain was forecast along the valley.",
    "A choir from Halden sang at the fair.",
    "Barley prices have doubled since spring.",
    "The library lent 900 books.",
)
OTHER = (
    "Fog closed two schools.",
    "Cyclists want a lane beside the canal.",
    "An owl nested in the bell tower.",
    "Skiers left early.",
)


def dated(reading: Reading, words: str, first: str, last: str, value: str | None = None) -> Reading:
    """The reading with a date at `words`."""
    found = Time(
        id=f"time:{reading.article.id}:{words}", article=reading.article.id, selector=at(reading, words),
        timex=Timex(type="DATE", value=value or first), earliest=first, latest=last, basis="text",
    )  # fmt: skip
    return replace(reading, times=(*reading.times, found))


def lasting(reading: Reading, words: str, value: str) -> Reading:
    """The reading with a duration at `words`."""
    found = Time(
        id=f"time:{reading.article.id}:{words}", article=reading.article.id, selector=at(reading, words),
        timex=Timex(type="DURATION", value=value), earliest=None, latest=None, basis="text",
    )  # fmt: skip
    return replace(reading, times=(*reading.times, found))


def shared(*readings: Reading) -> list[Finding]:
    return [f for f in find_findings(record(*readings)).findings if f.origins > 1]


def test_a_plan_for_the_same_day_is_the_same_plan() -> None:
    a = dated(
        reading("a", "The envoys are due to meet again on May 27 to sign.", *FILLER), "May 27", *["2031-05-27"] * 2
    )
    b = dated(reading("b", "Another round of talks is set for 27 May.", *OTHER), "27 May", *["2031-05-27"] * 2)
    found = shared(a, b)
    assert [f.status for f in found] == ["corroborated"]
    assert "same_plan" in {e.function for e in found[0].evidence}


def test_plans_for_other_days_stay_apart() -> None:
    a = dated(reading("a", "The envoys are due to meet again on May 27.", *FILLER), "May 27", *["2031-05-27"] * 2)
    b = dated(reading("b", "Another round of talks is set for 9 June.", *OTHER), "9 June", *["2031-06-09"] * 2)
    assert shared(a, b) == []


def test_the_same_denial_in_other_words_is_one() -> None:
    one, two = "that its soldiers had fired on the ferry", "that troops had opened fire at all"
    a = quote(reading("a", f"Orsk denied {one}."), one, "orsk", denied=True)
    b = quote(reading("b", f"Orsk denied {two}."), two, "orsk", denied=True)
    assert [f.status for f in shared(a, b)] == ["corroborated"]
    other = quote(
        reading("c", "Orsk said its soldiers had fired on the ferry."), "its soldiers had fired on the ferry", "pell"
    )
    assert [f.status for f in shared(a, other)] == ["differs"]


def test_days_into_a_strike_date_its_start() -> None:
    a = lasting(
        reading("a", "Tarvik is nine days into a strike at its mills.", *FILLER, day="2031-05-20"), "nine days", "P9D"
    )
    early = reading("b", "The strike at Tarvik began on May 11.", *OTHER, day="2031-05-20")
    assert len(shared(a, dated(early, "May 11", "2031-05-11", "2031-05-11"))) == 1
    late = reading("c", "The strike at Tarvik began on May 18.", *OTHER, day="2031-05-20")
    assert shared(a, dated(late, "May 18", "2031-05-18", "2031-05-18")) == []


def test_two_numbers_in_one_clause_are_in_no_conflict() -> None:
    a = reading("a", "Rescuers counted 12 children and 11 women among the 23 in the Tarvik mill.", *FILLER)
    b = reading("b", "Rescuers counted 30 women in the Tarvik mill.", *OTHER)
    a = count(count(a, "12", 12, 12, of="children"), "11", 11, 11, of="women")
    assert all(f.status != "differs" for f in shared(a, count(b, "30", 30, 30, of="women")))


@pytest.mark.parametrize(
    "line",
    [
        "Six people died at the Skarholm mill, including the gunman.",
        "Six people died at the Skarholm mill and in recent fires.",
        "Six more people died at the Skarholm mill.",
    ],
)
def test_a_toll_that_counts_otherwise_is_in_no_conflict(line: str) -> None:
    a = count(reading("a", line, *FILLER), "Six", 6, 6, "killed")
    b = count(reading("b", "Five people died at the Skarholm mill.", *OTHER), "Five", 5, 5, "killed")
    assert all(f.status == "corroborated" for f in shared(a, b))


def test_a_clause_that_only_says_who_speaks_is_no_finding() -> None:
    line = "The mill burned down within an hour on Sunday night, a spokesman for the Tarvik brigade said."
    a = reading("a", line)
    found = Quote(
        id="q", article=a.article.id, kind="indirect",
        content=(at(a, "The mill burned down within an hour on Sunday night"),), cue=at(a, "said"), speaker="s",
        speaker_selector=at(a, "a spokesman for the Tarvik brigade"),
    )  # fmt: skip
    findings = find_findings(record(replace(a, quotes=(found,)))).findings
    assert [f.text.exact for f in findings] == [line]


def test_findings_of_one_event_name_who_shares_what() -> None:
    a = event(reading("a", "Brenn left the Tarvik council on Monday.", *FILLER), "left", "RETREAT")
    b = event(reading("b", "The Tarvik council said Brenn left after a vote.", *OTHER), "left", "RETREAT")
    assert all(e.selectors for f in shared(a, b) for e in f.evidence)


@pytest.mark.parametrize(("likeness", "sure"), [(0.2, 0.50), (0.5, 0.50), (0.77, 0.81), (1.0, 0.96)])
def test_confidence_is_the_share_of_such_findings_that_were_right(likeness: float, sure: float) -> None:
    assert confidence.shared(likeness, "corroborated", toll=False) == sure
    assert confidence.shared(likeness, "differs", toll=True) <= 0.72


def test_what_one_origin_reports_is_as_sure_as_it_is_that_it_is_said_there() -> None:
    line = "The mill burned down within an hour on Sunday night, Brenn said."
    own = find_findings(record(reading("a", line))).findings
    said = find_findings(record(quote(reading("b", line), "The mill burned down within an hour on Sunday night", "x")))
    assert [f.confidence for f in own] == [confidence.WRITTEN]
    assert confidence.SAID["indirect"] in {f.confidence for f in said.findings}


def test_a_count_that_copies_of_one_text_give_is_joined_to_what_others_tell_in_other_words() -> None:
    march = "About 400 people marched from the mill to the town hall"
    copies = [count(reading(key, march, *FILLER), "About 400", 400, 400, "participants", of="people") for key in "ab"]
    other = reading("c", "Some 400 workers walked to the town hall of Tarno", *OTHER)
    found = record(*copies, count(other, "Some 400", 400, 400, of="workers"))
    claims = tuple(c if c.article.endswith("c") else replace(c, origin="origin:a") for c in found.claims)
    (joined,) = (f for f in find_findings(replace(found, claims=claims)).findings if f.origins > 1)
    assert (joined.status, joined.origins) == ("corroborated", 2)
    assert {c.article for c in claims if c.id in joined.claims} == {"article:a", "article:b", "article:c"}
