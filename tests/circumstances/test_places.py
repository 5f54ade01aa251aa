import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.circumstances.made import places, reading
from twosource.circumstances import find_places
from twosource.pages import Capture
from twosource.pipeline import read_capture
from twosource.vocab.gazetteer import opens_names, region_of, spots


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Lagos", "NGA", 6.45, 3.39),
        ("Valparaíso", "CHL", -33.04, -71.63),
        ("Valparaiso", "CHL", -33.04, -71.63),
        ("Kiev", "UKR", 50.45, 30.52),
        ("Helmand", "AFG", 31.36, 63.96),
        ("Peru", "PER", -9.2, -75.0),
        ("Oregon", "USA", 44.0, -120.5),
    ],
)
def test_the_gazetteer_knows_towns_regions_and_countries(name: str, country: str, lat: float, lon: float) -> None:
    best = spots(name)[0]
    assert best.country == country
    assert abs(best.lat - lat) < 0.3
    assert abs(best.lon - lon) < 0.3


def test_a_name_that_no_table_has_has_no_spots() -> None:
    assert spots("Ruritania") == ()
    assert spots("") == ()


@pytest.mark.parametrize(("words", "name"), [("Texas", "Texas"), ("Tenn.", "Tennessee"), ("Ontario", "Ontario")])
def test_a_region_after_a_town_is_known_by_its_names(words: str, name: str) -> None:
    region = region_of(words)
    assert region is not None
    assert region.name == name


def found(text: str, **labels: str) -> dict[str, tuple[str | None, str]]:
    return {p.name: (p.country, p.precision) for p in places(text, **labels)}  # type: ignore[arg-type]


def test_the_greater_town_is_meant_unless_the_text_says_otherwise() -> None:
    assert found("A fair in Paris.", Paris="GPE")["Paris"] == ("FRA", "town")
    made = found("A fair in Paris, Texas. Paris is small.", Paris="GPE", Texas="GPE")
    assert made == {"Paris": ("USA", "town"), "Texas": ("USA", "region")}


def test_countries_and_neighbours_in_the_text_decide_between_namesakes() -> None:
    made = found("Police in Cordoba and Rosario, the Argentine cities.", Cordoba="GPE", Rosario="GPE")
    assert {country for country, _ in made.values()} == {"ARG"}
    made = found("Cordoba, Seville and Granada, the Spanish cities.", Cordoba="GPE", Seville="GPE", Granada="GPE")
    assert {country for country, _ in made.values()} == {"ESP"}


def test_no_place_is_read_from_a_person_or_a_body() -> None:
    text = "Paris Hilton met Jordan Henderson at Georgia Smith and the Lagos Herald."
    labels = {"Paris_Hilton": "PER", "Jordan_Henderson": "PER", "Georgia_Smith": "PER", "Lagos_Herald": "ORG"}
    assert found(text, **labels) == {}
    assert found("Paris Hilton met Milan Kundera.") == {}


@pytest.mark.parametrize("text", ["Reading is fun.", "Mobile phones rang.", "Nice people came.", "He turned to Of."])
def test_ordinary_words_need_evidence_to_be_places(text: str) -> None:
    assert found(text) == {}


def test_a_county_is_kept_as_written_and_is_not_its_namesake_town() -> None:
    (county, state) = places("A fire in Clark County, Ohio.", Ohio="GPE", Clark="GPE")
    assert (county.name, county.country, county.lat, county.precision) == ("Clark County", "USA", None, "region")
    assert county.mentions[0].exact == "Clark County"
    assert state.name == "Ohio"


def test_a_labelled_place_that_no_table_has_stays_unresolved() -> None:
    (place,) = places("They camped at Zyxburg.", Zyxburg="GPE")
    assert (place.name, place.country, place.lat, place.gazetteer_id) == ("Zyxburg", None, None, None)


def test_mentions_of_one_place_under_two_names_are_one_place() -> None:
    (place,) = places("Kiev slept. Kyiv woke.", Kiev="GPE", Kyiv="GPE")
    assert [m.exact for m in place.mentions] == ["Kiev", "Kyiv"]


def test_names_in_capitals_are_read() -> None:
    assert found("LAGOS, Nigeria - A market burned.", LAGOS="GPE", Nigeria="GPE")["Lagos"] == ("NGA", "town")


