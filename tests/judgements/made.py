"""Three invented reports of one landslip, with something in them for each kind of judgement."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Judgement, JudgementKind, Reading, Record, Ruling, Selector
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

GAZETTE = (
    "Landslip buries road at Hallvik\n\n"
    "HALLVIK, June 9, 2031 - A landslip buried the coast road near Hallvik on Sunday and killed four people, police "
    "said.\n\n"
    '"We heard a roar and then nothing," said Karin Moe, who runs the ferry kiosk.\n\n'
    "Mayor Per Moe said the road would stay closed for a month. Moe thanked the crews.\n\n"
    "The council closed all schools in the valley on Monday.\n"
)
HERALD = (
    "Four die as hillside comes down\n\n"
    "By Ida Berg\n\nJune 9, 2031 - Four people were killed when a landslip buried the coast road near Hallvik on "
    "Sunday, police said.\n\n"
    "P. Moe, the mayor, said that the road would be closed for weeks.\n\n"
    "A geologist from Lund, Sara Ek, said the slope had moved for years.\n"
)
WAVE = (
    "Coast road cut by landslip\n\n"
    "June 10, 2031 - Five people were killed in the landslip near Hallvik, the rescue service said on Tuesday.\n\n"
    "The council closed all schools in the valley on Monday, and shops opened late.\n"
)
REPORTS = {"gazette": GAZETTE, "herald": HERALD, "wave": WAVE}


def reading(name: str, analyzer: str = "rules") -> Reading:
    """One of the reports, read."""
    return read_capture(Capture(location=f"{name}.txt", raw=REPORTS[name].encode()), analyzer)


def readings(analyzer: str = "rules") -> list[Reading]:
    """All of them."""
    return [reading(name, analyzer) for name in REPORTS]


def judged(judgements: Sequence[Judgement], analyzer: str = "rules") -> Record:
    """The record of all reports with these judgements."""
    return combine(readings(analyzer), one_story=True, analyzer=analyzer, judgements=judgements)


def words(record: Record, exact: str, name: str | None = None, last: bool = False) -> Selector:
    """Where words stand in a report, or in the first that has them."""
    wanted = [p for p in record.pages if exact in p.text and (name is None or p.location == f"{name}.txt")]
    page = wanted[0]
    at = page.text.rfind(exact) if last else page.text.find(exact)
    return Selector.of(page, at, at + len(exact))


def said(
    kind: JudgementKind, *passages: Selector, n: int = 1, ruling: Ruling | None = None, **rest: tuple[str, ...]
) -> Judgement:
    """A judgement by Ann, the n-th of her day."""
    at = f"2031-06-12T08:00:{n:02}.000000Z"
    return Judgement.of(kind, at=at, who="Ann", why="I rang them", passages=passages, ruling=ruling, **rest)
