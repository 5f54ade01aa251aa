from twosource.vocab.countries import countries, country_names, country_of, demonyms, governments


def test_every_country_has_a_code_a_name_and_a_point_on_the_globe() -> None:
    assert len(countries()) > 220
    for code, country in countries().items():
        assert len(code) == 3
        assert code.isupper()
        assert country.name
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180


def test_names_with_and_without_the_article_lead_to_the_country() -> None:
    assert country_of("the Netherlands") == "NLD"
    assert country_of("Netherlands") == "NLD"
    assert country_of("U.S.") == country_of("America") == "USA"
    assert country_of("Peruvians") == "PER"
    assert country_of("Ruritania") is None


def test_no_name_belongs_to_two_countries() -> None:
    names = [name for c in countries().values() for name in c.names]
    assert len(names) == len(set(names))
    assert country_names()["Niger"] == "NER"


def test_demonyms_shared_by_two_countries_have_one_reading() -> None:
    assert demonyms()["Congolese"] == "COD"


def test_capitals_and_palaces_can_stand_for_governments() -> None:
    assert governments()["Kremlin"] == "RUS"
    assert governments()["Lima"] == "PER"
