"""The table of reasons, and the deed: who did what on which day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.evidence import WEIGHTS
from twosource.findings.gather import gather
from twosource.findings.judging import SAME
from twosource.findings.pairs import Pair, Standard
from twosource.findings.structure_evidence import same_deed
from twosource.model import EventTime, Party, Reading

from .wire import at, event, reading, record


def test_every_reason_explains_itself() -> None:
    for function, _ in WEIGHTS:
        assert function.__doc__ and function.__doc__.endswith("."), function.__name__
        assert len(function.__doc__.split()) >= 6, function.__name__


def test_no_single_reason_but_the_words_is_enough() -> None:
    assert all(weight < SAME for function, weight in WEIGHTS if function.__name__ != "same_words")


def did(name: str, line: str, anchor: str, who: str, day: str) -> Reading:
    """A report in which that actor did it on that day."""
    found = event(reading(name, line), anchor, "RESIGN")
    when = EventTime(earliest=day, latest=day, precision="day")
    by = Party(actor=who, selector=at(found, line.split(maxsplit=1)[0]))
    return replace(found, events=(replace(found.events[0], actors=(by,), time=when),))


@pytest.mark.parametrize(
    ("who", "day", "value"),
    [("actor:roe", "2031-05-02", 1.0), ("actor:lind", "2031-05-02", 0.0), ("actor:roe", "2031-05-03", 0.0)],
)
def test_a_deed_is_who_did_what_on_which_day(who: str, day: str, value: float) -> None:
    first = did("a", "Roe resigned after nine years", "resigned", "actor:roe", "2031-05-02")
    other = did("b", "Her resignation left the board of Vik without a head", "resignation", who, day)
    found = gather(record(first, other))
    assert same_deed(Pair(found[0], found[-1], Standard.of(found))) == value
