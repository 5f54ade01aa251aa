"""What stands beside names, who speaks as a place, and kinds by nouns; by rules alone, no model."""

from __future__ import annotations

import pytest

from tests.actors.made import named, reading
from twosource.actors import code_actors
from twosource.actors.kinds import kind_shown
from twosource.actors.nations import country_shown
from twosource.circumstances import find_places
from twosource.model import Actor, Reading
from twosource.quotes import find_quotes


def coded(text: str) -> Reading:
    return code_actors(find_quotes(find_places(reading(text))))


def one(text: str, name: str) -> Actor:
    return named(coded(text).actors, name)


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("Jane Roe, 43, a nurse from Leeds, left early.", "GBR", ("MED",)),
        ("Jane Roe, who teaches law at the University of Bologna, left early.", "ITA", ("EDU",)),
        ("Jane Roe of the University of Bologna left early.", "ITA", ("EDU",)),
        ("Sen. Jane Roe (D-Ohio) left early.", "USA", ("LEG",)),
        ("Jane Roe, a critic of the Chinese government, left early.", None, ()),
        ("Jane Roe, the wife of a Chilean senator, left early.", None, ()),
        ("Jane Roe, an expert on Peru, left early.", None, ("EDU",)),
        ("Jane Roe left early for Peru.", None, ()),
    ],
)
def test_what_stands_after_a_persons_name(text: str, country: str | None, sectors: tuple[str, ...]) -> None:
    actor = one(text, "Jane Roe")
    assert (actor.country, actor.sectors) == (country, sectors)


def test_the_words_are_the_reason() -> None:
    actor = one("Jane Roe, 43, a nurse from Leeds, left early.", "Jane Roe")
    assert [e.detail for e in actor.evidence if e.function == "words beside the name"] == [
        "“a nurse from Leeds” shows United Kingdom, MED".replace("“a ", "“"),
    ]


def test_a_place_that_speaks_is_an_actor_of_the_quote() -> None:
    found = coded("Gothenburg said that the bridge was closed.")
    place = named(found.actors, "Gothenburg")
    assert (place.kind, place.country) == ("place", "SWE")
    assert [q.speaker for q in found.quotes] == [place.id]


def test_a_state_that_few_recognise_is_a_government() -> None:
    state = one("South Ossetia said that the border was closed.", "South Ossetia")
    assert (state.kind, state.country, state.sectors) == ("government", "GEO", ("PRE",))


def test_a_dateline_speaks_for_nobody() -> None:
    found = coded("GOTHENBURG (AP) — The bridge was closed, police said.")
    assert not [a for a in found.actors if a.kind == "place"]


def test_a_reading_without_quotes_or_places_is_left_as_it_is() -> None:
    plain = reading("The bridge was closed.")
    assert code_actors(plain).actors == plain.actors


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a company spokesman", "person"),
        ("the residents of Lima", "group"),
        ("a sprinter", "person"),
        ("a think tank", "organization"),
        ("the mayor's office", "organization"),
        ("a carmaker", "organization"),
        ("the wind", None),
        ("", None),
    ],
)
def test_the_kind_that_a_noun_shows(phrase: str, kind: str | None) -> None:
    assert kind_shown(phrase) == kind


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the Lima-based company", "PER"),
        ("Turkish-backed rebels", None),
        ("the US-led coalition", "USA"),
        ("Georgetown University", "USA"),
        ("Amherst College", "USA"),
        ("the governor of Texas", "USA"),
        ("the Ontario government", "CAN"),
        ("the Organization of American States", None),
        ("the Philippine Department of Education", "PHL"),
        ("the Hamilton school", None),
    ],
)
def test_whose_somebody_is(phrase: str, country: str | None) -> None:
    assert country_shown(phrase.split()) == country


def test_long_input_takes_bounded_time() -> None:
    text = "Jane Roe, " + "a " * 20_000 + "nurse. " + "Peruvian " * 5_000 + "Jane Roe left."
    assert coded(text).actors is not None
