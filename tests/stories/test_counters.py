"""Who is said to count, and which tolls are of what runs on."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.stories.counters import counter, yields
from twosource.stories.lasting import runs_on

from .reports import at, day, reading


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The official death toll from the outbreak in Tarn rose to 36.", "official"),
        ("Tarn has officially lost 36 people.", "official"),
        ("Cholera has killed 36 people, the health ministry said.", "official"),
        ("Cholera has killed 36 people, according to the government.", "official"),
        ("Riots have killed 36 people, police said.", "authority"),
        ("Care Tarn, a charity that runs two wards, says 36 people have died.", "independent"),
        ("Some 36 people have died, according to a monitor.", "independent"),
        ("Doctors at the hospital have counted 36 dead.", "medical"),
        ("More than double the official figure, 36 people, have died, the union said.", "independent"),
        ("Cholera has killed 36 people, a toll that doctors say is too low.", ""),
        ("The fire killed 36 people, but the union says more are missing.", ""),
        ("The ministry closed the ward. A gale has killed 36 people.", ""),
        ("The fire killed 36 people in a ward of the hospital, neighbours said.", ""),
    ],
)
def test_who_counts_is_told_before_or_after_the_number(line: str, who: str) -> None:
    start = line.index("36")
    sentence = (line.rfind(". ", 0, start) + 1, len(line))
    assert counter(line, sentence, start, start + 2) == who


def test_a_hospital_yields_to_the_ministry_only() -> None:
    assert yields("medical", {"official"})
    assert not yields("medical", {"authority", ""})
    assert yields("independent", {"authority"})
    assert not yields("official", {"official", "independent"})


@pytest.mark.parametrize(
    ("line", "when", "runs"),
    [
        ("Cholera has killed 36 people in Tarn since May.", "2031-05-10", True),
        ("A landslip that began in May has left 36 families dead.", "2031-05-10", False),
        ("A fever that began in May has left 36 people dead.", "2031-05-10", True),
        ("Clans have lost 36 men since the feud broke out in May.", "2031-05-10", True),
        ("Gangs have shot 36 people since May.", "2031-05-10", False),
        ("Gangs have shot 36 people since the start of the year in May.", "2031-05-10", False),
        ("War has killed 36 people in Tarn since May.", "2029-05-10", False),
        (
            "Envoys met in a hotel outside Tarn on how to end a war that has killed 36 people since May.",
            "2031-05-10",
            False,
        ),
        ("The flood of May killed 36 people.", "2031-05-10", False),
    ],
)
def test_what_runs_on_is_named_with_its_beginning(line: str, when: str, *, runs: bool) -> None:
    one = reading("one", line)
    number, began = at(one, "36"), day(one, "May", when)
    assert runs_on(one.page.text, (0, len(line)), number, [began], date(2031, 6, 20)) == runs
