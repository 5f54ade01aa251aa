"""Paragraphs of an agency in a local paper, most of their words in quotation marks: whose each one is."""

from __future__ import annotations

import pytest

from twosource.origins import find_origins

from .press import OWN, record, report

SUNG = "Families waited behind a cordon and sang “Abide With Me” each time a helicopter passed over the breakwater."
SHOWERED = (
    "“It burns in three holds and we cannot put a man on deck,” harbor captain Iris Bolt told reporters on the quay as"
    " ash fell on her shoulders. “The wind decides now.”"
)
TOLD = "“We fixed the pumps and we have the papers to show it,” Anton Gries, who owns her, told {}. “Let them look.”"
WIRE = (
    "Fire crews battled on Monday to keep a burning chemical tanker from breaking up off the port of Marlow.",
    "Four sailors were missing and nine had been flown to hospitals with burns, the coast guard said.",
    SHOWERED,
    SUNG,
    TOLD.format("The Associated Press"),
)


def agencys(*paragraphs: str, credit: str | None = None) -> list[str]:
    """Which of these paragraphs, among those of a local paper, are found to be of the agency's origin."""
    wire = report(*WIRE, name="wire", day="2031-05-05", wire=("MARLOW (AP)", "dateline"))
    local = (*OWN[:2], *paragraphs, *OWN[2:])
    paper = report(*local, name="paper", day="2031-05-06", wire=(credit, "credit") if credit else None)
    found = find_origins(record(wire, paper))
    agency = next(o.id for o in found.origins if o.wires == ("AP",) and "article:wire" in o.articles)
    return [c.selector.exact for c in found.claims if c.article == "article:paper" and c.origin == agency]


@pytest.mark.parametrize("paragraph", [SHOWERED, f"{SUNG} {SHOWERED}", TOLD.format("The Associated Press")])
@pytest.mark.parametrize("credit", [None, "AP contributed to this report."])
def test_a_paragraph_copied_with_its_quotation_is_the_agencys(paragraph: str, credit: str | None) -> None:
    assert agencys(paragraph, credit=credit) == [paragraph]


def test_an_own_paragraph_between_two_of_the_agencys_stays_the_papers() -> None:
    own = (
        "Six of the nine have since been sent home, the clinic told this newspaper, and the others are to follow soon."
    )
    assert agencys(SHOWERED, own, SUNG, credit="AP contributed to this report.") == [SHOWERED, SUNG]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“It burns in three holds and we cannot put a man on deck,” harbor captain Iris Bolt told reporters.",
        "“It burns in three holds and we cannot put a man on deck,” Iris Bolt said at the same briefing.",
        "“We fixed the pumps and we have the papers to show it,” Anton Gries told a news conference.",
    ],
)
def test_what_two_reporters_heard_is_no_passage(paragraph: str) -> None:
    assert agencys(paragraph) == []
