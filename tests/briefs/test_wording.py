from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.briefs.clauses import clause, names_nothing
from twosource.briefs.marks import quotation
from twosource.briefs.wording import listing, named, sentence, shortened


@dataclass(frozen=True)
class Written:
    """How invented reports write their words."""

    small: frozenset[str] = frozenset({"mill", "police"})
    capitals: frozenset[str] = frozenset({"Brenn", "Defence"})


@pytest.mark.parametrize(
    ("text", "restated"),
    [
        ("The mill burned down on Monday.", "the mill burned down on Monday"),
        ("Why it matters: The mill burned down.", "the mill burned down"),
        ("Opposition: mayor must go, says Brenn.", None),
        ("But that didn’t stop the mill.", None),
        ("The old mill, which has burned down twice.", None),
        (
            "The old mill, which has burned down twice, is to close.",
            "the old mill, which has burned down twice, is to close",
        ),
        ("A SECOND MILL burned down on Monday.", "a SECOND mill burned down on Monday"),
        ("FOR the owner it was a hard day.", "for the owner it was a hard day"),
        ("Here is what the mill was.", None),
        ("Not a mill based on the river.", None),
        ("Dr Ada Brenn left the town.", "Dr Ada Brenn left the town"),
        ("Brenn left the town, along with P.J.", None),
        ("Brenn left for the U.S.", "Brenn left for the U.S."),
        ("The mill after the fire (Credit: Roe).", None),
        ("(Published on Monday)", None),
        ("Halden lost its only mill.", "Halden lost its only mill"),
        ("and the mill burned down again", "the mill burned down again"),
        ("HALDEN (Courier) — The mill burned down.", "the mill burned down"),
        ("Police closed the main road.", "police closed the main road"),
        ("Will Brenn left the town.", "Will Brenn left the town"),
        ("Eleven barges lay off Halden.", "eleven barges lay off Halden"),
        ("Defence Secretary Brenn left.", "Defence Secretary Brenn left"),
        ("HALDEN (Courier) - Quarrymen left the town.", "quarrymen left the town"),
        ("Those left the town at dawn.", None),
        ("President Brenn left the town.", "President Brenn left the town"),
        ("The mill burned down, and said", "the mill burned down"),
        ("which burned down on Monday", None),
        ("their old capital", None),
        ("Speaking in Halden, Brenn promised help.", None),
        ("We are safe,” she said at dawn", None),
        ("HALDEN ―Police closed the main road.", "police closed the main road"),
        ("Brenn posted a video claiming", None),
        ("The clerk worked with Mr.", None),
        ("Roe asked when the mill burned?", None),
        ("One, Ann Roe of Halden, was charged.", None),
        ("Two of them left the town.", None),
        ("Two barges left the town.", "two barges left the town"),
        ("They told us the mill burned.", None),
        ("US soldiers left the town.", "US soldiers left the town"),
        ("The mayor told this newspaper of it.", None),
        ("Mill scene still smoking but contained", None),
        ("RAW VIDEO: The mill burns at night", None),
        ("2:40 Video: The mill burns at night", None),
        ("Halden Mill Burns Down After Long Siege", None),
        ("The mill burned.Two men left the town", None),
        ("Police (@haldenpolice) September 26, 2031", None),
        ("Brenn called it “a poor plan,”", "Brenn called it “a poor plan”"),
        ("Detective Brenn left the town.", "Detective Brenn left the town"),
    ],
)
def test_a_clause_stands_after_that_or_is_none(text: str, restated: str | None) -> None:
    assert clause(text, Written(), proper=text.startswith(("Halden", "Will"))) == restated


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("their old capital", "“their old capital”"),
        ('We left," she said. "We ran', "“We left,” she said. “We ran”"),
        ("She called it “a miracle", "“She called it ‘a miracle’”"),
        ("Roe said “no” to it", "“Roe said ‘no’ to it”"),
        ("“No,” Roe said", "“No,” Roe said"),
        (
            "The wall took " + "stone " * 44 + "and it held. Mr. Roe built it in a year.",
            "“The wall took " + "stone " * 44 + "and it held.”",
        ),
    ],
)
def test_quotation_marks_come_in_pairs(text: str, quoted: str) -> None:
    assert quotation(text) == quoted


def test_a_statement_ends_with_one_full_stop() -> None:
    assert sentence("A reports", "that it rained.") == "A reports that it rained."
    assert sentence("A reports this:", "“It rained”") == "A reports this: “It rained.”"
    assert (
        sentence("A said: “It rained.” (two origins);", "“No.”; B left")
        == "A said: “It rained” (two origins); “No”; B left."
    )
    assert sentence("A reports this:", "“It rained!”") == "A reports this: “It rained!”"


def test_names_are_listed_with_commas_and_a_last_and() -> None:
    assert [listing(["A"]), listing(["A", "B"]), listing(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_long_lists_are_cut_and_one_outlet_is_counted() -> None:
    assert listing(shortened("EDCBA")) == "A, B, C and two more"
    assert named(["A", "B", "A"]) == "B and two of A"


@given(st.text(alphabet=st.characters()))
def test_any_text_can_be_quoted(text: str) -> None:
    found = quotation(text)
    assert found.count("“") == found.count("”")
    clause(text, Written())


class _Olympic:
    """Reports that write "Olympics", and "transport" with a small letter."""

    small = frozenset({"transport"})
    capitals = frozenset({"Olympics"})


def test_a_capital_stays_where_the_reports_write_its_noun_so_and_before_a_title() -> None:
    assert (
        clause("Olympic champion Ann Roe was banned on Friday", _Olympic())
        == "Olympic champion Ann Roe was banned on Friday"
    )
    told = "Transport Minister Jo Hask ordered an inquiry"
    assert clause(told, _Olympic()) == told


def test_what_points_back_at_its_end_is_not_restated() -> None:
    assert clause("Ann Roe of the ferry line denied this", _Olympic()) is None


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("he was running out", True),
        ("they had no choice", True),
        ("she would resign", False),
        ("he was in Halden", False),
        ("they had two days left", False),
        ("people were out", False),
    ],
)
def test_a_clause_after_a_pronoun_names_what_it_is_about(words: str, nothing: bool) -> None:
    assert names_nothing(words, words.split()) is nothing
