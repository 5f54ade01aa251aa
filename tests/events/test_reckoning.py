from dataclasses import replace

import pytest

from tests.events.made import events, reading, with_time
from twosource.model import Event, Reading, Timex


def made(text: str, length: str, value: str, day: str = "") -> Reading:
    """A reading with a length of time and, if given, the date "3 May"."""
    found = with_time(reading(text), length, "")
    times = (replace(found.times[0], timex=Timex(type="DURATION", value=value), earliest=None, latest=None),)
    found = replace(found, times=times)
    return with_time(found, "3 May", day) if day else found


def days(found: tuple[Event, ...]) -> dict[str, str | None]:
    return {e.anchor.exact: e.time.earliest if e.time else None for e in found}


@pytest.mark.parametrize(
    ("text", "length", "value", "expected"),
    [
        (
            "The minister resigned two days after rebels attacked the port on 3 May.", "two days", "P2D",
            {"resigned": "2021-05-05", "attacked": "2021-05-03"},
        ),
        (
            "The minister resigned on 3 May, two weeks after rebels attacked the port.", "two weeks", "P2W",
            {"resigned": "2021-05-03", "attacked": "2021-04-19"},
        ),
        (
            "Two days before the raid on 3 May, police arrested the owner.", "Two days", "P2D",
            {"raid": "2021-05-03", "arrested": "2021-05-01"},
        ),
        (
            "Rebels launched an attack on 3 May. The minister resigned two days after the attack.", "two days", "P2D",
            {"launched an attack": "2021-05-03", "resigned": "2021-05-05"},
        ),
    ],
)  # fmt: skip
def test_one_event_is_dated_by_the_other(text: str, length: str, value: str, expected: dict[str, str]) -> None:
    assert days(events(made(text, length, value, "2021-05-03"))) == expected


def test_without_any_date_nothing_is_reckoned() -> None:
    found = events(made("The minister resigned two days after rebels attacked the port.", "two days", "P2D"))
    assert set(days(found).values()) == {None}
