"""Where no two reports lead with one finding, a brief begins with what they begin with."""

from __future__ import annotations

from dataclasses import replace

from tests.briefs.records import article, at, claim, finding, page, record
from twosource.briefs.write import write_brief
from twosource.model import Article, Page, Record

NEWS = "The council of Halden closed the harbour bridge on Monday after divers found cracks in two pillars."
ANSWER = "Shopkeepers of Tarvik shut their doors on Tuesday in protest at the closing of the harbour bridge."
SCENE = "It smelled of tar and wet rope. "


def headed(name: str, headline: str, text: str) -> tuple[Page, Article]:
    """A report with a headline."""
    made = page(name, f"{headline}\n{text}")
    return made, replace(article(made, name), headline=at(made, headline))


def brief(*reports: tuple[Page, Article]) -> list[str]:
    """The brief of these reports, every sentence of which stands in a finding of its own."""
    claims = [
        claim(p, words)
        for p, a in reports
        for words in (a.headline.exact if a.headline else "", *_sentences(p.text.partition("\n")[2]))
    ]
    made: Record = record(list(reports), claims, [finding(c, status="single_origin") for c in claims])
    return [s.text for s in write_brief(made).brief]


def _sentences(text: str) -> list[str]:
    return [f"{part}." for part in text.rstrip(".").split(". ")]


def test_two_reports_with_other_news_are_told_by_their_beginnings() -> None:
    found = brief(headed("Courier", "Cracked bridge shut", NEWS), headed("Post", "Shops shut over bridge", ANSWER))
    assert found[0] == (
        "Courier begins by reporting that the council of Halden closed the harbour bridge on Monday after divers found"
        " cracks in two pillars; Post that shopkeepers of Tarvik shut their doors on Tuesday in protest at the closing"
        " of the harbour bridge."
    )
    assert not any("shopkeepers" in line for line in found[1:])


def test_a_scene_before_the_news_is_passed_over() -> None:
    found = brief(
        headed("Courier", "Cracked bridge in Halden shut", SCENE + NEWS),
        headed("Post", "Shops shut over bridge", ANSWER),
    )
    assert "wet rope" not in found[0]
    assert "the council of Halden closed" in found[0]


def test_one_report_begins_as_it_did() -> None:
    assert brief(headed("Courier", "Cracked bridge shut", NEWS))[0].startswith("Courier reports that the council")


def test_a_thought_before_the_news_is_no_news_and_a_lead_can_stand_alone() -> None:
    musing = "Halden has always loved its poets more than its mayors."
    found = brief(headed("Courier", "Halden bridge shut", musing), headed("Post", "Shops shut over bridge", ANSWER))
    assert found[0].startswith("Post begins by reporting that shopkeepers of Tarvik shut their doors")
    assert "; Courier" not in found[0]
