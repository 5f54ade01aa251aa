"""Offices as of the date: what the table of office holders joins, and what it never does."""

from __future__ import annotations

import pytest

from tests.actors.made import named, reading, record, said_of
from twosource.actors import join_actors
from twosource.model import Actor

LISTED = "table of office holders"


def actors_of(text: str, date: str) -> tuple[Actor, ...]:
    return reading(text, date=date).actors


@pytest.mark.parametrize(
    ("text", "date", "name", "description"),
    [
        (
            "Protesters met Rajnath Singh in Pune. The Indian defence minister smiled.",
            "2021-03-02",
            "Rajnath Singh",
            "The Indian defence minister",
        ),
        (
            "Shinzo Abe flew to Lima. Japan's prime minister will sign there.",
            "2016-11-20",
            "Shinzo Abe",
            "prime minister",
        ),
        (
            "They waited for Jens Stoltenberg. The NATO chief was late.",
            "2019-04-03",
            "Jens Stoltenberg",
            "The NATO chief",
        ),
        (
            "Staff greeted Mark Lowcock. The UN humanitarian chief thanked them.",
            "2018-05",
            "Mark Lowcock",
            "The UN humanitarian chief",
        ),
        (
            "Reporters saw Hans Grundberg in Aden. The UN envoy for Yemen waved.",
            "2022-05-10",
            "Hans Grundberg",
            "The UN envoy",
        ),
        (
            "Students wrote to Naledi Pandor. The president of Kenya did not, the South African foreign minister said.",
            "2020-02-01",
            "Naledi Pandor",
            "the South African foreign minister",
        ),
    ],
)
def test_a_description_is_the_holder_of_the_date_whom_the_report_names(
    text: str, date: str, name: str, description: str
) -> None:
    actor = named(actors_of(text, date), name)
    assert description in said_of(actor, "description")
    reason = next(e for e in actor.evidence if e.function == LISTED)
    assert f"{name} is listed as" in reason.detail
    assert date in reason.detail


@pytest.mark.parametrize("date", ["2013-03-02", "", "2024-11-30"])
def test_who_held_the_office_at_another_time_or_no_known_one_is_not_meant(date: str) -> None:
    found = actors_of("Shinzo Abe flew to Lima. Japan's prime minister will sign there.", date or "")
    meant = said_of(named(found, "Shinzo Abe"), "description")
    assert meant == (["prime minister"] if date == "2013-03-02" else [])


def test_a_holder_whom_the_report_does_not_name_is_not_brought_in() -> None:
    found = actors_of("Julie Bishop sang. The Canadian defence minister laughed.", "2018-02-03")
    minister = next(a for a in found if not a.named and a.kind == "person")
    assert minister.name == "The Canadian defence minister"
    assert minister.names == ()
    assert not any("Sajjan" in a.name for a in found)


def test_of_two_possible_holders_in_a_month_of_change_none_is_chosen() -> None:
    text = "Arun Jaitley met Manohar Parrikar. The Indian defence minister smiled."
    found = actors_of(text, "2017-03")
    assert said_of(named(found, "Arun Jaitley"), "description") == []
    assert said_of(named(found, "Manohar Parrikar"), "description") == []
    assert said_of(named(actors_of(text, "2017-05-01"), "Arun Jaitley"), "description")


def test_the_office_that_the_text_gives_counts_before_the_table() -> None:
    found = actors_of(
        "Canadian Defence Minister Ana Rojas met Harjit Sajjan. The Canadian defence minister smiled.", "2018-02-03"
    )
    assert said_of(named(found, "Ana Rojas"), "description") == ["The Canadian defence minister"]


def test_a_former_holder_gives_way_to_the_one_of_the_date() -> None:
    found = actors_of(
        "Former Canadian Foreign Minister John Baird wrote to Chrystia Freeland. The Canadian foreign minister agreed.",
        "2018-02-03",
    )
    assert said_of(named(found, "Chrystia Freeland"), "description") == ["The Canadian foreign minister"]


