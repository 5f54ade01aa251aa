"""The table of office holders holds what its loader and its readers take for granted."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from twosource.vocab.countries import countries
from twosource.vocab.names import bodies
from twosource.vocab.office_holders import (
    LOOKED_THROUGH,
    Office,
    Term,
    fold_name,
    held_by,
    holders,
    read_office,
    terms,
)
from twosource.vocab.rows import rows, split

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
BODIES = {row["body"] for row in rows("office_holders.tsv")} & {
    body for row in rows("office_words.tsv") for body in split(row["body"])
}
MINISTER = Office(body="IND", title="defence minister")


def names(office: Office, date: str) -> list[str]:
    return [t.name for t in holders(office, date)]


def wrong_with(term: Term) -> Iterator[str]:
    """What is not as it must be in a row."""
    if not DATE.fullmatch(term.since) or term.since > LOOKED_THROUGH + "-31":
        yield "since"
    if term.until and not (DATE.fullmatch(term.until) and term.since <= term.until):
        yield "until"
    if term.office.body not in countries() and term.office.body not in BODIES:
        yield "body"
    folded = [fold_name(s) for s in term.spellings]
    if len(set(folded)) < len(folded):
        yield "accents, capitals, hyphens and full stops need no spelling of their own"
    if not any(fold_name(s) in f for s in term.surnames for f in folded):
        yield "surname"


def test_every_row_is_complete() -> None:
    assert not [(term.name, term.since, wrong) for term in terms() for wrong in wrong_with(term)]


def test_no_spelling_is_of_two_persons() -> None:
    owner: dict[str, str] = {}
    for term in terms():
        for spelling in term.spellings:
            assert owner.setdefault(fold_name(spelling), term.name) == term.name


def test_one_holder_follows_another() -> None:
    in_order: dict[Office, list[Term]] = {}
    for term in terms():
        in_order.setdefault(term.office, []).append(term)
    for held in in_order.values():
        for one, other in pairwise(held):
            assert one.until, f"{one.name} has a successor, {other.name}, and no end"
            assert one.since < other.since


G20 = (
    "ARG",
    "AUS",
    "BRA",
    "CAN",
    "CHN",
    "DEU",
    "FRA",
    "GBR",
    "IDN",
    "IND",
    "ITA",
    "JPN",
    "KOR",
    "MEX",
    "RUS",
    "SAU",
    "TUR",
    "USA",
    "ZAF",
)
PRESIDENTS = ("ARG", "BRA", "IDN", "MEX", "USA", "ZAF")
"""Their heads of state head the government too; those of Australia and Canada are Britain's."""
BEGUN = date(2010, 1, 1)
ACTING, HANDOVER = 81, 3
"""Days: how long the acting holders last that the table leaves out, how long two may be listed for one office."""


def days(iso: str, *, last: bool) -> date:
    """The first or last day of a date of the table."""
    year, month, day = (int(x) if x else 0 for x in [*iso.split("-"), "", ""][:3])
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


def held(body: str, title: str) -> list[Term]:
    return [t for t in terms() if t.office == Office(body=body, title=title)]


def test_no_two_hold_one_office() -> None:
    for office in dict.fromkeys(t.office for t in terms()):
        for one, other in pairwise(held(office.body, office.title)):
            overlap = (days(one.until, last=False) - days(other.since, last=True)).days
            assert overlap <= HANDOVER, f"{office.words}: {one.name} and {other.name}"


@pytest.mark.parametrize("body", G20)
@pytest.mark.parametrize("title", ["head of state", "head of government", "foreign minister", "defence minister"])
def test_the_g20_have_no_gaps(body: str, title: str) -> None:
    found = held(body, title)
    if (title == "head of government" and body in PRESIDENTS) or (title == "head of state" and body in ("AUS", "CAN")):
        assert not found
        return
    if (body, title) != ("SAU", "head of government"):  # the king himself until 2022
        assert days(found[0].since, last=False) <= BEGUN
    for one, other in pairwise(found):
        assert (days(other.since, last=False) - days(one.until, last=True)).days <= ACTING, f"{one.name}, {other.name}"
    if (body, title) != ("TUR", "head of government"):  # abolished in 2018
        assert not found[-1].until or days(found[-1].until, last=True) >= days(LOOKED_THROUGH, last=True)


def test_every_office_has_words() -> None:
    called = {(body, row["office"]) for row in rows("office_words.tsv") for body in split(row["body"])}
    for office in {t.office: None for t in terms()}:
        assert called & {(office.body, office.title), ("*" if office.body in countries() else "", office.title)}, office


@pytest.mark.parametrize(
    ("date", "held"),
    [
        ("2016-05-04", ["Manohar Parrikar"]),
        ("2017-03-20", ["Manohar Parrikar", "Arun Jaitley"]),
        ("2018", ["Nirmala Sitharaman"]),
        ("2017", ["Manohar Parrikar", "Arun Jaitley", "Nirmala Sitharaman"]),
        ("1999-01-01", []),
        ("2031-01-01", []),
        ("", []),
    ],
)
def test_who_held_an_office_on_a_date(date: str, held: list[str]) -> None:
    assert names(MINISTER, date) == held


def test_what_a_person_held() -> None:
    assert [t.words for t in held_by("fumio kishida")] == [
        "head of government (Japan) from 2021-10-04 to 2024-10-01",
        "foreign minister (Japan) from 2012-12-26 to 2017-08-03",
    ]
    assert held_by("Nobody Atall") == ()


@pytest.mark.parametrize("other", ["Recep Tayyip Erdogan", "RECEP TAYYIP ERDOĞAN", "Tayyip Erdoğan"])
def test_spellings_of_one_name(other: str) -> None:
    assert held_by(other) == held_by("Recep Tayyip Erdoğan") != ()


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("the Indian defence minister", "defence minister (India)"),
        ("President of the Republic of Korea", "head of state (South Korea)"),
        ("president of South Korea", "head of state (South Korea)"),
        ("NATO Secretary General", "secretary-general (NATO)"),
        ("U.N. human rights chief", "human rights chief (UN)"),
        ("UN refugee chief", "head (UNHCR)"),
        ("head of the World Health Organization", "head (WHO)"),
        ("Pentagon chief", "defence minister (United States)"),
        ("Britain's foreign secretary", "foreign minister (United Kingdom)"),
        ("deputy foreign minister", None),
        ("former French foreign minister", None),
        ("shadow foreign secretary", None),
        ("", None),
        ("of", None),
    ],
)
def test_titles_that_name_an_office(title: str, office: str | None) -> None:
    assert [o.words for o in read_office(title)] == ([office] if office else [])


def test_an_owner_from_elsewhere() -> None:
    assert read_office("defence minister") == ()
    assert read_office("defence minister", "IND") == (MINISTER,)


def test_armed_groups_are_many_and_no_name_is_of_two() -> None:
    assert sum(b.kind == "group" for b in bodies()) >= 150
    owner: dict[str, str] = {}
    for body in bodies():
        for name in body.names:
            assert owner.setdefault(name, body.name) == body.name, name
