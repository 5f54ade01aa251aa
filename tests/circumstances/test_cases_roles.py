"""What became of those counted (`cases/roles.tsv`), by who does it, by what is told far before, by set phrases."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases
from twosource.vocab.role_verbs import befalling
from twosource.vocab.rows import rows
from twosource.vocab.word_sets import word_set

CASES = cases("roles.tsv")


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_those_counted_have_the_role_that_a_reader_gives_them(text: str, told: list[dict[str, str]]) -> None:
    found = [(q.role or "", q.min if q.min is not None else q.max) for q in analysed(text).quantities]
    for row in told:
        roles = {role for role, number in found if number == float(row["number"])}
        assert roles == {row["role"]} or (not row["role"] and not roles)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Soldiers took away six farmers.", "arrested"),
        ("Gunmen took away six farmers.", "abducted"),
        ("A bus took away six farmers.", None),
        ("Six farmers were taken away by soldiers.", "arrested"),
        ("Soldiers said that they were holding six farmers.", "arrested"),
        ("Soldiers denied that they were holding six farmers.", None),
        ("Soldiers will take away six farmers.", None),
        ("Soldiers held six farmers responsible.", None),
        ("The robber got away after handcuffing six farmers.", None),
        ("Six farmers were marched out of the mill in handcuffs.", "arrested"),
        ("Rebel forces dragged six farmers into a lorry.", "abducted"),
    ],
)
def test_it_depends_on_who_does_it(text: str, role: str | None) -> None:
    assert [q.role for q in analysed(text).quantities] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Seven cases of mumps were found.", "sick"),
        ("Seven cases of bribery were found.", None),
        ("Doctors confirmed seven new cases.", "sick"),
        ("The court closed seven cases.", None),
        ("Laboratories confirmed seven of those cases.", None),
        ("Seven possible cases of mumps were reported.", None),
        ("Seven cases of mumps are under investigation.", None),
        ("In seven cases the doctors found no virus.", None),
        ("The number of cases in the outbreak rose to 700.", "sick"),
    ],
)
def test_cases_are_sick_people_where_a_disease_is_spoken_of(text: str, role: str | None) -> None:
    assert [q.role for q in analysed(text).quantities] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The typhoon claimed its fourth victim.", "killed"),
        ("The reshuffle claimed its fourth victim.", None),
        ("It was the fourth death blamed on the mould.", "killed"),
        ("It was the fourth death in the family.", None),
    ],
)
def test_a_rank_is_a_toll_where_a_fatal_happening_gives_it(text: str, role: str | None) -> None:
    assert {q.role for q in analysed(text).quantities if q.role} == ({role} if role else set())


@pytest.mark.parametrize(
    "text",
    [
        "A guard with two sons, Ana Roe, is in intensive care.",
        "The mayor feared that 100 people may have contracted the virus.",
        "Five patients did not seek medical treatment.",
        "A nurse reported that the matron had not been seen.",
        "Some 190 flights were cancelled by an airline on strike.",
        "Covid-19 cases fell.",
    ],
)
def test_what_is_said_of_others_or_may_be_gives_no_role(text: str) -> None:
    assert [q.role for q in analysed(text).quantities if q.role] == []


def test_each_way_to_befall_names_sets_and_parts_that_there_are() -> None:
    told = list(rows("role_verbs.tsv"))
    assert all(word_set(row[c]) for row in told for c in ("by", "amid", "who") if row[c])
    alone = {"handcuff", "rescue", "evacuate"}
    assert all(row["with"] or row["by"] or row["amid"] or row["words"] in alone for row in told)
    assert {way.part for ways in befalling().values() for way in ways} == {"object", "grant"}
    assert word_set("who arrests").isdisjoint(word_set("who abducts"))
