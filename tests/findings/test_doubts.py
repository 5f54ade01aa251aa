"""What keeps apart two assertions that are alike: other statements, other chambers, headlines that assert nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.assertions import Assertion
from twosource.findings.doubts import DOUBTS, doubted
from twosource.findings.gather import gather
from twosource.findings.pairs import Pair, Standard
from twosource.model import Quote, Reading

from .test_aspects import dated
from .test_meanings import meaning
from .wire import at, count, reading, record

FILLER = "A choir from Halden sang at the fair."
OTHER = "An owl nested in the bell tower."
MADE, SAID = "The ferry company promised new lifeboats", "The ferry company sold its lifeboats in a hurry"


def compared(one: Reading, two: Reading) -> tuple[Assertion, Assertion, Standard]:
    """The first assertion of either report, and the standard of both."""
    assertions = gather(record(one, two))
    second = next(a for a in assertions if a.article == two.article.id)
    return assertions[0], second, Standard.of(assertions)


def doubts(one: Reading, two: Reading, *, headline: bool = False, **of_both: object) -> list[str]:
    """The names of the doubts that speak of the first assertions of both reports."""
    a, b, standard = compared(one, two)
    a, b = (replace(x, headline=headline, **of_both) for x in (a, b))  # type: ignore[arg-type]
    return [doubt.__name__ for doubt in DOUBTS if doubt(Pair(a, b, standard))]


def near(line_one: str, line_two: str, cosine: float) -> tuple[Reading, Reading]:
    """Two reports whose first sentences have that cosine."""
    a = meaning(reading("a", line_one, FILLER), (1, 0, 0), (0, 1, 0))
    return a, meaning(reading("b", line_two, OTHER), (cosine, (1 - cosine**2) ** 0.5, 0), (0, 0, 1))


def test_every_doubt_explains_itself() -> None:
    assert all(d.__doc__ and d.__doc__.endswith(".") and len(d.__doc__.split()) > 6 for d in DOUBTS)


@pytest.mark.parametrize(("cosine", "found"), [(0.4, True), (0.7, False)])
def test_sentences_about_other_things_that_share_two_words_are_two_things(cosine: float, found: bool) -> None:
    assert ("far_apart" in doubts(*near(f"{MADE} before the summer.", f"{SAID} last winter.", cosine))) is found


def test_sentences_about_other_things_are_one_where_the_words_say_so() -> None:
    assert doubts(*near(f"{MADE} before the summer.", f"{MADE}.", 0.4)) == []


def test_sentences_of_one_topic_need_more_than_a_little_in_common() -> None:
    long = f"{MADE} after two storms, a lawsuit, an inquiry by engineers and protests by pilots and fishermen."
    other = "After protests the ferry museum in Halden closed its gates to choirs, painters, poets and dancers alike."
    assert "little_in_common" in doubts(*near(long, other, 0.7))
    assert "little_in_common" not in doubts(*near(long, other, 0.75))
    assert "little_in_common" not in doubts(*near(long, other, 0.7), headline=True)


def test_what_was_on_two_dates_is_two_things() -> None:
    line = "The ferry company promised new lifeboats on {}."
    a, b = near(line.format("May 3"), line.format("May 9"), 0.9)
    assert doubts(dated(a, "May 3", "2031-05-03"), dated(b, "May 9", "2031-05-09")) == ["other_days"]
    assert doubts(dated(a, "May 3", "2031-05-03"), dated(b, "May 9", "2031-05-03")) == []


def test_two_persons_say_the_same_only_word_for_word() -> None:
    line = "The ferry company promised new lifeboats."
    for cosine, found in ((0.7, ["two_persons_say"]), (0.9, [])):
        a, b, standard = compared(*near(line, line, cosine))
        pair = Pair(replace(a, person=frozenset({"roe"})), replace(b, person=frozenset({"lind"})), standard)
        assert [d.__name__ for d in DOUBTS if d(pair)] == found
        assert not doubted(Pair(pair.one, replace(b, person=frozenset({"ann", "roe"})), standard))


def quoted(name: str, line: str) -> Reading:
    """A report whose first line one speaker is quoted for, word for word."""
    found = reading(name, line, FILLER if name == "a" else OTHER)
    said = Quote(
        id=f"quote:{name}", article=found.article.id, kind="direct", content=(at(found, line),), speaker="actor:1"
    )
    return replace(found, quotes=(said,))


def test_a_speaker_quoted_for_two_things_said_two_things() -> None:
    first = "We honour the sailors who drowned off Skarholm in the great storm"
    other = "Each spring we remember the sailors and light a lamp against such a storm"
    assert doubts(quoted("a", first), quoted("b", other)) == ["other_words_of_one"]
    assert doubts(quoted("a", first), quoted("b", f"{first} of 1931")) == []


def test_two_forecasts_are_each_his_own() -> None:
    lines = "Economists expected 8,000 new boats this year", "Analysts had been hoping for 9,000 new boats this year"
    a, b = (reading(n, line, FILLER if n == "a" else OTHER) for n, line in zip("ab", lines, strict=True))
    a, b = count(a, "8,000", 8e3, 8e3, of="boats"), count(b, "9,000", 9e3, 9e3, of="boats")
    one, two, standard = compared(a, b)
    pair = Pair(replace(one, speaker="actor:1"), replace(two, speaker="actor:2"), standard)
    assert [d.__name__ for d in DOUBTS if d(pair)] == ["two_forecasts"]
    assert not doubted(Pair(pair.one, replace(two, speaker="actor:1"), standard))


def test_the_dead_of_three_shootings_are_not_those_of_one() -> None:
    a = reading("a", "Seven people were killed in three shootings in Halden", FILLER)
    a = count(count(a, "Seven people", 7, 7, "killed", "people"), "three", 3, 3, of="shootings")
    b = count(reading("b", "Four people were killed in a shooting in Halden", OTHER), "Four", 4, 4, "killed", "people")
    assert doubts(a, b) == ["other_happenings"]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Senate approves the harbour bill", "House approves the harbour bill", ["two_chambers"]),
        ("Senate approves the harbour bill", "Senate adopts the harbour bill", []),
        ("There is no proof of that.", "There is no proof for this.", ["points_elsewhere"]),
    ],
)
def test_chambers_and_sentences_that_point(one: str, two: str, found: list[str]) -> None:
    assert doubts(reading("a", one, FILLER), reading("b", two, OTHER)) == found


@pytest.mark.parametrize(
    ("line", "announces"),
    [
        ("What to know of the Skarholm harbour vote", True),
        ("The Skarholm harbour vote, explained", True),
        ("After the Skarholm harbour vote", True),
        ("Skarholm harbour vote ends in a tie", False),
    ],
)
def test_a_headline_may_assert_nothing(line: str, announces: bool) -> None:
    plain = reading("b", "Skarholm harbour vote ends in a draw", OTHER)
    assert doubts(reading("a", line, FILLER), plain, headline=True) == (["only_announces"] if announces else [])
    assert doubts(reading("a", line, FILLER), plain) == []


def test_what_was_asked_was_not_said() -> None:
    asked = reading("a", "when asked about the safety of the harbour lifeboats", FILLER)
    told = reading("b", "the harbour lifeboats are a danger to safety", OTHER)
    assert doubts(asked, told) == ["only_asked"]


@pytest.mark.parametrize(
    ("line", "appeals"),
    [
        ("Anyone with information about the fire is asked to call the police in Vik.", True),
        ("Witnesses who have any information should come forward.", True),
        ("Tips can be given anonymously by telephone.", True),
        ("Information may be given to officers anonymously.", True),
        ("The mayor was asked to resign.", False),
        ("The mayor had no information about the fire.", False),
    ],
)
def test_an_appeal_to_readers_asserts_nothing(line: str, appeals: bool) -> None:
    found = doubts(reading("a", line), reading("b", "People with information are urged to contact the police."))
    assert ("only_appeals" in found) is appeals


def test_a_not_and_few_words_are_another_thing() -> None:
    first = reading("a", "The ferry company has sold three lifeboats to a museum in Bergen since last autumn")
    second = reading("b", "The ferry company will not say how often its crews drill")
    assert "turned_round" in doubts(first, second)
    assert "turned_round" not in doubts(first, reading("b", "The ferry company has not sold lifeboats to a museum"))
