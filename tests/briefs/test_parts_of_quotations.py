"""Of a quotation a brief gives both reports no more than both have."""

from __future__ import annotations

from twosource.model import Given, Record
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

LONGER = (
    "Bridge at Hallvik stays shut\n\nThe bridge at Hallvik was shut on Monday, the town's engineers said.\n\n"
    '"Nobody wants to hear this before Easter," Mayor Karin Moe said. '
    '"The bridge stays shut until divers have looked at every pillar of it."\n'
)
SHORTER = (
    "Divers to look at pillars\n\nHallvik's bridge will be looked at by divers this week, its owner said on Monday.\n\n"
    '"The bridge stays shut until divers have looked at every pillar of it," Mayor Karin Moe said.\n'
)


def record(*texts: str) -> Record:
    """Reports of one story and one day."""
    captures = (
        Capture(location=f"{n}.txt", raw=text.encode(), given=Given(date="2031-05-05", outlet=f"Post {n}"))
        for n, text in enumerate(texts)
    )
    return combine([read_capture(c, "rules") for c in captures], one_story=True)


def test_both_say_what_both_have() -> None:
    (told,) = [s.text for s in record(LONGER, SHORTER).brief if "until divers" in s.text]
    assert "one speaker" in told
    assert "every pillar" in told
    assert "Easter" not in told


def test_what_both_have_whole_is_told_whole() -> None:
    other = LONGER.replace("Bridge at Hallvik stays shut", "No trains to Hallvik").replace(
        "The bridge at Hallvik was shut on Monday, the town's engineers said.", "Trains will not go on from Oslo."
    )
    told = " ".join(s.text for s in record(LONGER, other).brief)
    assert "Easter" in told
    assert "every pillar" in told
