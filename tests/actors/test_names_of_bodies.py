"""What names of bodies imply, and names made whole; single rules on made sentences."""

from __future__ import annotations

import pytest

from tests.actors.acceptance.cases import found
from tests.actors.made import actors, named, reading
from twosource.actors.shorter import by_front, by_head, by_lead, by_short_form, initials, national, without_form
from twosource.actors.whole_names import whole_names
from twosource.model import Name
from twosource.vocab.spellings import one_spelling, plain, sounded


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Northern Dockers Union", "NDU"),
        ("Movimento 9 Agosto", "M9A"),
        ("Workers' Party", "WP"),
        ("Bank of Peru", "BP"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "rest"),
    [("Peruvian Navy", ("PER", "Navy")), ("Peru’s Health Ministry", ("PER", "Health Ministry")), ("Peru", None)],
)
def test_the_country_of_a_name(name: str, rest: tuple[str, str] | None) -> None:
    assert national(name) == rest


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Acme Motors Inc.", ["acme motors", "acme"]),
        ("Labour Party", ["labour"]),
        ("NBC News", ["nbc"]),
        ("Capitol Police", []),
        ("Wall Street Journal", []),
        ("Roe Foundation", []),
        ("United Nations Agency", []),
    ],
)
def test_what_reports_leave_out_at_the_end(name: str, keys: list[str]) -> None:
    assert [key for key, _, _ in by_short_form(name)] == keys


def test_what_stands_before_of_the_head_and_after_what_describes() -> None:
    assert [key for key, _, _ in by_front("Italian Supreme Court of Cassation")] == [
        "italian supreme court",
        "supreme court",
    ]
    assert [key for key, _, _ in by_front("Watch for Mining Rights")] == ["watch"]
    assert by_front("Ministry of Health") == []
    assert [key for key, _, _ in by_head("Italian Supreme Court of Cassation")] == ["court"]
    assert by_head("Court") == []
    assert by_head("National Congress") == []
    assert [key for key, _, _ in by_lead("US-based Harbor Watch")] == ["harbor watch"]
    assert by_lead("Harbor Watch") == []


def test_legal_forms() -> None:
    assert without_form("Acme Motors, Inc.") == "Acme Motors"
    assert without_form("Inc.") == "Inc."


def _whole(text: str, *names: tuple[str, str]) -> list[str]:
    analysis = reading(text).analysis
    assert analysis is not None
    seen = [
        Name(start=text.index(n), end=text.index(n) + len(n), label=label, sentence=0)  # type: ignore[arg-type]
        for n, label in names
    ]
    return [text[n.start : n.end] for n in whole_names(analysis.sentences, seen)]


@pytest.mark.parametrize(
    ("text", "names", "whole"),
    [
        ("The University of Southern Peru closed.", [("University", "ORG"), ("Southern Peru", "LOC")],
         ["University of Southern Peru"]),
        ("The Turkish Foreign Ministry replied.", [("Turkish", "NORP"), ("Foreign Ministry", "ORG")],
         ["Turkish Foreign Ministry"]),
        ("Turkey's Foreign Ministry replied.", [("Turkey", "GPE"), ("Foreign Ministry", "ORG")],
         ["Turkey's Foreign Ministry"]),
        ("The Turkish Orvia shares fell.", [("Turkish", "NORP"), ("Orvia", "ORG")], ["Turkish", "Orvia"]),
        ("The mayor of Lima left.", [("Lima", "GPE")], ["Lima"]),
    ],
)  # fmt: skip
def test_names_are_made_whole(text: str, names: list[tuple[str, str]], whole: list[str]) -> None:
    assert _whole(text, *names) == whole


def test_letters_of_two_bodies_are_each_after_its_bracket() -> None:
    found = actors(
        "The National Rail Company (NRC) raised fares. The NRC apologised. "
        "The Northern Relief Council (NRC) sent food. The NRC left."
    )
    rail, relief = (next(a for a in found if name in a.names) for name in ("National Rail Company",
                                                                        "Northern Relief Council"))  # fmt: skip
    assert rail.id != relief.id
    assert [m.selector.exact for m in rail.mentions] == ["National Rail Company", "NRC", "NRC"]
    assert [m.selector.exact for m in relief.mentions] == ["Northern Relief Council", "NRC", "NRC"]


def test_an_announced_name_is_found_wherever_it_stands() -> None:
    found = named(actors("The Popular Unity Front, known by its Spanish acronym FUP, won. The FUP left."), "FUP")
    assert [m.selector.exact for m in found.mentions][-2:] == ["FUP", "FUP"]


@pytest.mark.parametrize(("one", "other"), [("Qasimi", "Kasimi"), ("Müller", "Mueller"), ("Hussein", "Husayn")])
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert sounded(one) == sounded(other)


@pytest.mark.parametrize(("one", "other"), [("Karin", "Karen"), ("Petrov", "Petrova"), ("Martin", "Morton")])
def test_words_that_do_not(one: str, other: str) -> None:
    assert sounded(one) != sounded(other)


def test_spellings_of_words() -> None:
    assert one_spelling()["labour"] == "labor"
    assert plain("Peña-Ruiz") == "penaruiz"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Otter Creek Resources denied it.¶Otter Creek said so.", ("Otter Creek Resources", "Otter Creek")),
        ("Consorcio Vial Norte won.¶Vial Norte denied it.", ("Consorcio Vial Norte", "Vial Norte")),
        ("The Harakat al-Nur, Arabic for Movement of Light, left.", ("Harakat al-Nur", "Movement of Light")),
        ("The Harakat al-Nur (Arabic for Movement of Light) left.", ("Harakat al-Nur", "Movement of Light")),
        (
            "The Land and Labour Party, which is known by its Spanish initials PTT, won.¶The PTT denied it.",
            ("Land and Labour Party", "PTT"),
        ),
    ],
)
def test_names_that_are_one_bodys(text: str, names: tuple[str, ...]) -> None:
    assert set(names) <= set(named(found((text,)).actors, names[0]).names)


def test_a_place_is_no_short_name_of_a_body_that_is_no_company() -> None:
    assert (
        "Otter Creek"
        not in named(actors("Otter Creek Police left.¶Otter Creek was quiet."), "Otter Creek Police").names
    )


def test_a_longer_name_is_not_the_party_of_its_last_words() -> None:
    record = found(("The Land and Labor Party won.", "The Land and Labour Party (LLP) left."))
    assert named(record.actors, "Land and Labor Party") == named(record.actors, "Land and Labour Party")
    assert named(found(("The Labour Party won in Leeds.",)).actors, "Labour Party").country == "GBR"
