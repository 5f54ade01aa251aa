"""Which sentences say that a report was changed, and that what they repeat is not asserted."""

from __future__ import annotations

import pytest

from tests.versions.cases import NINE
from tests.versions.made import Seen, reading
from twosource.versions.notices import notice_kind, notices
from twosource.vocab.versions import notice_rules, page_clocks


@pytest.mark.parametrize("rule", notice_rules(), ids=lambda rule: rule.example)
def test_each_rule_finds_its_example(rule: object) -> None:
    assert rule.word in rule.example.lower()  # type: ignore[attr-defined]
    assert rule.pattern.search(rule.example)  # type: ignore[attr-defined]
    assert notice_kind(rule.example) == rule.kind  # type: ignore[attr-defined]


@pytest.mark.parametrize("pattern", page_clocks(), ids=lambda pair: pair[1])
def test_each_clock_finds_its_example(pattern: tuple[object, str]) -> None:
    assert pattern[0].fullmatch(pattern[1])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("CORRECTION (5 May): The driver's name is Karl Borg.", "correction"),
        ("(Corrects spelling of name in paragraph 4)", "correction"),
        ("REFILE-Fire kills nine in Halden", "correction"),
        ("A previous version of this article incorrectly said that the hall was sold.", "correction"),
        ("An earlier version of this report gave the wrong day.", "correction"),
        ("The headline of this story has been corrected.", "correction"),
        ("Clarification: The county owns the hall.", "clarification"),
        ("Editors' note: This article no longer meets our standards.", "clarification"),
        ("This article has since been withdrawn.", "retraction"),
        ("We have retracted this story and apologise to our readers.", "retraction"),
        ("This story has been updated.", "update"),
    ],
)
def test_what_a_desk_writes_under_a_report(sentence: str, kind: str) -> None:
    assert notice_kind(sentence) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry withdrew its report on the flood.",
        "The company retracted its offer on Monday.",
        "The department of corrections: what it does and why",
        "Corrections officers walked out on Friday.",
        "A market correction, said the bank: shares fell by a tenth.",
        "An earlier version of the bill had no such article.",
        "The paper was retracted by the journal.",
        "Troops have withdrawn from the town.",
        "“This story has been retracted,” the editor told us.",
        "The list has been updated by the council.",
        "He corrected the referee twice.",
        "The mayor regrets the error of her youth.",
    ],
)
def test_what_is_news_about_others(sentence: str) -> None:
    assert notice_kind(sentence) is None


def kinds(text: str) -> list[tuple[str, str]]:
    return [(n.kind, n.at.exact) for n in notices(reading(Seen(text)))]


def test_a_heading_leaves_what_was_wrong_to_the_next_line() -> None:
    found = kinds(NINE + "\nCorrection\nThe number of dead is nine, not 12 as we first had it.")
    assert [kind for kind, _ in found] == ["correction", "correction"]
    assert "12" in found[1][1]


def test_numbers_of_a_notice_are_not_asserted() -> None:
    found = reading(Seen(NINE + "\nCorrection: We first said that 12 people were killed. It is nine."))
    from twosource.versions import own_reading

    assert any("12" in c.selector.exact for c in found.claims)
    assert not any("12" in c.selector.exact for c in own_reading(found).claims)


@pytest.mark.parametrize(
    "hostile",
    ["correct " * 5000, "this " * 9000 + "retracted", "earlier version of this " * 4000, "(" * 20_000 + "corrects"],
)
def test_a_hostile_line_is_no_notice(hostile: str) -> None:
    assert notice_kind(hostile) is None
