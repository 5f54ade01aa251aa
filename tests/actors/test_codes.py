from dataclasses import replace

import pytest

from tests.actors.made import actors, named, reading
from twosource.actors import code_actors
from twosource.actors.codes import NOTHING, codes_of
from twosource.vocab.countries import countries
from twosource.vocab.sectors import national_bodies, peoples, sector_words

PLOVER = frozenset(
    ("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "IGO", "NGO", "MED", "EDU", "BUS", "CVL", "AGR", "CRM")
) | {"ELI", "JRN", "LAB", "LEG", "PRE", "PRM", "REF", "REL", "SOC", "UAF"}


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("a Peruvian solicitor", "PER", ("JUD",)),
        ("Buddhist leaders in Thailand", "THA", ("REL",)),
        ("the mayor of Mombasa", "KEN", ("GOV",)),
        ("Uyghur exiles", "CHN", ()),
        ("a spokesman for the Ghanaian navy", "GHA", ("MIL",)),
        ("the Chilean Ministry of Defence", "CHL", ("GOV", "MIL")),
        ("a retired Dutch general", "NLD", ("ELI",)),
        ("the ex-governor", None, ("ELI",)),
        ("state-run newspapers", None, ("GOV", "JRN")),
        ("imprisoned dissidents", None, ("OPP",)),
        ("burglars", None, ("CRM",)),
        ("militiamen", None, ("PRM",)),
        ("UN peacekeepers", None, ("IGO", "MIL")),
        ("Turkish-backed rebels", None, ("REB",)),
        ("the Lima Chamber of Commerce", "PER", ("BUS",)),
        ("the California Department of Public Health", "USA", ("GOV", "MED")),
        ("a Sinn Féin lawmaker", "IRL", ("LEG", "PTY")),
        ("UN security forces", None, ("IGO",)),
        ("the Peruvian leader", "PER", ("GOV",)),
        ("a former ambassador to Chad", None, ("ELI",)),
        ("the Organization of American States", None, ("IGO",)),
        ("Iraqi security forces", "IRQ", ("MIL",)),
        ("the National Weather Agency", None, ("GOV",)),
        ("Feed the Children", None, ()),
        ("the lamp", None, ()),
    ],
)
def test_words_show_country_and_sectors(phrase: str, country: str | None, sectors: tuple[str, ...]) -> None:
    codes = codes_of(phrase)
    assert codes.country == country
    if sectors:
        assert codes.sectors == sectors


def test_a_town_of_several_countries_tells_none() -> None:
    assert codes_of("the Hamilton school") == codes_of("the school")
    assert codes_of("") == NOTHING


def test_presidents_of_bodies_unknown_show_nothing() -> None:
    assert codes_of("president of the Orsa Rovers") == NOTHING
    assert codes_of("president of Ghana").sectors == ("GOV",)


def test_an_unnamed_speaker_is_coded_with_a_reason() -> None:
    coded = code_actors(reading("Brazilian prosecutors opened a case. The Malian army left."))
    assert {(a.name, a.country, a.sectors) for a in coded.actors} >= {
        ("Brazilian prosecutors", "BRA", ("JUD",)),
        ("Malian army", "MLI", ("MIL",)),
    }


@pytest.mark.parametrize(
    ("date", "sectors"),
    [("2014-03-01", ("GOV",)), ("2023-03-01", ("ELI",))],
)
def test_a_person_of_the_table_is_coded_by_the_date(date: str, sectors: tuple[str, ...]) -> None:
    found = code_actors(reading("Angela Merkel walked the dog.", date=date))
    person = named(found.actors, "Angela Merkel")
    assert (person.country, person.sectors) == ("DEU", sectors)
    assert person.evidence[-1].function == "table of office holders"


@pytest.mark.parametrize(
    ("date", "country", "sectors"),
    [("2012-03-01", "POL", ("GOV",)), ("2016-03-01", None, ("IGO",)), ("2021-03-01", "POL", ())],
)
def test_a_person_of_several_bodies_is_of_the_one_served_then(
    date: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    person = named(code_actors(reading("Donald Tusk walked the dog.", date=date)).actors, "Donald Tusk")
    assert (person.country, person.sectors) == (country, sectors)


def test_a_listed_body_is_no_person() -> None:
    found = code_actors(reading("Jane Roe sang.")).actors
    taken = replace(named(found, "Jane Roe"), names=("Greenpeace",), name="Greenpeace")
    again = code_actors(replace(reading("Jane Roe sang."), actors=(taken,))).actors[0]
    assert (again.kind, again.sectors) == ("organization", ("NGO",))


def test_an_office_of_the_past_makes_one_of_the_elite() -> None:
    assert named(actors("Former Kenyan president Jane Roe sang."), "Jane Roe").sectors == ("ELI",)


def test_the_tables_hold_codes_and_countries_that_exist() -> None:
    for part in ("head", "before", "vague"):
        assert set(sector_words(part).values()) - {""} <= PLOVER
    for body in national_bodies().values():
        assert set(body.sectors) <= PLOVER
        assert body.country is None or body.country in countries()
    assert set(peoples().values()) <= countries().keys()


def test_a_very_long_phrase_is_read_in_bounded_time() -> None:
    assert codes_of("former " * 50_000 + "minister").sectors in ((), ("ELI",))