def test_the_article_is_left_out_of_a_mention() -> None:
    (place,) = places("It lies in the Netherlands.", Netherlands="GPE")
    assert (place.country, place.mentions[0].exact) == ("NLD", "Netherlands")


def test_the_same_place_has_the_same_id_in_two_articles() -> None:
    (one,), (two,) = places("Rain in Lagos.", Lagos="GPE"), places("Sun over Lagos again.", Lagos="GPE")
    assert one.id == two.id


@given(
    st.lists(
        st.sampled_from(["Paris", "the", "Texas", ",", "of", "County", "Jordan", "al", "US", "\n\n", "x"]), max_size=12
    )
)
def test_no_order_of_names_breaks_it(words: list[str]) -> None:
    made = find_places(reading(" ".join(words)))
    for place in made.places:
        for mention in place.mentions:
            mention.check(made.page)


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    made = find_places(reading(text))
    for place in made.places:
        for mention in place.mentions:
            mention.check(made.page)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Helsinki", (True, False)),  # and no longer name begins with it
        ("New", (False, True)),
        ("York", (True, True)),
        ("Sri", (False, True)),
        ("Norw", (False, False)),  # "Norway" goes on with a letter
        ("Zzyzx", (False, False)),
        ("Officials", (False, False)),
    ],
)
def test_which_words_open_the_name_of_a_place(word: str, expected: tuple[bool, bool]) -> None:
    assert opens_names(word) == expected


@pytest.mark.parametrize(
    "name", ["Norway", "The Hague", "New York", "Sri Lanka", "Rio de Janeiro", "Stratford-upon-Avon"]
)
def test_each_name_is_opened_by_its_first_word(name: str) -> None:
    bare = name.removeprefix("The ")
    first = re.split(r"\W", bare)[0]
    assert spots(name)
    assert opens_names(first)[bare != first]


def test_a_town_that_only_opens_a_longer_name_is_not_that_place() -> None:
    (place,) = places("They marched through Porto Zyxal.", Porto_Zyxal="GPE")
    assert (place.name, place.lat) == ("Porto Zyxal", None)
    (city,) = places("They marched through Lagos South.", Lagos_South="GPE")
    assert city.lat is not None


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("In Norway the mine at Kirkenes shut.", "Kirkenes", ("NOR", 69.7, "town")),
        ("Niamey and Agadez are far from Zouar, Chad.", "Zouar", ("TCD", 20.5, "town")),
        ("A clinic in Bayou La Batre, Ala., burned.", "Bayou La Batre", ("USA", 30.4, "town")),
        ("The mine at Kirkenes shut.", "Kirkenes", (None, None, "area")),
        ("In Peru the mine at Kirkenes shut.", "Kirkenes", (None, None, "area")),
        ("In Texas a clinic in Chappaqua burned.", "Chappaqua", (None, None, "area")),
    ],
)
def test_a_village_is_found_where_the_text_speaks_of_its_country(
    text: str, name: str, place: tuple[str | None, float | None, str]
) -> None:
    village = next(p for p in places(text, **{name.replace(" ", "_"): "GPE"}) if p.name == name)
    assert (village.country, village.lat and round(village.lat, 1), village.precision) == place


def test_one_mention_of_a_state_does_not_make_a_capital_a_small_town() -> None:
    (capital, _) = places("WASHINGTON (AP) — The president called a senator of Utah on Monday.", Utah="GPE")
    assert round(capital.lon or 0) == -77


@pytest.mark.parametrize("town", ["Bled", "Murau"])  # a verb's form; a village that no name of the analysis covers
def test_the_town_of_the_dateline_is_the_town_named_in_the_text(town: str) -> None:
    country = {"Bled": "Slovenia", "Murau": "Austria"}[town]
    text = (
        f"A week of talks comes to nothing\n\n{town.upper()}, {country} (Reuters) - Three days of talks ended without "
        f"a deal on Friday, diplomats said.\n\nThe sides would meet again in {town} in December, the minister said.\n"
    )
    read = read_capture(Capture(location="a.txt", raw=text.encode(), media_type="text/plain"))
    assert [(p.precision, len(p.mentions)) for p in read.places if p.name == town] == [("town", 2)]
