"""Who is counted as freed (`cases/freed.tsv`), and what the main verb says of those whom another clause describes."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases, reading
from twosource.circumstances import find_quantities
from twosource.vocab.counts import freeing
from twosource.vocab.rows import rows
from twosource.vocab.word_sets import word_set

CASES = cases("freed.tsv")


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_those_freed_are_told_from_others_who_are_let_go_or_come_home(text: str, told: list[dict[str, str]]) -> None:
    expected = [words for row in told for words in row["words"].split("|")]
    assert [q.selector.exact for q in analysed(text).quantities if q.role == "freed"] == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two firefighters injured on Friday have died.", "killed"),
        ("Four aid workers abducted in March were found dead.", "killed"),
        ("Twenty people wounded in the bombing were arrested in hospital.", "arrested"),
        ("Ten villagers hurt in the raid were abducted.", "abducted"),
        ("Fifteen people displaced by the flood were killed when their bus overturned.", "killed"),
        ("Nine people arrested on Sunday were charged with riot.", "arrested"),
        ("Twelve people detained last month remain in custody.", "arrested"),
        ("Nine teenagers injured in the stampede remain in hospital.", "injured"),
        ("Forty doctors were arrested and later freed.", "arrested"),
        ("Two women and three men kidnapped in May were freed.", "freed"),
    ],
)
def test_the_main_verb_says_what_became_of_those_described(text: str, role: str) -> None:
    assert {q.role for q in analysed(text).quantities} == {role}


def test_without_heads_the_words_alone_tell() -> None:
    (told,) = find_quantities(reading("Nine nurses were freed.")).quantities
    assert told.role == "freed"


def test_each_way_of_freeing_is_of_parts_and_persons_that_the_rules_know() -> None:
    told = [way for ways in freeing().values() for way in ways]
    assert {way.part for way in told} == {"object", "subject", "noun", "grant"}
    assert {way.who for way in told} == {"persons", "seized", "held", "captives"}
    assert len(told) == len(list(rows("freed_words.tsv")))
    assert word_set("captives").isdisjoint(word_set("released players and patients"))
