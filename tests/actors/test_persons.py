import pytest

from tests.actors.made import actors, named, said_of
from twosource.actors.full_names import same_person


def test_a_surname_is_the_person_named_in_full() -> None:
    found = actors("Mayor Ana Rojas opened the dam.\n\nRojas thanked the crew. Ms. Rojas then left.")
    rojas = named(found, "Rojas")
    assert rojas.name == "Ana Rojas"
    assert rojas.kind == "person"
    assert said_of(rojas, "name") == ["Ana Rojas", "Rojas", "Rojas"]
    assert any(e.function == "part of the full name" for e in rojas.evidence)


def test_two_of_one_surname_stay_apart_and_a_title_tells_them() -> None:
    found = actors("Peter Bell met his wife, Judith Bell. Mr. Bell paid. Mrs. Bell laughed.")
    assert len(said_of(named(found, "Peter Bell"), "name")) == 2
    assert len(said_of(named(found, "Judith Bell"), "name")) == 2


def test_a_short_first_name_is_the_same_person() -> None:
    found = actors("William Okello spoke first. Bill Okello also sang.")
    okello = named(found, "Bill Okello")
    assert "William Okello" in okello.names
    assert any(e.function == "first names agree" for e in okello.evidence)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("William Okello", "Bill Okello", True),
        ("J. Okello", "John Okello", True),
        ("John Paul Okello", "John Okello", True),
        ("Peter Okello", "Paul Okello", False),
        ("Ana Rojas", "Ana Vega", False),
        ("Martin Bell Jr.", "Martin Bell", False),
        ("Martin Bell, Jr.", "Martin Bell Jr", True),
        ("Nuri al-Ja'afri", "Nuri al-Jaafri", True),
        ("Karim al-Haddad", "Kareem Haddad", True),
        ("Jan Holt", "Ian Holt", False),
        ("Karin Holt", "Karen Holt", False),
        ("Amos T. Vell", "Amos Vell", True),
        ("Amos T. Vell", "Amos T. Vell Jr.", False),
        ("Amos T. Vell", "Amos Thomas Vell", True),
        ("Amos T. Vell", "Amos R. Vell", False),
        ("Amos T. Vell", "Amos R. T. Vell", False),
        ("Amos T. Vell", "Amos R.T. Vell", False),
        ("Amos R. T. Vell", "Amos R.T. Vell", True),
        ("Amos R. T. Vell", "Amos Robert Thomas Vell", True),
        ("Amos T. Vell", "Amos Robert Thomas Vell", False),
        ("Amos Thomas Vell", "Amos R. T. Vell", False),
        ("Juan Luis Vega", "Juan Carlos Luis Vega", True),
    ],
)
def test_first_names_that_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_surnames_with_particles() -> None:
    found = actors("Ministers met Hans van der Berg and Omar al-Khatib. Van der Berg left early. Khatib stayed.")
    assert "Omar al-Khatib" in named(found, "Khatib").names


def test_mr_and_mrs_of_one_surname_stay_two() -> None:
    found = actors("Mary Rojas and Paul Rojas left. Mrs. Rojas sang. Mr. Rojas drove.")
    assert said_of(named(found, "Mary Rojas"), "name") == ["Mary Rojas", "Rojas"]
    assert said_of(named(found, "Paul Rojas"), "name") == ["Paul Rojas", "Rojas"]


def test_mr_is_nobody_whose_name_is_a_womans() -> None:
    found = actors("Mary Rojas left. Mr. Rojas drove.")
    assert sorted(a.name for a in found if a.kind == "person") == ["Mary Rojas", "Rojas"]


def test_two_who_differ_by_a_middle_initial_stay_apart_and_neither_is_the_one_without() -> None:
    found = actors("Amos T. Vell met Amos R. T. Vell in May. Amos Vell sang.")
    assert named(found, "Amos T. Vell").names == ("Amos T. Vell",)
    assert named(found, "Amos R. T. Vell").names == ("Amos R. T. Vell",)
    assert named(found, "Amos Vell").names == ("Amos Vell",)
