"""Names whose labels the words beside them correct, and surnames that one report takes for a body."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.actors.made import actors, named, reading
from twosource.actors import find_actors, join_actors
from twosource.model import Name, NameLabel, Reading, Record


def labelled(text: str, called: str, label: NameLabel, name: str = "a") -> Reading:
    """A reading of `text` in which the analyzer saw one name only, wherever it stands, with this label."""
    found = reading(text, name)
    assert found.analysis is not None
    names = tuple(
        Name(start=m.start(), end=m.end(), label=label, sentence=k)
        for k, s in enumerate(found.analysis.sentences)
        for m in re.finditer(called, text)
        if s.start <= m.start() < s.end
    )
    return find_actors(replace(found, actors=(), analysis=replace(found.analysis, names=names)))


def kind(text: str, called: str, label: NameLabel) -> str:
    """The kind of the actor of that name where the analyzer gave it this label."""
    return named(labelled(text, called, label).actors, called).kind


@pytest.mark.parametrize(
    "text",
    [
        "The operator, Velk, said that trains would run.",
        "Trains run, according to the operator Velk.",
        "Trains are late at Velk, which runs them.",
        "Velk's shareholders met. Velk said that trains would run.",
    ],
)
def test_one_word_that_a_report_treats_as_a_body_is_one(text: str) -> None:
    assert kind(text, "Velk", "PER") == "organization"


@pytest.mark.parametrize("text", ["The driver, Velk, said no.", "Velk said no.", "Velk, who runs trains, said no."])
def test_one_word_without_such_a_sign_stays_a_person(text: str) -> None:
    assert kind(text, "Velk", "PER") == "person"


def test_a_full_name_after_an_office_is_a_person() -> None:
    assert kind("On Monday Foreign Minister Omar Deyle said no.", "Omar Deyle", "ORG") == "person"
    assert kind("On Monday the Omar Deyle said no.", "Omar Deyle", "ORG") == "organization"


def test_a_given_name_that_is_a_form_of_address_too() -> None:
    assert "Don Marsh" in labelled("Fire Chief Don Marsh said no.", "Marsh", "PER").actors[0].names
    assert labelled("They met Don Pedro.", "Pedro", "PER").actors[0].names == ("Pedro",)


def joined(one: Reading, two: Reading) -> Record:
    """The actors of two reports, those joined that are one."""
    return join_actors(
        Record(pages=(one.page, two.page), articles=(one.article, two.article), actors=(*one.actors, *two.actors))
    )


def test_a_surname_that_another_report_takes_for_a_body_is_the_person() -> None:
    full = labelled("Foreign Minister Omar Deyle spoke. Omar Deyle left.", "Omar Deyle", "PER", "a")
    deyle = named(joined(full, labelled("Deyle said no.", "Deyle", "ORG", "b")).actors, "Deyle")
    assert (deyle.kind, deyle.name) == ("person", "Omar Deyle")


def test_a_body_of_two_words_stays_a_body() -> None:
    full = labelled("Foreign Minister Omar Deyle spoke. Omar Deyle left.", "Omar Deyle", "PER", "a")
    assert len(joined(full, labelled("Deyle Motors said no.", "Deyle Motors", "ORG", "b")).actors) == 2


def test_a_name_between_commas_says_whose_the_office_before_it_is() -> None:
    found = actors("President Ana Rojas spoke. The head of the mission, Jon Okello, praised her.")
    assert "The head of the mission" not in [m.selector.exact for m in named(found, "Ana Rojas").mentions]


def test_the_opposition_is_more_than_one_party_in_it() -> None:
    found = actors("The Green Party met on Friday. The opposition spoke.")
    assert all(m.form != "description" for a in found if a.named for m in a.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Velk's managing director, Ana Low, wept.",
        "Velk, the country's largest chain, is sold.",
        "He runs the Velk group.",
    ],
)
def test_what_only_a_company_has_or_is_makes_it_one(text: str) -> None:
    assert kind(text, "Velk", "PER") == "organization"


def test_an_age_behind_a_full_name_makes_it_a_person() -> None:
    assert kind("The boat of Driss Amrun, 47, sank.", "Driss Amrun", "GPE") == "person"


def test_a_noun_for_one_person_is_no_part_of_the_name_behind_it() -> None:
    found = labelled("Passenger Ilga Berzin wept.", "Passenger Ilga Berzin", "PER").actors
    assert named(found, "Ilga Berzin").kind == "person"
