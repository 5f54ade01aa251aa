import pytest

from twosource.vocab.accents import unaccented
from twosource.vocab.gazetteer import is_short_for, spots


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Łódź", "Lodz"),
        ("Tromsø", "Tromso"),
        ("Kırşehir", "Kirsehir"),
        ("Reyðarfjörður", "Reydarfjordur"),
        ("Oslo", "Oslo"),
    ],
)
def test_names_without_accents(written: str, plain: str) -> None:
    assert unaccented(written) == plain


@pytest.mark.parametrize(("name", "usual"), [("Halle", "Halle (Saale)"), ("Newcastle", "Newcastle upon Tyne")])
def test_what_only_tells_namesakes_apart_may_be_left_out(name: str, usual: str) -> None:
    assert is_short_for(name, usual)
    assert spots(name)


@pytest.mark.parametrize(
    ("name", "usual"), [("Long Island", "Long Island City"), ("San", "San Jose"), ("Oslo", "Oslo")]
)
def test_a_part_of_a_name_is_another_name(name: str, usual: str) -> None:
    assert not is_short_for(name, usual)


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Malaga", "ESP", "town"),
        ("Ulaanbaatar", "MNG", "town"),
        ("Hvar", "HRV", "area"),
        ("Lofoten", "NOR", "area"),
        ("Puget Sound", "USA", "area"),
        ("Zambales", "PHL", "region"),
    ],
)
def test_towns_islands_and_provinces(name: str, country: str, precision: str) -> None:
    best = spots(name)[0]
    assert (best.country, best.precision) == (country, precision)


@pytest.mark.parametrize("name", ["Fortune", "From", "Georgia"])
def test_no_village_takes_a_word_or_a_country_by_another_spelling(name: str) -> None:
    assert all(spot.usual for spot in spots(name))
