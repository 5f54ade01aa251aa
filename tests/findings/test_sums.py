"""Numbers that are not meant for one thing: other sizes, other countries; and numbers that were only rounded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.counts import compatible
from twosource.findings.sizes import is_rounded, of_one_size
from twosource.model import Finding, Quantity, Reading, Selector

from .wire import at, count, reading, record

FILLER = ("A choir from Halden sang at the fair.", "Barley prices have doubled since spring.")
OTHER = ("Fog closed two schools.", "An owl nested in the bell tower.")


def number(words: str, point: float, least: float | None = None) -> Quantity:
    at = Selector(page="p", start=0, end=len(words), exact=words)
    if least is not None:
        return Quantity(id="q", article="a", selector=at, min=least, max=None)
    return Quantity(id="q", article="a", selector=at, min=point, max=point, point=point)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (number("$1.4 trillion", 1.4e12), number("$1.37 trillion", 1.37e12), True),
        (number("$1.4 trillion", 1.4e12), number("$1.33 trillion", 1.33e12), False),
        (number("5%", 5), number("5.4%", 5.4), True),
        (number("5%", 5), number("6%", 6), False),
        (number("$10 million", 1e7), number("$14 million", 1.4e7), False),
        (number("two million", 2e6), number("1.9 million", 1.9e6), False),
    ],
)
def test_a_rounded_number_is_in_no_conflict(one: Quantity, two: Quantity, agree: bool) -> None:
    assert is_rounded(one, two) is agree
    assert compatible(two, one) is agree


def test_numbers_of_one_size_are_at_most_five_times_one_another() -> None:
    assert of_one_size(number("9", 9), number("45", 45))
    assert not of_one_size(number("9", 9), number("46", 46))
    assert of_one_size(number("0", 0), number("3", 3))


def priced(told: Reading, words: str, value: float, unit: str) -> Reading:
    quantity = Quantity(
        id=f"quantity:{words}", article=told.article.id, selector=at(told, words), min=value, max=value, point=value,
        unit=unit,
    )  # fmt: skip
    return replace(told, quantities=(quantity,))


def joined(one: Reading, two: Reading) -> list[Finding]:
    return [f for f in find_findings(record(one, two)).findings if f.origins > 1]


def raised(sum_one: str, value_one: float, sum_two: str, value_two: float) -> list[Finding]:
    a = reading("a", f"The Skarholm lifeboat crew raised {sum_one} for the new harbour light.", *FILLER)
    b = reading("b", f"For the new harbour light the Skarholm lifeboat crew raised {sum_two}.", *OTHER)
    return joined(priced(a, sum_one, value_one, "NOK"), priced(b, sum_two, value_two, "NOK"))


def test_sums_of_another_size_are_of_other_things() -> None:
    assert [f.status for f in raised("9 million kroner", 9e6, "9 million kroner", 9e6)] == ["corroborated"]
    assert [f.status for f in raised("9 million kroner", 9e6, "8 million kroner", 8e6)] == ["differs"]
    assert raised("9 million kroner", 9e6, "200,000 kroner", 2e5) == []


def test_duties_on_goods_of_two_countries_are_two_duties() -> None:
    told = "Ministers in Halden put new duties on $60 billion of {} timber and grain."
    a = reading("a", told.format("Norwegian"), *FILLER)
    same, other = (reading("b", told.format(land).replace("60", "50"), *OTHER) for land in ("Norwegian", "Swedish"))
    first = priced(a, "$60 billion", 6e10, "USD")
    assert [f.status for f in joined(first, priced(same, "$50 billion", 5e10, "USD"))] == ["differs"]
    assert joined(first, priced(other, "$50 billion", 5e10, "USD")) == []


def test_sums_for_two_things_are_two_sums() -> None:
    told = "After a long debate on schools and the harbour the Halden council set aside {}."
    a = priced(reading("a", told.format("$5 million in new harbour repairs"), *FILLER), "$5 million", 5e6, "USD")
    same = priced(reading("b", told.format("$6 million in harbour works"), *OTHER), "$6 million", 6e6, "USD")
    other = priced(reading("b", told.format("$6 million budget growth overall"), *OTHER), "$6 million", 6e6, "USD")
    assert [f.status for f in joined(a, same)] == ["differs"]
    assert joined(a, other) == []


def test_a_question_asserts_nothing() -> None:
    line = "The Skarholm lifeboat crew waited until dawn for the harbour pilot"
    a = reading("a", f"{line}.", *FILLER)
    assert joined(a, reading("b", f"{line}.", *OTHER))
    assert not joined(a, reading("b", f"{line}?", *OTHER))


def tolls(line: str, words: str, least: float, most: float | None) -> list[Finding]:
    a = reading("a", "A gunman left 9 people dead at the mill in Skarholm.", *FILLER)
    b = reading("b", line, *OTHER)
    return joined(count(a, "9", 9, 9, "killed"), count(b, words, least, most, "killed"))


def test_a_toll_with_the_gunman_in_brackets_is_in_no_conflict() -> None:
    with_him = "The gunman left 10 people dead (including the shooter) at the mill in Skarholm."
    assert [f.status for f in tolls(with_him.replace(" (including the shooter)", ""), "10", 10, 10)] == ["differs"]
    assert "differs" not in [f.status for f in tolls(with_him, "10", 10, 10)]


def test_counts_of_another_size_are_of_no_one_toll() -> None:
    line = "The gunman at the mill in Skarholm left more than {} people dead."
    assert [f.status for f in tolls(line.format(8), "more than 8", 9, None)] == ["corroborated"]
    assert tolls(line.format(80), "more than 80", 81, None) == []
