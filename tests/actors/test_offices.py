import pytest

from tests.actors.made import actors, named, said_of


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Chilean Energy Minister Ana Rojas left.", "Ana Rojas", "Chilean Energy Minister"),
        ("North Korean leader Paul Okello left.", "Paul Okello", "North Korean leader"),
        ("The US Secretary of Commerce Paul Okello (L) left.", "Paul Okello", "US Secretary of Commerce"),
        ("Reporters met Ana Rojas, the Chilean energy minister, in Lima.", "Ana Rojas", "Chilean energy minister"),
        ("The country's energy minister, Ana Rojas, resigned.", "Ana Rojas", "energy minister"),
        ("Ana Rojas, who heads the port authority, resigned.", "Ana Rojas", "heads the port authority"),
        ("Police spokesman Paul Okello said so.", "Paul Okello", "Police spokesman"),
        ("Former Deputy Prime Minister Paul Okello died.", "Paul Okello", "Former Deputy Prime Minister"),
        ("Ana Rojas, 54, head of the Kenya Rowing Club, won.", "Ana Rojas", "head of the Kenya Rowing Club"),
    ],
)
def test_titles_before_and_after_a_name(text: str, name: str, title: str) -> None:
    assert [o.title for o in named(actors(text), name).offices] == [title]


def test_an_apposition_of_the_next_person_is_not_the_first_ones() -> None:
    found = actors("They met Ana Rojas, Kenyan President Paul Okello and others.")
    assert named(found, "Ana Rojas").offices == ()
    assert [o.title for o in named(found, "Paul Okello").offices] == ["Kenyan President"]


def test_a_description_by_office_is_the_holders() -> None:
    found = actors(
        "Chilean Defense Minister Ana Rojas met Kenyan President Paul Okello.\n\n"
        "The Chilean defence chief smiled. The president did not."
    )
    rojas = named(found, "Ana Rojas")
    assert said_of(rojas, "description") == ["The Chilean defence chief"]
    assert "Chilean defence chief" in [o.title for o in rojas.offices]
    assert rojas.country == "CHL"
    assert rojas.sectors == ("GOV", "MIL")
    assert said_of(named(found, "Paul Okello"), "description") == ["The president"]


def test_a_deputy_is_not_meant_by_the_office() -> None:
    found = actors("Deputy Mayor Ana Rojas and Mayor Paul Okello came. The mayor sang.")
    assert said_of(named(found, "Paul Okello"), "description") == ["The mayor"]


def test_an_office_without_a_name_is_an_unnamed_person() -> None:
    found = actors("Poland's health minister resigned. Police closed the road.")
    minister = next(a for a in found if a.kind == "person")
    assert not minister.named
    assert minister.country == "POL"


def test_whose_party_it_is_is_no_office() -> None:
    roe = named(actors("The vote was lost by the party of President Tomas Roe on Monday."), "Tomas Roe")
    assert [o.title for o in roe.offices] == ["President"]
