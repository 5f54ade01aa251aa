import pytest

from tests.actors.made import actors, named, said_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Northern Relief Council (NRC) left. NRC drivers stayed.", {"Northern Relief Council", "NRC"}),
        ("The Popular Harbour Front, also known as Ancla, won.", {"Popular Harbour Front", "Ancla"}),
        ("The Popular Harbour Front, or PHF, won.", {"Popular Harbour Front", "PHF"}),
        ("Acme Motors Inc. closed. Acme owes money.", {"Acme Motors Inc.", "Acme"}),
    ],
)
def test_names_that_the_text_or_their_form_binds(text: str, names: set[str]) -> None:
    body = next(a for a in actors(text) if names & set(a.names))
    assert names <= set(body.names)
    assert body.evidence


def test_the_text_is_named_as_the_reason_before_the_table() -> None:
    found = actors("The Kachin Independence Army (KIA) attacked. The KIA fled.")
    body = named(found, "KIA")
    assert body.evidence[0].function == "the text binds two names"
    assert "(KIA" in body.evidence[0].selectors[0].exact
    assert body.country == "MMR"
    assert body.kind == "group"


def test_a_remark_after_a_quotation_binds_a_name() -> None:
    found = actors(
        "The Taliban attacked. The Taliban fled.\n\n"
        '"Quetta Circle will fall," the mayor said, using another name for the Taliban.'
    )
    if any("Quetta Circle" in a.names and a.kind != "person" for a in found):
        assert "Taliban" in named(found, "Quetta Circle").names


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peruvian security forces crossed.", "Peruvian security forces", "PER"),
        ("The French-led coalition agreed.", "French-led coalition", "FRA"),
        ("Kurdish fighters left the hill.", "Kurdish fighters", None),
    ],
)
def test_a_nationality_and_a_noun_name_a_group(text: str, name: str, country: str | None) -> None:
    group = named(actors(text), name)
    assert group.kind == "group"
    assert group.country == country


def test_descriptions_of_a_group_are_the_one_group_there_is() -> None:
    found = actors("Boko Haram burned a school. The militants fled.\n\nThe group denied it. Hundreds left.")
    assert said_of(named(found, "Boko Haram"), "description") == ["The militants", "The group"]


def test_two_groups_leave_a_description_open() -> None:
    found = actors("Boko Haram fought the Taliban. The militants fled.")
    assert said_of(named(found, "Boko Haram"), "description") == []
    assert said_of(named(found, "Taliban"), "description") == []


def test_a_country_that_acts_is_its_government_and_a_place_is_not() -> None:
    found = actors("Peru is keen to sign. Lima said it would pay. Rain fell in Bolivia.")
    peru = named(found, "Peru")
    assert peru.kind == "government"
    assert peru.country == "PER"
    assert "Lima" in peru.names
    assert not any("Bolivia" in a.names for a in found)


def test_an_agency_in_a_dateline_is_no_description() -> None:
    found = actors("HALDEN, May 5 (Brenn SA) - The mill burned. The company paid nothing.")
    assert all("The company" not in said_of(a, "description") for a in found if a.named)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday rebels attacked the bridge.", "rebels"),
        ("On Monday young rebels attacked the bridge.", "young rebels"),
        ("Early Friday rescuers found two men.", "rescuers"),
        ("In May protesters marched through the town.", "protesters"),
    ],
)
def test_a_day_before_a_group_is_no_part_of_it(text: str, name: str) -> None:
    assert name in {a.name for a in actors(text)}
    assert not any(a.name.startswith(("Monday", "Early", "May")) for a in actors(text))
