import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.circumstances.made import quantities, reading
from twosource.circumstances import find_quantities, find_times

COUNTS = [
    ("The ferry carried 240 pilgrims.", "240", 240, 240, False, "pilgrims"),
    ("The ferry carried twenty-one pilgrims.", "twenty-one", 21, 21, False, "pilgrims"),
    ("The ferry carried about 240 pilgrims.", "about 240", 240, 240, True, "pilgrims"),
    ("The ferry carried at least 240 pilgrims.", "at least 240", 240, None, True, "pilgrims"),
    ("The ferry carried more than 240 pilgrims.", "more than 240", 240, None, True, "pilgrims"),
    ("The ferry carried up to 240 pilgrims.", "up to 240", None, 240, True, "pilgrims"),
    ("The ferry carried 200-240 pilgrims.", "200-240", 200, 240, True, "pilgrims"),
    ("The ferry carried between 200 and 240 pilgrims.", "between 200 and 240", 200, 240, True, "pilgrims"),
    ("The ferry carried dozens of pilgrims.", "dozens", 12, None, True, "pilgrims"),
    ("It shelters tens of thousands of families.", "tens of thousands", 10_000, None, True, "families"),
    ("It shelters half a million families.", "half a million", 500_000, 500_000, True, "families"),
    ("It shelters 5.4m people.", "5.4m", 5_400_000, 5_400_000, False, "people"),
    ("It shelters 2.5 million people.", "2.5 million", 2_500_000, 2_500_000, False, "people"),
    ("It shelters two hundred thousand people.", "two hundred thousand", 200_000, 200_000, False, "people"),
    ("A dozen aid groups left.", "A dozen", 12, 12, True, "aid groups"),
    ("They met 11 other harbour masters.", "11", 11, 11, False, "other harbour masters"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "approximate", "of"), COUNTS)
def test_counts_have_bounds_and_what_they_count(
    text: str, words: str, low: float, high: float, approximate: bool, of: str
) -> None:
    (q,) = quantities(text)
    assert (q.selector.exact, q.min, q.max, q.approximate) == (words, low, high, approximate)
    assert q.of is not None
    assert q.of.exact == of
    assert q.point == (low if low == high else None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $3.2 million.", 3_200_000, "USD"),
        ("It cost 40 euros.", 40, "EUR"),
        ("It rose by 12 percent.", 12, "%"),
        ("It rose by 12%.", 12, "%"),
        ("They walked 30 miles.", 30, "mi"),
        ("The 34-year-old sailor slept.", 34, "years"),
        ("Ana Ruiz, 27, was elected.", 27, "years"),
    ],
)
def test_measures_have_their_unit(text: str, value: float, unit: str) -> None:
    (q,) = quantities(text)
    assert (q.point, q.unit, q.role) == (value, unit, None)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("The guards were outnumbered one to 20.", (1, 20)),
        ("The guards were outnumbered 10 to one.", (10, 1)),
        ("One in five went home.", (1, 5)),
    ],
)
def test_odds_are_a_ratio_and_no_range(text: str, ratio: tuple[float, float]) -> None:
    (q,) = quantities(text)
    assert (q.ratio, q.min, q.max) == (ratio, None, None)


def test_an_ordinal_counts_where_a_common_noun_follows() -> None:
    (q,) = quantities("It was the fifth round of talks.")
    assert (q.ordinal, q.point, q.of and q.of.exact) == (True, 5, "round")
    assert quantities("The Second World War.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "He lives at 2300 Harbour Street.",
        "Call 555-123-4567.",
        "They lost 3-1.",
        "Flight 370 never landed.",
        "It happened in the 1400 block of the road.",
        "A note.[12][13]",
        "Dial 911.",
        "The G7 met.",
        "It began on 3 May 2018 at 10:30 a.m. local time.",
        "No one knows.",
    ],
)
def test_labels_addresses_scores_and_times_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


