import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.articles.signatures import is_office_line, is_where_line, read_signature


@pytest.mark.parametrize(
    ("line", "persons", "agency"),
    [
        ("Nasrin Akter", ["Nasrin Akter"], False),
        ("Nasrin Akter, Dhaka", ["Nasrin Akter"], False),
        ("Tomas Rivera in Valparaiso", ["Tomas Rivera"], False),
        ("Tomas Rivera in Valparaiso and Awa Ndiaye in Dakar", ["Tomas Rivera", "Awa Ndiaye"], False),
        ("MARTA KOWAL and JAN LIS", ["MARTA KOWAL", "JAN LIS"], False),
        ("Marta Kowal, Europe correspondent", ["Marta Kowal"], False),
        ("Marta Kowal | Reuters", ["Marta Kowal"], True),
        ("Ana-Maria da Silva Costa", ["Ana-Maria da Silva Costa"], False),
        ("Nasrin Akter (with AFP)", ["Nasrin Akter"], True),
        ("Nasrin Akter (text) and Rahim Uddin (photos)", ["Nasrin Akter"], False),
        ("Nasrin Akter November 4, 2021", ["Nasrin Akter"], False),
        ("Marta Kowal Europe correspondent", ["Marta Kowal"], False),
        ("Marta Kowal – Reporter from Radio Nova – Wroclaw", ["Marta Kowal"], False),
        ("AFP", [], True),
        ("By AFP", [], True),
        ("Source: Xinhua", [], True),
        ("AFP/Reuters", [], True),
        ("Associated Press writers", [], True),
        ("Reuters in Nairobi", [], True),
        ("AFP, Lima (Peru)", [], True),
        ("Kyodo, Staff Report", [], True),
        ("The Harbour Post with AFP", [], True),
        ("The Harbour Post/Reuters", [], True),
        ("The Harbour Post and agencies", [], True),
    ],
)
def test_who_signs(line: str, persons: list[str], agency: bool) -> None:
    found = read_signature(line)
    assert found is not None
    assert ([line[a:b] for a, b in found.persons], found.agency) == (persons, agency)


@pytest.mark.parametrize(
    "line",
    [
        "World News",
        "Latin America",
        "Middle East",
        "New Zealand",
        "Buenos Aires",
        "Premier League",
        "The Harbour Post",
        "South China Sea dispute",
        "Reuters sues its landlord",
        "Ministers meet with AFP",
        "Fire kills two in northern town",
        "Nasrin Akter resigns",
        "Nasrin Akter: I will not resign",
        "Why Tomas Rivera left Valparaiso",
        "By Nasrin Akter",
        "By midnight the fire was out",
        "Who will govern?",
        "Two dead.",
        "뉴스룸 기자",
        "",
    ],
)
def test_no_signatures(line: str) -> None:
    assert read_signature(line) is None


def test_what_the_author_does_stands_below_the_name() -> None:
    assert is_office_line("Africa correspondent, Dakar")
    assert is_office_line("Senior Reporter")
    assert not is_office_line("Dakar")
    assert not is_office_line("The director of the port resigned")


@given(st.text(max_size=120))
def test_persons_stand_in_the_line(line: str) -> None:
    found = read_signature(line)
    assert found is None or all(0 <= a < b <= len(line) for a, b in found.persons)


@pytest.mark.parametrize(
    ("line", "told"),
    [("Radio Nova, Nairobi", True), ("Lima", True), ("Roads and bridges", False), ("What is known, and where", False)],
)
def test_where_a_reporter_is(line: str, *, told: bool) -> None:
    assert is_where_line(line) is told