def test_the_head_of_a_part_is_not_the_head_of_the_whole() -> None:
    found = actors_of("Margaret Chan flew home. The head of the WHO's malaria programme stayed.", "2014-02-03")
    assert said_of(named(found, "Margaret Chan"), "description") == []


def test_two_spellings_in_one_report() -> None:
    found = actors_of("Ahmet Davutoğlu spoke first. Later Ahmet Davutoglu sang.", "2015-02-03")
    minister = named(found, "Ahmet Davutoğlu")
    assert "Ahmet Davutoglu" in minister.names
    assert any("spellings of one name" in e.detail for e in minister.evidence)


def test_two_spellings_in_two_reports_of_a_story() -> None:
    joined = join_actors(record("Minister Mohamed Morsi left Oslo.", "Mohammed Mursi said no in Oslo."))
    minister = named(joined.actors, "Mohamed Morsi")
    assert "Mohammed Mursi" in minister.names
    assert any(e.function == LISTED for e in minister.evidence)


@pytest.mark.parametrize(
    ("one", "other", "office", "date"),
    [
        ("Kim Jong-il", "Kim Jong-un", "North Korean leader Kim", "2009-02-03"),
        ("Shehbaz Sharif", "Nawaz Sharif", "Pakistani Prime Minister Sharif", "2022-09-03"),
    ],
)
def test_a_family_stays_apart_and_the_date_tells_who_is_meant(one: str, other: str, office: str, date: str) -> None:
    texts = (f"{one} came by rail with {other}. People cheered {one}.", f"{office} waved to Rome.")
    joined = join_actors(record(*texts, dates=("2023-02-03", date)))
    surname = office.rpartition(" ")[2]
    assert {surname, one} <= set(named(joined.actors, one).names)
    assert named(joined.actors, other).names == (other,)


def test_of_a_father_and_a_son_in_a_month_of_change_none_is_chosen() -> None:
    texts = ("Kim Jong-il came by rail with Kim Jong-un.", "North Korean leader Kim waved to Rome.")
    joined = join_actors(record(*texts, dates=("2011-12-20", "2011-12")))
    assert named(joined.actors, "Kim").names == ("Kim",)


def test_an_office_with_a_surname_is_the_holder_of_the_date() -> None:
    texts = ("Indian Defence Minister Singh left.", "Rajnath Singh left. Digvijaya Singh stayed.")
    joined = join_actors(record(*texts, dates=("2021-03-02", "2021-03-02")))
    minister = named(joined.actors, "Rajnath Singh")
    assert "Singh" in minister.names
    reason = next(e for e in minister.evidence if e.function == LISTED)
    assert "defence minister (India) from 2019-05" in reason.detail
    assert [s.exact for s in reason.selectors] == ["Indian Defence Minister"]
    assert "Singh" not in named(joined.actors, "Digvijaya Singh").names


def test_an_office_with_a_surname_is_nobody_else_of_that_name() -> None:
    texts = ("Indian Defence Minister Singh left.", "Digvijaya Singh stayed.")
    joined = join_actors(record(*texts, dates=("2021-03-02", "2021-03-02")))
    assert named(joined.actors, "Digvijaya Singh").names == ("Digvijaya Singh",)


def test_an_office_with_a_surname_at_another_time_is_not_the_holder() -> None:
    texts = ("Indian Defence Minister Singh left.", "Rajnath Singh left. Digvijaya Singh stayed.")
    joined = join_actors(record(*texts, dates=("2012-03-02", "2012-03-02")))
    assert "Singh" not in named(joined.actors, "Rajnath Singh").names


def test_an_office_in_another_report_is_not_that_of_a_predecessor() -> None:
    texts = ("The Australian foreign minister resigned.", "Australian Foreign Minister Julie Bishop sang.")
    early = join_actors(record(*texts, dates=("2015-03-02", "2015-03-02")))
    assert any(m.form == "description" for m in named(early.actors, "Julie Bishop").mentions)
    late = join_actors(record(*texts, dates=("2020-03-02", "2015-03-02")))
    assert all(m.form == "name" for m in named(late.actors, "Julie Bishop").mentions)