TOLLS = [
    ("At least 12 people were killed.", [("killed", 12)]),
    ("The blast killed 12 and injured 30.", [("killed", 12), ("injured", 30)]),
    ("A landslide killed 12, injuring five others.", [("killed", 12), ("injured", 5)]),
    ("The death toll rose to 14.", [("killed", 14)]),
    ("The storm left four people dead.", [("killed", 4)]),
    ("It claimed 40 lives.", [("killed", 40)]),
    ("Officials confirmed 12 deaths.", [("killed", 12)]),
    ("Two dead, six wounded in market fire", [("killed", 2), ("injured", 6)]),
    ("Three sailors drowned.", [("killed", 3)]),
    ("Five men were shot, one fatally.", [("harmed", 5), ("killed", 1)]),
    ("Five men were shot.", [("injured", 5)]),
    ("Four people were taken to the hospital.", [("injured", 4)]),
    ("Police arrested two suspects.", [("arrested", 2)]),
    ("Three people are in custody.", [("arrested", 3)]),
    ("The flood displaced 600 families.", [("displaced", 600)]),
    ("About 3,000 people marched.", [("participants", 3000)]),
    ("A fisherman was killed.", [("killed", 1)]),
    ("A 23-year-old man was shot in the leg and later died.", [("killed", 1)]),
    ("He shot himself after killing himself was threatened.", [("killed", 1)]),
    ("No one was hurt.", [("injured", 0)]),
    ("No injuries were reported.", [("injured", 0)]),
    ("No-one was hurt.", [("injured", 0)]),
    ("Two adults, three children killed in barn fire", [("killed", 2), ("killed", 3)]),
    ("Three nurses and a porter were hurt.", [("injured", 3), ("injured", 1)]),
    ("The quake killed two miners and their three guides.", [("killed", 2), ("killed", 3)]),
    ("Six people, including two guards and a cook, were injured.", [("injured", 6), ("injured", 2), ("injured", 1)]),
    ("Two sailors died, another injured.", [("killed", 2), ("injured", 1)]),
    ("Miner killed in shaft collapse", [("killed", 1)]),
    ("Storm kills hiker", [("killed", 1)]),
    ("A 5.2 quake injured dozens.", [("injured", 12)]),
    ("A nurse and her son were found dead.", [("killed", 1), ("killed", 1)]),
    ("A farmer who was shot in the neck by his 40-year-old cousin has died.", [("killed", 1)]),
    ("The collapse took the life of a cook.", [("killed", 1)]),
    ("One of three climbers struck by the rock has died.", [("killed", 1), ("harmed", 3)]),
    ("One man died; three others were taken to hospital.", [("killed", 1), ("injured", 3)]),
    ("One man died and four victims were taken to hospital.", [("killed", 1), ("harmed", 4)]),
    ("A mother of two died.", [("killed", 1)]),
    ("A boy was shot and badly wounded. His dog died. Two men were killed.", [("injured", 1), ("killed", 2)]),
]


@pytest.mark.parametrize(("text", "tolls"), TOLLS)
def test_the_words_around_a_count_make_it_a_toll(text: str, tolls: list[tuple[str, float]]) -> None:
    found = [(q.role, q.point if q.point is not None else q.min) for q in quantities(text) if q.role]
    assert found == tolls


@pytest.mark.parametrize(
    "text",
    [
        "Two gunmen killed a dog.",
        "An attack could kill 100 people.",
        "Fifty bullets were fired.",
        "Twelve people were not injured.",
        "Three victims remain hospitalized.",
        "Two officers fatally shot the bear.",
        "Two officers shot and killed a bear.",
        "Seven officers fired and the robber was shot and killed.",
        "Two separate shootings leave the town shaken.",
        "Ana Ruiz, three, was playing when the roof fell and killed the dog.",
        "A fire at 7900 Alder Hill left the barn in ruins.",
        "Boys between the ages of 11 and 15 were hospitalized.",
        "The mother is accused after her son was shot.",
        "No one else was hurt.",
        "Her two brothers, 17 and 22, were seen; 10News said he was hurt.",
        "She saw an injured man.",
    ],
)
def test_what_did_not_befall_those_counted_is_no_toll(text: str) -> None:
    assert [q.role for q in quantities(text) if q.role] == []


@given(st.text(st.sampled_from("0123456789 ,.-$%/:") | st.characters(), max_size=120))
def test_no_text_breaks_it_and_every_selector_holds(text: str) -> None:
    made = find_quantities(find_times(reading(text)))
    for q in made.quantities:
        q.selector.check(made.page)
        if q.of is not None:
            q.of.check(made.page)


NUMBER_WORDS = (
    "two dozen hundred thousand of at least one in to - 5 1/2 half a million and killed people was shot man more"
)


@given(st.lists(st.sampled_from(NUMBER_WORDS.split(" ")), max_size=14))
def test_no_order_of_number_words_breaks_it(words: list[str]) -> None:
    made = find_quantities(reading(" ".join(words)))
    for q in made.quantities:
        q.selector.check(made.page)
        assert q.min is None or q.max is None or q.min <= q.max


def test_over_that_goes_with_its_verb_is_no_hedge() -> None:
    (handed,) = quantities("Norway will hand over 31 sailors on Friday.")
    (carried,) = quantities("The ferry carried well over 31 sailors.")
    assert (handed.min, handed.max) == (31, 31)
    assert (carried.min, carried.max) == (31, None)
