"""One number that neither report gives elsewhere: two sentences that give it tell one thing, however worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.assertions import Assertion
from twosource.findings.counts import telling_numbers
from twosource.findings.evidence import same_quotation
from twosource.findings.gather import gather
from twosource.findings.judging import SAME, judge
from twosource.findings.meanings import Meanings
from twosource.findings.number_evidence import one_number, two_details
from twosource.findings.pairs import Pair
from twosource.model import Reading

from .test_doubts import compared, near
from .wire import at, count, quote, reading, record

CLEARED, GOT_OUT = "The lower town was cleared of 640 people", "Soldiers got 640 out by boat"


def with_numbers(one: str, two: str, *numbers: str, cosine: float = 0.75) -> tuple[Reading, Reading]:
    """Two reports whose first sentences have that cosine, which is the nearest from 0.71 on, each with its number."""
    a, b = near(one, two, cosine)
    worth = {"Four": 4, "four": 4}
    values = [float(worth.get(n, n)) for n in numbers]
    return count(a, numbers[0], values[0], values[0]), count(b, numbers[-1], values[-1], values[-1])


def told(one: str, two: str, *numbers: str, cosine: float = 0.75) -> Pair:
    """The first sentences of both reports."""
    return Pair(*compared(*with_numbers(one, two, *numbers, cosine=cosine)))


def test_far_paraphrases_with_one_number_are_one() -> None:
    pair = told(CLEARED, GOT_OUT, "640")
    assert one_number(pair) == 1.0
    assert judge(pair) >= SAME
    assert one_number(told(CLEARED, GOT_OUT, "640", cosine=0.3)) == 0.0
    assert one_number(told("Four boats sank", "It cost them four hulls", "Four", "four")) == 0.0


VOTES = "The house passed it by 640 votes to 312", "With 640 in favour and 312 against Vik got its bridge"


@pytest.mark.parametrize(("numbers", "value"), [(("640", "312"), 1.0), (("640",), 0.0)])
def test_two_large_numbers_tell_of_one_thing_however_far_the_words(numbers: tuple[str, ...], value: float) -> None:
    a, b = near(*VOTES, 0.2)
    for number in numbers:
        a, b = (count(r, number, int(number), int(number)) for r in (a, b))
    assert two_details(Pair(*compared(a, b))) == value


def test_up_to_a_number_is_told_by_it() -> None:
    a, b = near("The delay may cost the port up to 640 crowns", "As much as 640 crowns is at stake for Halden", 0.75)
    a, b = count(a, "640", None, 640, unit="SEK"), count(b, "640", None, 640, unit="SEK")
    assert one_number(Pair(*compared(a, b))) == 1.0


@pytest.mark.parametrize(("again", "value"), [("", 1.0), ("She sang for 9 days.", 0.0)])
def test_two_small_numbers_are_no_coincidence(again: str, value: float) -> None:
    a, b = near("They took 4 teachers at night and let 7 go", "Of the 7 freed at dawn 4 were teachers", 0.55)
    a, b = (count(count(r, "4", 4, 4, of="teachers"), "7", 7, 7) for r in (a, b))
    pair = Pair(*compared(a, b))
    where = {**pair.by.details, **({(pair.two.article, "#7"): frozenset({0, 3})} if again else {})}
    assert two_details(Pair(pair.one, pair.two, replace(pair.by, details=where))) == value


@pytest.mark.parametrize(("many", "told_as_well"), [("54", True), ("2", False)])
def test_how_many_say_so_is_told_and_two_officials_only_attribute(many: str, told_as_well: bool) -> None:
    who, plan = f"{many} members of the upper house of the old Tarvik assembly", "the plan to shut every mill"
    r = count(quote(reading("a", f"{who} backed {plan} in the valley by June."), plan, "actor:x"), many, int(many), 99)
    r = replace(r, quotes=(replace(r.quotes[0], speaker_selector=at(r, who), cue=at(r, "backed")),))
    assert any(who in a.at.exact for a in gather(record(r)) if plan not in a.at.exact) == told_as_well


def test_digits_that_open_a_sentence_are_what_is_left_of_one_that_was_cut() -> None:
    assert one_number(told(CLEARED, "640 were got out by boat", "640")) == 0.0


def test_a_number_that_a_report_gives_twice_tells_of_no_one_thing() -> None:
    pair = told(CLEARED, GOT_OUT, "640")
    twice = {**pair.by.numbers, (pair.two.article, (640.0, "")): frozenset({0, 5})}
    assert one_number(Pair(pair.one, pair.two, replace(pair.by, numbers=twice))) == 0.0


@pytest.mark.parametrize(
    ("words", "least", "most", "alike"),
    [
        ("1900", 1900, 1900, True),
        ("1500 to 2500", 1500, 2500, True),
        ("1500", 1500, 1500, False),
        ("9000", 9000, 9000, False),
    ],
)
def test_a_number_may_be_rounded_or_a_range(words: str, least: float, most: float, alike: bool) -> None:
    a, b = near("They led about 2000 people away", f"In all {words} people walked", 0.75)
    a, b = count(a, "about 2000", 1800, 2200, of="people"), count(b, words, least, most, of="people")
    assert bool(one_number(Pair(*compared(a, b)))) == alike


@pytest.mark.parametrize(
    ("sentence", "words", "number", "unit", "tells"),
    [
        ("The bill of 1.9 trillion dollars passed", "1.9 trillion", 1.9e12, "USD", False),
        ("They fined the mill 40,000 dollars", "40,000", 40_000, "USD", True),
        ("He worked there for 19 years", "19", 19, "years", False),
        ("A share of 7 percent voted", "7", 7, "%", True),
        ("Shares in the Halden 500 fell", "500", 500, None, False),
        ("They saw 500 seals", "500", 500, None, True),
        ("They saw 19 seals", "19", 19, None, False),
    ],
)
def test_which_numbers_tell(sentence: str, words: str, number: float, unit: str | None, tells: bool) -> None:
    (assertion,) = gather(record(count(reading("a", sentence), words, number, number, unit=unit)))
    assert bool(telling_numbers(assertion)) == tells


def test_sentences_that_are_not_the_nearest_need_three_words_in_common() -> None:
    for two, value in ((GOT_OUT, 0.0), ("From the lower town 640 people were cleared", 1.0)):
        pair = told(CLEARED, two, "640")
        far = replace(pair.by, meanings=Farther(pair.by.meanings))
        assert one_number(Pair(pair.one, pair.two, far)) == value


class Farther(Meanings):
    """Meanings of a record in which other sentences are nearer."""

    def __init__(self, of: Meanings) -> None:
        self.__dict__.update(of.__dict__)

    def nearest(self, one: Assertion, two: Assertion) -> bool:
        return False


def test_a_finding_says_why() -> None:
    (joined,) = (f for f in find_findings(record(*with_numbers(CLEARED, GOT_OUT, "640"))).findings if f.origins == 2)
    assert joined.status == "corroborated"
    assert "one_number" in [e.function for e in joined.evidence]


@pytest.mark.parametrize(
    ("mark", "cosine", "value"),
    [("@actor:roe", 0.3, 1.0), ("=2031-04-11", 0.3, 1.0), ("=2031-05-05", 0.3, 0.0), ("@actor:roe", 0.2, 0.0)],
)
def test_one_number_beside_one_name_or_day_needs_no_words(mark: str, cosine: float, value: float) -> None:
    pair = told("Agnes paid 640 crowns to the ferry", "For 640 the skipper let Agnes aboard", "640", cosine=cosine)
    one, two = (replace(a, marks=a.marks | {mark}) for a in (pair.one, pair.two))
    assert one_number(Pair(one, two, pair.by)) == value


@pytest.mark.parametrize(
    ("other", "value"),
    [("Today it is the sailors who have won", 1.0), ("Today it is for once not the sailors who lose", 0.0)],
)
def test_one_speaker_quoted_in_the_same_words(other: str, value: float) -> None:
    pair = Pair(*compared(*near("Today it is the sailors who have won", other, 0.4)))
    one, two = (replace(a, said="direct", speaker="roe") for a in (pair.one, pair.two))
    assert same_quotation(Pair(one, two, pair.by)) == value
    assert same_quotation(Pair(one, replace(two, speaker="lind"), pair.by)) == 0.0
