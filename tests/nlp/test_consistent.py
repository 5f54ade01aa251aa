"""Names marked sentence by sentence, made one throughout an article."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nlp.marked_text import LABELS, made
from twosource.model import NameLabel
from twosource.nlp.adopted import WordSpan
from twosource.nlp.consistent import consistent
from twosource.nlp.rules import given_line
from twosource.nlp.words import Line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[PER US Defense Secretary Ann Roe] left .", "[GPE US] Defense Secretary [PER Ann Roe] left ."),
        ("[PER Turkish Foreign Minister Ali Demir] left .", "[NORP Turkish] Foreign Minister [PER Ali Demir] left ."),
        ("[PER President Roe] left .", "President [PER Roe] left ."),
        ("The [PER Prime Minister] left .", "The Prime Minister left ."),
        ("The [ORG Attorney General] left .", "The Attorney General left ."),
        ("A [NORP Turkish Foreign Minister] left .", "A [NORP Turkish] Foreign Minister left ."),
        ("[PER ZRC President Ann Roe] left .", "[ORG ZRC] President [PER Ann Roe] left ."),
        ("[ORG The Northern Council 's] boats sank .", "The [ORG Northern Council] 's boats sank ."),
        ("In [GPE the Zyx] it rained .", "In the [GPE Zyx] it rained ."),
        ("[ORG Northern Relief Council ( NRC )] left .", "[ORG Northern Relief Council] ( [ORG NRC] ) left ."),
        ("[ORG Labour Party ( Marxist )] left .", "[ORG Labour Party ( Marxist )] left ."),
        ("[MISC Zyx ( Prevention ) Act] passed .", "[MISC Zyx ( Prevention ) Act] passed ."),
        ("[GPE PORT - AU - PRINCE] , Zyx - It rained .", "[GPE PORT - AU - PRINCE] , Zyx - It rained ."),
        ("In [GPE The Hague] it rained .", "In [GPE The Hague] it rained ."),
        ("Sheriff [PER Earl Roe] left .", "Sheriff [PER Earl Roe] left ."),
        ("[MISC ' .] ok", "' . ok"),
    ],
)
def test_articles_possessives_titles_and_brackets_are_no_part_of_a_name(before: str, after: str) -> None:
    assert made(before) == [after]


def test_the_label_of_most_occurrences_is_that_of_all() -> None:
    often = ["[ORG Zyxtel] sold boats ."] * 9
    assert made(*often, "[PER Zyxtel] sold more .")[-1] == "[ORG Zyxtel] sold more ."


def test_a_name_with_its_article_or_possessive_is_the_same_name() -> None:
    after = made("[ORG The Zyx Front] left .", "[ORG Zyx Front 's] men left .", "They saw the [PER Zyx Front] .")
    assert after == ["The [ORG Zyx Front] left .", "[ORG Zyx Front] 's men left .", "They saw the [ORG Zyx Front] ."]


def test_a_dateline_in_capitals_is_the_same_name() -> None:
    after = made("[PER ZYXVILLE] - It rained .", "In [GPE Zyxville] it rained .", "Then [GPE Zyxville] slept .")
    assert after[0] == "[GPE ZYXVILLE] - It rained ."


def test_the_town_of_a_dateline_is_none_of_the_team_named_by_it() -> None:
    sentences = ("[GPE ZYXVILLE] - It rained .", "[ORG Zyxville] won .", "[ORG Zyxville] sang .")
    assert made(*sentences) == list(sentences)


def test_tables_decide_a_tie() -> None:
    after = made("[PER Nairobi] slept .", "[LOC Nairobi] slept .", "[GPE Nairobi] slept .")
    assert after == ["[GPE Nairobi] slept ."] * 3


def test_tables_do_not_outvote_the_model() -> None:
    assert made("[PER Nairobi] said so .") == ["[PER Nairobi] said so ."]


def test_a_country_is_a_country_unless_it_is_mostly_marked_as_something_else() -> None:
    assert made("[ORG Ghana] beat [ORG Togo] 2 - 1 .") == ["[GPE Ghana] beat [GPE Togo] 2 - 1 ."]
    teams = ("[ORG Ghana] won .", "[ORG Ghana] lost .", "[ORG Ghana] drew .")
    assert made(*teams) == list(teams)


def test_a_people_and_its_language_stay_as_marked() -> None:
    sentences = ("The [NORP French] left .", "She spoke [MISC French] .", "[NORP French] boats sank .")
    assert made(*sentences) == list(sentences)


def test_the_surname_of_a_person_is_a_person() -> None:
    after = made("[PER Ann Jordan] left .", "[GPE Jordan] said no .", "[ORG Jordan] said yes .")
    assert after == ["[PER Ann Jordan] left .", "[PER Jordan] said no .", "[PER Jordan] said yes ."]


def test_a_surname_that_is_a_place_elsewhere_is_both() -> None:
    sentences = ("[PER Ann Jordan] left .", "[PER Jordan] said no .", "Boats sank in [GPE Jordan] .")
    assert made(*sentences) == list(sentences)
    assert made(*sentences, "Then [ORG Jordan] said yes .")[-1] == "Then [PER Jordan] said yes ."


def test_one_place_that_no_table_knows_is_not_enough_against_a_surname() -> None:
    after = made("[PER Ann Okellu] left .", "[PER Okellu] said no .", "Trust in [GPE Okellu] sank .")
    assert after[-1] == "Trust in [PER Okellu] sank ."


def test_a_company_named_far_more_often_than_its_founder_stays_a_company() -> None:
    after = made("[PER Ann Zyxtel] left .", *["[ORG Zyxtel] sold boats ."] * 7)
    assert after[1:] == ["[ORG Zyxtel] sold boats ."] * 7


def test_nothing_comes_of_nothing() -> None:
    assert consistent([], []) == []
    assert consistent([Line(0, 0, 0, "body", [], [], [], False)], [[]]) == [[]]
    assert made("It rained .") == ["It rained ."]


VOCABULARY = """
Ann Roe Jordan Zyx Motors Council Relief Northern NRC IS US WHO Kenya Kenyan French President Foreign Minister
General The the of in near and said banks Banks is who ( ) [ ] - ' 's . , : al May Monday ANN ROE ZYX NOW LIMA
Lima U.S . É 東京 😀 \u0301 2
"""
WORDS = st.sampled_from(VOCABULARY.split()) | st.text(min_size=1, max_size=3).filter(str.strip)
SENTENCES = st.lists(WORDS, max_size=12)
CUTS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4), st.sampled_from(LABELS)), max_size=4)
CAPITALS = st.booleans()


def cut(size: int, cuts: list[tuple[int, int, NameLabel]]) -> list[WordSpan]:
    found, at = [], 0
    for gap, length, label in cuts:
        if at + gap + length <= size:
            found.append((at + gap, at + gap + length, label))
            at += gap + length
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(SENTENCES, CUTS, CAPITALS), max_size=8))
def test_names_are_in_range_and_in_order_and_a_second_use_changes_nothing(
    article: list[tuple[list[str], list[tuple[int, int, NameLabel]], bool]],
) -> None:
    given_words = [[w.upper() for w in words] if capitals else words for words, _, capitals in article]
    lines = [given_line(words) if words else Line(0, 0, 0, "body", [], [], [], False) for words in given_words]
    once = consistent(lines, [cut(len(words), cuts) for words, cuts, _ in article])
    for line, own in zip(lines, once, strict=True):
        edges = [edge for start, end, _ in own for edge in (start, end)]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(line.words) for start, end, _ in own)
    assert consistent(lines, once) == once


@pytest.mark.parametrize("name", ["Zyx Roe", "French German", "President Ann", "NRC (", "A"])
def test_long_sentences_and_names_take_linear_time(name: str) -> None:
    words = name.split() * 15_000
    starts = [2 * i for i in range(len(words))]
    line = Line(0, len(words), 0, "body", words, starts, [start + 1 for start in starts], False)
    n = len(name.split())
    each: list[WordSpan] = [(i, i + n, "PER") for i in range(0, len(words) // 2, n)]
    began = time.process_time()
    consistent([line, line], [[(0, len(words), "PER")], each])
    assert time.process_time() - began < 10


def test_two_halves_of_a_body_are_one() -> None:
    assert made("The [ORG Pilot] and [ORG Crane Drivers ' Union] met .") == [
        "The [ORG Pilot and Crane Drivers ' Union] met ."
    ]
    apart = ["[ORG Zyxtel] and [ORG Crane Drivers ' Union] met .", "[ORG Shell] , [ORG Mersk Line] met ."]
    assert made(*apart) == apart


def test_neighbours_of_one_label_are_one_name() -> None:
    assert made("The [LOC Great] [LOC Zyx Lake] froze .") == ["The [LOC Great Zyx Lake] froze ."]
    assert made("The [NORP Zyxish] [ORG Navy] sank .") == ["The [NORP Zyxish] [ORG Navy] sank ."]
